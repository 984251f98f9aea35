package io.poseidon.workbench.remote.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.training.Coordinator;
import io.poseidon.workbench.training.RunResult;
import io.poseidon.workbench.training.Samples;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.report.RunReport.Outcome;
import io.poseidon.workbench.training.report.RunReport.State;
import io.poseidon.workbench.training.round.RunId;
import io.poseidon.workbench.training.round.ShardName;
import io.poseidon.workbench.training.shard.LocalShard;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The published credit-default data in ten shards, two of them killed in mid-run. The central reference is an area of
/// .7435 and an accuracy of .8035.
final class CreditDefaultTest {

    private final Plan plan = Plan.parse("plan", Samples.CREDIT_PLAN);

    @Test
    void tenShardsComeCloseToTheCentralReferenceThoughTwoAreLost() {
        Map<ShardName, List<Fault>> faults = Map.of(
                new ShardName("shard3"), List.of(new Fault.Silent(8)),
                new ShardName("shard7"), List.of(new Fault.Silent(8)));
        var result = run(plan, 10, faults);
        assertEquals(Outcome.COMPLETED, result.report().outcome());
        assertEquals(2, result.report().count(State.LOST));
        var holdout = result.report().last().orElseThrow().holdout();
        assertTrue(holdout.auc() >= 0.735, holdout.toString());
        assertTrue(holdout.accuracy() >= 0.795, holdout.toString());
    }

    @Test
    void tenShardsTrainAsGoodAModelAsOneHolderOfAllRows() {
        var lone = Plan.parse("plan", Samples.CREDIT_PLAN.replace("shards: 3", "shards: 1"));
        var central = run(lone, 1, Map.of()).report().last().orElseThrow().holdout();
        var federated = run(plan, 10, Map.of()).report().last().orElseThrow().holdout();
        assertEquals(central.count(), federated.count());
        assertEquals(central.auc(), federated.auc(), 0.005);
        assertEquals(central.logLoss(), federated.logLoss(), 0.005);
    }

    private static RunResult run(Plan plan, int count, Map<ShardName, List<Fault>> faults) {
        var shards = IntStream.range(0, count).mapToObj(i -> shard(count, i)).toList();
        var setting = new Simulator.Setting(Samples.BUYER, Instant.EPOCH, Pace.AT_ONCE, 1);
        return new Coordinator(plan, new Simulator(shards, faults, setting), RunId.fresh(), _ -> {}).run(Progress.NONE);
    }

    private static LocalShard shard(int count, int number) {
        var rows = Samples.credit(count, Set.of(number));
        return new LocalShard(
                new ShardName("shard" + number), Samples.creditTerms(), _ -> Optional.of(rows), InstantSource.system());
    }
}
