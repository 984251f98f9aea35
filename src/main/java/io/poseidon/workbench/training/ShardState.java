package io.poseidon.workbench.training;

import io.poseidon.workbench.training.report.RunReport.Departure;
import io.poseidon.workbench.training.round.Phase;
import io.poseidon.workbench.training.round.RowBand;
import io.poseidon.workbench.training.round.ShardName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one shard has done in a run so far, as far as the run's events tell. Immutable. `latencies` are those of local
/// training, a value a round.
public record ShardState(
        ShardName name,
        Standing standing,
        Optional<RowBand> rows,
        List<Duration> latencies,
        int rounds,
        Optional<Instant> seen,
        Optional<Departure> why,
        List<Span> spans) {

    /// What a shard does now.
    public enum Standing {
        INVITED,
        PREPARING,
        TRAINING,
        EVALUATING,
        WAITING,
        DECLINED,
        LOST
    }

    /// One request to a shard in the current round, and its answer.
    public record Span(Phase phase, Instant from, Optional<Instant> until) {}

    public ShardState {
        latencies = List.copyOf(latencies);
        spans = List.copyOf(spans);
    }

    /// Asked to take part.
    static ShardState invited(ShardName name) {
        return new ShardState(
                name, Standing.INVITED, Optional.empty(), List.of(), 0, Optional.empty(), Optional.empty(), List.of());
    }

    ShardState joined(RowBand band) {
        return new ShardState(name, Standing.WAITING, Optional.of(band), latencies, rounds, seen, why, spans);
    }

    ShardState left(Standing how, Departure reason) {
        return new ShardState(name, how, rows, latencies, rounds, seen, Optional.of(reason), spans);
    }

    ShardState asked(Phase phase, Instant at) {
        var more = new ArrayList<>(phase == Phase.EVALUATE ? spans : List.<Span>of());
        more.add(new Span(phase, at, Optional.empty()));
        return new ShardState(name, standing(phase), rows, latencies, rounds, seen, why, more);
    }

    ShardState answered(Phase phase, Instant at, Duration latency) {
        var all = new ArrayList<>(latencies);
        if (phase == Phase.TRAIN) {
            all.add(latency);
        }
        var ended = new ArrayList<>(spans);
        if (!ended.isEmpty()) {
            var last = ended.removeLast();
            ended.add(new Span(last.phase(), last.from(), Optional.of(at)));
        }
        int more = phase == Phase.EVALUATE ? 1 : 0;
        return new ShardState(name, Standing.WAITING, rows, all, rounds + more, Optional.of(at), why, ended);
    }

    private static Standing standing(Phase phase) {
        return switch (phase) {
            case INVITE -> Standing.INVITED;
            case PREPARE -> Standing.PREPARING;
            case TRAIN -> Standing.TRAINING;
            case EVALUATE -> Standing.EVALUATING;
            case FINISH -> Standing.WAITING;
        };
    }
}
