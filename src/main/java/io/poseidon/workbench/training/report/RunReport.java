package io.poseidon.workbench.training.report;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.round.Phase;
import io.poseidon.workbench.training.round.Reason;
import io.poseidon.workbench.training.round.RowBand;
import io.poseidon.workbench.training.round.RunId;
import io.poseidon.workbench.training.round.ShardName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a run was and how it went: every shard a row, lost ones too.
public record RunReport(
        RunId run,
        Plan plan,
        Instant started,
        Instant ended,
        Outcome outcome,
        int resumedAfter,
        List<ShardRow> shards,
        List<RoundResult> rounds) {

    public RunReport {
        shards = List.copyOf(shards);
        rounds = List.copyOf(rounds);
    }

    public enum Outcome {
        COMPLETED,
        QUORUM_LOST,
        CANCELLED,
        FAILED
    }

    public enum State {
        INVITED,
        DECLINED,
        TAKING_PART,
        LOST
    }

    /// `why` says where and for what reason a shard declined or was lost; `latency` is the mean time to answer.
    public record ShardRow(
            ShardName shard,
            State state,
            Optional<RowBand> rows,
            int rounds,
            Duration latency,
            Optional<Departure> why) {}

    public record Departure(int round, Phase phase, Reason reason) {}

    public Optional<RoundResult> last() {
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.getLast());
    }

    /// The problem that a run without a quorum ends with.
    public Problem quorumLost() {
        int joined = (int) shards.stream().filter(row -> row.rows().isPresent()).count();
        return Problem.of(
                Kind.REMOTE,
                RunReport.class,
                "quorum-lost",
                count(State.TAKING_PART),
                shards.size(),
                plan.quorum().needed(joined),
                rounds.size());
    }

    public long count(State state) {
        return shards.stream().filter(row -> row.state() == state).count();
    }
}
