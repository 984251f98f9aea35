package io.poseidon.workbench.training.view;

import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.remote.simulation.Fault;
import io.poseidon.workbench.remote.simulation.Pace;
import io.poseidon.workbench.remote.simulation.Simulator;
import io.poseidon.workbench.training.Samples;
import io.poseidon.workbench.training.Venue;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.round.ShardName;
import io.poseidon.workbench.training.shard.LocalShard;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// View models over simulated shards, for tests and pictures.
final class SampleRuns {

    static final List<String> NAMES = List.of("hanbit", "dasom", "garam", "nuri", "byeol");

    private SampleRuns() {}

    static Plan plan() {
        return Plan.parse("plan", Samples.PLAN.replace("rounds: 6", "rounds: 20"));
    }

    static TrainingModel model(Jobs jobs, Path runs, Pace pace, Map<ShardName, List<Fault>> faults) {
        var venue = new Venue(
                "5 simulated shards",
                true,
                (plan, run, progress) ->
                        new Simulator(shards(), faults, new Simulator.Setting(Samples.BUYER, Instant.now(), pace, 3)));
        return new TrainingModel(jobs, plan(), venue, runs);
    }

    static Map<ShardName, List<Fault>> garamIsLost() {
        return Map.of(new ShardName("garam"), List.of(new Fault.Silent(9)));
    }

    private static List<LocalShard> shards() {
        return IntStream.range(0, NAMES.size())
                .mapToObj(i -> Samples.shard(NAMES.get(i), Samples.terms(), 1200 + 137 * i, i))
                .toList();
    }
}
