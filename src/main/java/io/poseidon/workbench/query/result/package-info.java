/// An answer as a table: read by pages, with intervals beside its numbers, told to the reader, and written to a
/// file with where it comes from. Uses engine, policy, bundle and the intervals.
@NullMarked
package io.poseidon.workbench.query.result;

import org.jspecify.annotations.NullMarked;
