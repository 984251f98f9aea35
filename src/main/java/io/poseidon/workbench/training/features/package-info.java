/// From a shard's raw rows to network inputs: federated statistics, standardising, one-hot; uses training.network.
@NullMarked
package io.poseidon.workbench.training.features;

import org.jspecify.annotations.NullMarked;
