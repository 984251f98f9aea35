/// Questions decided without data: one at a time, or a file of them with histories.
@NullMarked
package io.poseidon.workbench.query.cases;

import org.jspecify.annotations.NullMarked;
