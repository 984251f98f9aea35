package io.poseidon.workbench.training;

import io.poseidon.workbench.training.ShardState.Standing;
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
        SortedMap<ShardName, ShardState> shards,
        List<RoundResult> rounds,
        int inputs,
        Optional<String> checkpoint,
        Optional<Outcome> outcome) {

    public RunState {
        shards = Collections.unmodifiableSortedMap(new TreeMap<>(shards));
        rounds = List.copyOf(rounds);
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
        var all = new TreeMap<ShardName, ShardState>();
        for (var name : invited.shards()) {
            all.put(name, ShardState.invited(name));
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

    private RunState with(Instant at, ShardName name, UnaryOperator<ShardState> change) {
        var all = new TreeMap<>(shards);
        all.computeIfPresent(name, (_, shard) -> change.apply(shard));
        return copy(at, round, all, rounds, inputs, checkpoint, outcome);
    }

    private RunState copy(
            Instant at,
            int atRound,
            SortedMap<ShardName, ShardState> all,
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

    private static double rowsOf(List<ShardState> some) {
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
