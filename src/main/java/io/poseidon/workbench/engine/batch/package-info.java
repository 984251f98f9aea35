/// Record batches in Arrow memory as typed rows, and pages copied out of them.
@NullMarked
package io.poseidon.workbench.engine.batch;

import org.jspecify.annotations.NullMarked;
