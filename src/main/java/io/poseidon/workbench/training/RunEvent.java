package io.poseidon.workbench.training;

import io.poseidon.workbench.training.features.Encoding;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.report.RoundResult;
import io.poseidon.workbench.training.report.RunReport;
import io.poseidon.workbench.training.round.ModelState;
import io.poseidon.workbench.training.round.Phase;
import io.poseidon.workbench.training.round.Reason;
import io.poseidon.workbench.training.round.RowBand;
import io.poseidon.workbench.training.round.RunId;
import io.poseidon.workbench.training.round.ShardName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What happens in a run, as it happens; told on the coordinator's thread. `at` is the clock of the contributors.
public sealed interface RunEvent {

    Instant at();

    record Invited(Instant at, RunId run, Plan plan, List<ShardName> shards) implements RunEvent {}

    record Joined(Instant at, ShardName shard, RowBand rows) implements RunEvent {}

    record Declined(Instant at, ShardName shard, Reason reason) implements RunEvent {}

    /// The shards' statistics have been added up.
    record Prepared(Instant at, Encoding encoding) implements RunEvent {}

    record PhaseStarted(Instant at, int round, Phase phase, List<ShardName> shards) implements RunEvent {}

    record Answered(Instant at, ShardName shard, int round, Phase phase, Duration latency) implements RunEvent {}

    /// The shard takes no further part; the run goes on while the quorum holds.
    record Lost(Instant at, ShardName shard, int round, Phase phase, Reason reason) implements RunEvent {}

    /// `model` is what a checkpoint keeps.
    record RoundEnded(Instant at, RoundResult result, ModelState model) implements RunEvent {}

    record Ended(Instant at, RunReport report) implements RunEvent {}
}
