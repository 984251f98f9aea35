/// The shard's side over a relay: its data file, its policy, and what it has seen.
@NullMarked
package io.poseidon.workbench.remote.shard;

import org.jspecify.annotations.NullMarked;
