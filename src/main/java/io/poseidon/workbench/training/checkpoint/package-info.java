/// Runs that can be gone on with exactly: the state after a round, written whole or not at all.
@NullMarked
package io.poseidon.workbench.training.checkpoint;

import org.jspecify.annotations.NullMarked;
