/// One run of a question: its limits, the watch over native calls, its rows as they come, and failures as codes.
/// Uses batches and columns; the face that people of other packages hold is `engine`.
@NullMarked
package io.poseidon.workbench.engine.run;

import org.jspecify.annotations.NullMarked;
