package io.poseidon.workbench.remote.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.training.Coordinator;
import io.poseidon.workbench.training.RunEvent;
import io.poseidon.workbench.training.RunResult;
import io.poseidon.workbench.training.Samples;
import io.poseidon.workbench.training.checkpoint.Checkpoint;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.report.RunReport.Departure;
import io.poseidon.workbench.training.report.RunReport.Outcome;
import io.poseidon.workbench.training.report.RunReport.ShardRow;
import io.poseidon.workbench.training.report.RunReport.State;
import io.poseidon.workbench.training.round.Phase;
import io.poseidon.workbench.training.round.Reason;
import io.poseidon.workbench.training.round.RunId;
import io.poseidon.workbench.training.round.ShardName;
import io.poseidon.workbench.training.shard.LocalShard;
import io.poseidon.workbench.training.shard.ShardTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SimulatedRunTest {

    private static final RunId RUN = new RunId("00112233445566ff");
    private final List<RunEvent> events = new ArrayList<>();

    @Test
    void tenShardsLearnWhatNoneOfThemShows() {
        var result = run(Samples.shards(10), Map.of());
        var rounds = result.report().rounds();
        assertEquals(Outcome.COMPLETED, result.report().outcome());
        assertEquals(6, rounds.size());
        assertTrue(
                rounds.getLast().holdout().auc() > 0.78,
                "auc " + rounds.getLast().holdout().auc());
        assertTrue(rounds.getLast().trainingLoss() < rounds.getFirst().trainingLoss());
        assertEquals(10, result.report().count(State.TAKING_PART));
        assertEquals(
                List.of("age", "income", "region"),
                result.model().orElseThrow().state().encoding().inputs().stream()
                        .map(input -> input.column())
                        .toList());
    }

    @Test
    void aRunRepeatsToTheLastBit() {
        assertEquals(model(run(Samples.shards(5), Map.of())), model(run(Samples.shards(5), Map.of())));
    }

    @Test
    void latencyNeverChangesTheModel() {
        Map<ShardName, List<Fault>> slow = Map.of(name(2), List.of(new Fault.Slow(0, Duration.ofSeconds(5))));
        assertEquals(model(run(Samples.shards(5), Map.of())), model(run(Samples.shards(5), slow)));
    }

    @Test
    void twoShardsKilledInMidRunAreRowsOfTheReportAndTheRunFinishes() {
        Map<ShardName, List<Fault>> faults =
                Map.of(name(3), List.of(new Fault.Silent(3)), name(7), List.of(new Fault.Silent(4)));
        var report = run(Samples.shards(10), faults).report();
        assertEquals(Outcome.COMPLETED, report.outcome());
        assertEquals(8, report.count(State.TAKING_PART));
        assertEquals(
                Optional.of(new Departure(3, Phase.TRAIN, Reason.TIMEOUT)),
                row(report.shards(), 3).why());
        assertEquals(2, row(report.shards(), 3).rounds());
        assertEquals(
                Optional.of(new Departure(4, Phase.TRAIN, Reason.TIMEOUT)),
                row(report.shards(), 7).why());
        assertEquals(
                List.of(10, 10, 9, 8, 8, 8),
                report.rounds().stream().map(round -> round.shards()).toList());
    }

    static List<Fault> nonsense() {
        return List.of(new Fault.Garbage(2), new Fault.WrongShape(2), new Fault.NotANumber(2));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void aShardThatAnswersGarbageIsDroppedAndNeverReachesTheModel(Fault fault) {
        var report = run(Samples.shards(5), Map.of(name(1), List.of(fault))).report();
        assertEquals(Outcome.COMPLETED, report.outcome());
        assertEquals(State.LOST, row(report.shards(), 1).state());
        assertEquals(
                Optional.of(new Departure(2, Phase.TRAIN, Reason.GARBAGE)),
                row(report.shards(), 1).why());
        assertTrue(Double.isFinite(report.last().orElseThrow().holdout().logLoss()));
    }

    @Test
    void anAnswerThatComesTwiceCountsOnce() {
        var doubled = run(Samples.shards(4), Map.of(name(0), List.of(new Fault.Echo(0))));
        assertEquals(model(run(Samples.shards(4), Map.of())), model(doubled));
    }

    @Test
    void aLateAnswerIsNotTakenForTheNextQuestions() {
        Map<ShardName, List<Fault>> late = Map.of(name(1), List.of(new Fault.Slow(2, Duration.ofSeconds(21))));
        var report = run(Samples.shards(5), late).report();
        assertEquals(Outcome.COMPLETED, report.outcome());
        assertEquals(Reason.TIMEOUT, row(report.shards(), 1).why().orElseThrow().reason());
    }

    @Test
    void aLostQuorumEndsTheRunWithTheLastWholeRoundsModel() {
        Map<ShardName, List<Fault>> faults = Map.of(
                name(0), List.of(new Fault.Silent(3)),
                name(1), List.of(new Fault.Silent(3)));
        var result = run(Samples.shards(4), faults);
        assertEquals(Outcome.QUORUM_LOST, result.report().outcome());
        assertEquals(2, result.report().rounds().size());
        assertEquals(
                result.report().rounds().getLast().model(),
                result.model().orElseThrow().state().digest());
    }

    @Test
    void nobodyThereIsALostQuorumAndNoModel() {
        var result = run(List.of(), Map.of());
        assertEquals(Outcome.QUORUM_LOST, result.report().outcome());
        assertFalse(result.model().isPresent());
    }

    @Test
    void aShardWhosePolicySaysNoDeclinesWithItsReason() {
        var shards = new ArrayList<>(Samples.shards(4));
        shards.add(Samples.shard("stranger", terms(Set.of("SHA256:other"), 20, 50), 400, 9));
        shards.add(Samples.shard("tiny", terms(Set.of(Samples.BUYER), 300, 50), 100, 9));
        shards.add(Samples.shard("brief", terms(Set.of(Samples.BUYER), 20, 5), 400, 9));
        shards.add(
                new LocalShard(new ShardName("other"), Samples.terms(), _ -> Optional.empty(), InstantSource.system()));
        var report = run(shards, Map.of()).report();
        assertEquals(Outcome.COMPLETED, report.outcome());
        assertEquals(Reason.BUYER, reason(report.shards(), "stranger"));
        assertEquals(Reason.COHORT, reason(report.shards(), "tiny"));
        assertEquals(Reason.ROUNDS, reason(report.shards(), "brief"));
        assertEquals(Reason.COLUMNS, reason(report.shards(), "other"));
    }

    @Test
    void cancellingEndsTheRunAndTellsTheShardsAndTheScreen() {
        var cancelled = new Progress() {
            @Override
            public void report(double fraction, String detail) {}

            @Override
            public boolean isCancelled() {
                return events.stream().anyMatch(RunEvent.RoundEnded.class::isInstance);
            }

            @Override
            public void onCancel(Runnable action) {}
        };
        var coordinator = new Coordinator(Samples.plan(), simulator(Samples.shards(4), Map.of()), RUN, events::add);
        assertThrows(CancelledException.class, () -> coordinator.run(cancelled));
        var ended = (RunEvent.Ended) events.getLast();
        assertEquals(Outcome.CANCELLED, ended.report().outcome());
        assertEquals(1, ended.report().rounds().size());
    }

    @Test
    void aResumedRunComputesWhatTheWholeRunWouldHave() {
        var whole = run(Samples.shards(5), Map.of());
        var third = events.stream()
                .filter(RunEvent.RoundEnded.class::isInstance)
                .map(RunEvent.RoundEnded.class::cast)
                .filter(event -> event.result().round() == 3)
                .findFirst()
                .orElseThrow();
        var checkpoint = new Checkpoint(
                Samples.plan(), 3, third.model(), whole.report().rounds().subList(0, 3));
        var resumed = new Coordinator(Samples.plan(), simulator(Samples.shards(5), Map.of()), RUN, _ -> {})
                .resume(checkpoint, Progress.NONE);
        assertEquals(model(whole), model(resumed));
        assertEquals(6, resumed.report().rounds().size());
        assertEquals(3, resumed.report().resumedAfter());
    }

    @Test
    void anotherSeedIsAnotherHoldoutAndAnotherModel() {
        var plan = Plan.parse("plan", Samples.PLAN.replace("seed: 7", "seed: 8"));
        var other = new Coordinator(plan, simulator(Samples.shards(5), Map.of()), RUN, _ -> {}).run(Progress.NONE);
        assertNotEquals(model(run(Samples.shards(5), Map.of())), model(other));
    }

    private RunResult run(List<LocalShard> shards, Map<ShardName, List<Fault>> faults) {
        return new Coordinator(Samples.plan(), simulator(shards, faults), RUN, events::add).run(Progress.NONE);
    }

    private static Simulator simulator(List<LocalShard> shards, Map<ShardName, List<Fault>> faults) {
        return new Simulator(shards, faults, new Simulator.Setting(Samples.BUYER, Instant.EPOCH, Pace.AT_ONCE, 1));
    }

    private static ShardTerms terms(Set<String> buyers, int cohort, int rounds) {
        var all = Samples.terms();
        return new ShardTerms(
                all.identity(),
                all.labels(),
                all.features(),
                all.models(),
                rounds,
                3,
                cohort,
                buyers,
                all.from(),
                all.until());
    }

    private static String model(RunResult result) {
        return result.model().orElseThrow().state().digest();
    }

    private static ShardName name(int number) {
        return new ShardName("shard" + number);
    }

    private static ShardRow row(List<ShardRow> rows, int number) {
        return rows.get(number);
    }

    private static Reason reason(List<ShardRow> rows, String name) {
        return rows.stream()
                .filter(row -> row.shard().value().equals(name))
                .findFirst()
                .flatMap(ShardRow::why)
                .orElseThrow()
                .reason();
    }
}
