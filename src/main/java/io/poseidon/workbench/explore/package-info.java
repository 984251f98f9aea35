/// Column profiles, filters and chart specifications of an opened table. May use model, engine, query.
@NullMarked
package io.poseidon.workbench.explore;

import org.jspecify.annotations.NullMarked;
