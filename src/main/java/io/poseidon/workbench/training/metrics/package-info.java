/// What a holdout says about a model, mergeable over shards; may use model only.
@NullMarked
package io.poseidon.workbench.training.metrics;

import org.jspecify.annotations.NullMarked;
