/// Adapters of training's port: Flight relay and shard, in-process simulator, scripted faults. Only user of Flight; may
/// use model, engine, crypto, policy, privacy, query, training.
@NullMarked
package io.poseidon.workbench.remote;

import org.jspecify.annotations.NullMarked;
