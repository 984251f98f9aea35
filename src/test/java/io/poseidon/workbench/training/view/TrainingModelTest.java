package io.poseidon.workbench.training.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.remote.simulation.Fault;
import io.poseidon.workbench.remote.simulation.Pace;
import io.poseidon.workbench.training.ShardState.Standing;
import io.poseidon.workbench.training.report.RunReport.Outcome;
import io.poseidon.workbench.training.round.ShardName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Without a toolkit: what jobs deliver is run here, by the test's thread.
final class TrainingModelTest {

    @TempDir
    Path runs;

    private final LinkedBlockingQueue<Runnable> delivered = new LinkedBlockingQueue<>();
    private final Jobs jobs = new Jobs(delivered::add);

    @AfterEach
    void end() {
        jobs.close();
    }

    @Test
    void aRunEndsWithFiguresAndASavedModel() throws InterruptedException {
        var model = SampleRuns.model(jobs, runs, Pace.AT_ONCE, SampleRuns.garamIsLost());
        model.start();
        assertTrue(model.runningProperty().get());
        runUntil(() -> !model.runningProperty().get());
        var state = model.stateProperty().get();
        assertEquals(Outcome.COMPLETED, state.outcome().orElseThrow());
        assertEquals(20, state.rounds().size());
        assertEquals(Standing.LOST, state.shards().get(new ShardName("garam")).standing());
        assertEquals(8, state.shards().get(new ShardName("garam")).rounds());
        assertEquals(4, state.takingPart());
        var folder = model.savedProperty().get().orElseThrow();
        assertTrue(Files.exists(folder.onnx()));
        assertTrue(Files.exists(folder.safetensors()));
        assertTrue(Files.exists(folder.report()));
        assertEquals(List.of(state), model.past());
    }

    @Test
    void cancellingKeepsTheCheckpointAndSavesNoModel() throws InterruptedException {
        var model = SampleRuns.model(jobs, runs, Pace.AS_ON_THE_WALL, Map.of());
        model.start();
        runUntil(() -> model.stateProperty().get().rounds().size() >= 2);
        model.cancel();
        runUntil(() -> !model.runningProperty().get());
        var state = model.stateProperty().get();
        assertEquals(Outcome.CANCELLED, state.outcome().orElseThrow());
        assertFalse(model.savedProperty().get().isPresent());
        var folder = runs.resolve(state.run().orElseThrow().value());
        assertTrue(Files.exists(folder.resolve("checkpoint.json")));
        assertFalse(Files.exists(folder.resolve("model.onnx")));
    }

    @Test
    void aLostQuorumIsAProblemWithItsNextStep() throws InterruptedException {
        Map<ShardName, List<Fault>> silent = Map.of(
                new ShardName("garam"), List.of(new Fault.Silent(2)),
                new ShardName("dasom"), List.of(new Fault.Slow(2, Duration.ofMinutes(1))),
                new ShardName("nuri"), List.of(new Fault.Garbage(2)));
        var model = SampleRuns.model(jobs, runs, Pace.AT_ONCE, silent);
        model.start();
        runUntil(() -> !model.runningProperty().get());
        assertEquals("quorum-lost", model.problemProperty().get().orElseThrow().code());
        assertEquals(1, model.stateProperty().get().rounds().size());
    }

    private void runUntil(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            var next = delivered.poll(60, TimeUnit.SECONDS);
            assertTrue(next != null, "nothing was delivered for 30 seconds");
            next.run();
        }
    }
}
