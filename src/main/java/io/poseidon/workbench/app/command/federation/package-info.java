/// The commands of federated training: certificates, relay, shard, run, evaluation. Options in, one call, an answer
/// out.
@NullMarked
package io.poseidon.workbench.app.command.federation;

import org.jspecify.annotations.NullMarked;
