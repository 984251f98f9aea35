package io.poseidon.workbench.training;

import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.report.RoundResult;
import io.poseidon.workbench.training.report.RunReport.Departure;
import io.poseidon.workbench.training.report.RunReport.Outcome;
import io.poseidon.workbench.training.round.Phase;
import io.poseidon.workbench.training.round.RowBand;
import io.poseidon.workbench.training.round.RunId;
import io.poseidon.workbench.training.round.ShardName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Where a run stands, as far as its events tell: what a screen shows. Immutable; each event makes the next one.
public record RunState(
        Plan plan,
        Optional<RunId> run,
        Instant started,
        Instant now,
        int round,
        SortedMap<ShardName, Shard> shards,
        List<RoundResult> rounds,
        int inputs,
        Optional<String> checkpoint,
        Optional<Outcome> outcome) {

    public RunState {
        shards = Collections.unmodifiableSortedMap(new TreeMap<>(shards));
        rounds = List.copyOf(rounds);
    }

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

    /// `latencies` are those of local training, a value a round.
    public record Shard(
            ShardName name,
            Standing standing,
            Optional<RowBand> rows,
            List<Duration> latencies,
            int rounds,
            Optional<Instant> seen,
            Optional<Departure> why,
            List<Span> spans) {

        public Shard {
            latencies = List.copyOf(latencies);
            spans = List.copyOf(spans);
        }

        Shard as(Standing other) {
            return new Shard(name, other, rows, latencies, rounds, seen, why, spans);
        }

        Shard joined(RowBand band) {
            return new Shard(name, Standing.WAITING, Optional.of(band), latencies, rounds, seen, why, spans);
        }

        Shard left(Standing how, Departure reason) {
            return new Shard(name, how, rows, latencies, rounds, seen, Optional.of(reason), spans);
        }

        Shard asked(Phase phase, Instant at) {
            var more = new ArrayList<>(phase == Phase.EVALUATE ? spans : List.<Span>of());
            more.add(new Span(phase, at, Optional.empty()));
            return new Shard(name, standing(phase), rows, latencies, rounds, seen, why, more);
        }

        Shard answered(Phase phase, Instant at, Duration latency) {
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
            return new Shard(name, Standing.WAITING, rows, all, rounds + more, Optional.of(at), why, ended);
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

    /// Before the first event.
    public static RunState of(Plan plan) {
        return new RunState(
                plan,
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                new TreeMap<>(),
                List.of(),
                0,
                Optional.empty(),
                Optional.empty());
    }

    public RunState after(RunEvent event) {
        return switch (event) {
            case RunEvent.Invited invited -> begun(invited);
            case RunEvent.Joined joined -> with(joined.at(), joined.shard(), shard -> shard.joined(joined.rows()));
            case RunEvent.Declined declined ->
                with(
                        declined.at(),
                        declined.shard(),
                        shard -> shard.left(Standing.DECLINED, new Departure(0, Phase.INVITE, declined.reason())));
            case RunEvent.Lost lost ->
                with(
                        lost.at(),
                        lost.shard(),
                        shard -> shard.left(Standing.LOST, new Departure(lost.round(), lost.phase(), lost.reason())));
            case RunEvent.Answered answer ->
                with(
                        answer.at(),
                        answer.shard(),
                        shard -> shard.answered(answer.phase(), answer.at(), answer.latency()));
            case RunEvent.PhaseStarted asked -> asked(asked);
            case RunEvent.Prepared prepared ->
                copy(prepared.at(), round, shards, rounds, prepared.encoding().width(), checkpoint, outcome);
            case RunEvent.RoundEnded ended -> {
                var more = new ArrayList<>(rounds);
                more.add(ended.result());
                yield copy(
                        ended.at(),
                        round,
                        shards,
                        more,
                        inputs,
                        Optional.of(ended.result().model()),
                        outcome);
            }
            case RunEvent.Ended ended ->
                copy(
                        ended.at(),
                        round,
                        shards,
                        rounds,
                        inputs,
                        checkpoint,
                        Optional.of(ended.report().outcome()));
        };
    }

    private RunState begun(RunEvent.Invited invited) {
        var all = new TreeMap<ShardName, Shard>();
        for (var name : invited.shards()) {
            all.put(
                    name,
                    new Shard(
                            name,
                            Standing.INVITED,
                            Optional.empty(),
                            List.of(),
                            0,
                            Optional.empty(),
                            Optional.empty(),
                            List.of()));
        }
        return new RunState(
                plan,
                Optional.of(invited.run()),
                invited.at(),
                invited.at(),
                0,
                all,
                List.of(),
                0,
                Optional.empty(),
                Optional.empty());
    }

    private RunState asked(RunEvent.PhaseStarted asked) {
        var all = new TreeMap<>(shards);
        asked.shards()
                .forEach(name -> all.computeIfPresent(name, (_, shard) -> shard.asked(asked.phase(), asked.at())));
        return copy(asked.at(), asked.round(), all, rounds, inputs, checkpoint, outcome);
    }

    private RunState with(Instant at, ShardName name, UnaryOperator<Shard> change) {
        var all = new TreeMap<>(shards);
        all.computeIfPresent(name, (_, shard) -> change.apply(shard));
        return copy(at, round, all, rounds, inputs, checkpoint, outcome);
    }

    private RunState copy(
            Instant at,
            int atRound,
            SortedMap<ShardName, Shard> all,
            List<RoundResult> results,
            int width,
            Optional<String> kept,
            Optional<Outcome> end) {
        return new RunState(plan, run, started, at, atRound, all, results, width, kept, end);
    }

    public boolean isOver() {
        return outcome.isPresent();
    }

    public long count(Standing standing) {
        return shards.values().stream()
                .filter(shard -> shard.standing() == standing)
                .count();
    }

    /// Shards that joined and are not lost.
    public long takingPart() {
        return shards.values().stream()
                .filter(shard -> shard.rows().isPresent() && shard.standing() != Standing.LOST)
                .count();
    }

    public long joined() {
        return shards.values().stream()
                .filter(shard -> shard.rows().isPresent())
                .count();
    }

    /// The share of declared rows that still takes part, from the bands' lower ends.
    public double rowsTakingPart() {
        double all = rowsOf(shards.values().stream().toList());
        double here = rowsOf(shards.values().stream()
                .filter(shard -> shard.standing() != Standing.LOST)
                .toList());
        return all == 0 ? 0 : here / all;
    }

    private static double rowsOf(List<Shard> some) {
        return some.stream()
                .flatMap(shard -> shard.rows().stream())
                .mapToLong(RowBand::from)
                .sum();
    }

    /// Mean time of the rounds so far times the rounds to come.
    public Duration left() {
        long sum = rounds.stream().mapToLong(result -> result.took().toMillis()).sum();
        return rounds.isEmpty()
                ? Duration.ZERO
                : Duration.ofMillis(sum / rounds.size() * (plan.rounds() - rounds.size()));
    }
}
