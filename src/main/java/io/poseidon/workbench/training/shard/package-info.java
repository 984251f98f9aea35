/// What a contributor's shard does with a request: its own terms, its holdout, local training.
@NullMarked
package io.poseidon.workbench.training.shard;

import org.jspecify.annotations.NullMarked;
