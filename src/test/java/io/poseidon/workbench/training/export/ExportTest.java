package io.poseidon.workbench.training.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.remote.simulation.Pace;
import io.poseidon.workbench.remote.simulation.Simulator;
import io.poseidon.workbench.training.Coordinator;
import io.poseidon.workbench.training.RunResult;
import io.poseidon.workbench.training.Samples;
import io.poseidon.workbench.training.TrainedModel;
import io.poseidon.workbench.training.checkpoint.Checkpoint;
import io.poseidon.workbench.training.checkpoint.CheckpointFile;
import io.poseidon.workbench.training.features.Rows;
import io.poseidon.workbench.training.network.Kernel;
import io.poseidon.workbench.training.network.Trainer;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.round.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Saved models, judged by ONNX Runtime and read back.
final class ExportTest {

    private static final String LOGISTIC = "{kind: logistic}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {LOGISTIC, "{kind: mlp, hidden: [16, 4]}"})
    void onnxRuntimeGivesOurProbabilitiesFromRawColumns(String kind) throws OrtException {
        var model = trained(kind).model().orElseThrow();
        var rows = withGaps(Samples.rows(300, 77));
        var expected = ours(model, rows);
        var judged = judged(OnnxFile.of(model), rows);
        for (int row = 0; row < expected.length; row++) {
            assertEquals(expected[row], judged[row], 1e-5f, kind + ", row " + row);
        }
    }

    @Test
    void aSavedModelIsReadBackWhole() throws IOException {
        var model = trained(LOGISTIC).model().orElseThrow();
        var file = folder.resolve("model.safetensors");
        Files.write(file, SafetensorsFile.of(model));
        assertEquals(model, SafetensorsFile.read(file));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aDamagedModelIsRefusedWithoutAGuess(long seed) throws IOException {
        var model = trained(LOGISTIC).model().orElseThrow();
        var file = folder.resolve("model.safetensors");
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 60; i++) {
            var bytes = SafetensorsFile.of(model);
            int at = 8 + random.nextInt(bytes.length - 8);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
            try {
                assertEquals(model.state(), SafetensorsFile.read(file).state(), "seed " + seed + ", byte " + at);
            } catch (Problem problem) {
                assertEquals("model-not-ours", problem.code(), "seed " + seed + ", byte " + at);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 100})
    void aCutModelIsRefused(int length) throws IOException {
        var file = folder.resolve("model.safetensors");
        Files.write(
                file, Arrays.copyOf(SafetensorsFile.of(trained(LOGISTIC).model().orElseThrow()), length));
        var problem = assertThrows(Problem.class, () -> SafetensorsFile.read(file));
        assertEquals("model-not-ours", problem.code());
        assertEquals(7, problem.kind().exitCode());
    }

    @Test
    void aCheckpointIsReadBackWholeAndFitsItsPlanOnly() throws IOException {
        var result = trained(LOGISTIC);
        var checkpoint = new Checkpoint(
                Samples.plan(),
                result.report().rounds().size(),
                result.model().orElseThrow().state(),
                result.report().rounds());
        var file = folder.resolve("checkpoint.json");
        CheckpointFile.write(checkpoint, file);
        var read = CheckpointFile.read(file, Samples.plan());
        assertEquals(checkpoint.model(), read.model());
        assertEquals(checkpoint.round(), read.round());
        var other = Plan.parse("plan", Samples.PLAN.replace("seed: 7", "seed: 8"));
        assertEquals(
                "checkpoint-of-other-plan",
                assertThrows(Problem.class, () -> CheckpointFile.read(file, other))
                        .code());
        Files.writeString(file, Files.readString(file).replace("\"weights\":\"", "\"weights\":\"AAAA"));
        assertEquals(
                "checkpoint-damaged",
                assertThrows(Problem.class, () -> CheckpointFile.read(file, Samples.plan()))
                        .code());
        assertEquals(
                "checkpoint-missing",
                assertThrows(Problem.class, () -> CheckpointFile.read(folder.resolve("no"), Samples.plan()))
                        .code());
    }

    @Test
    void theCardSaysWhoSawWhat() {
        var result = trained(LOGISTIC);
        var card = ModelCard.of(
                result.model().orElseThrow(), result.report().last().orElseThrow());
        assertTrue(card.contains("The coordinator saw each shard's update"), card);
        assertTrue(card.contains("no guarantee of differential privacy"), card);
        assertTrue(card.contains("| `region` | one of Busan, Daegu, Seoul |"), card);
    }

    private static RunResult trained(String kind) {
        var plan = Plan.parse("plan", Samples.PLAN.replace(LOGISTIC, kind).replace("rounds: 6", "rounds: 2"));
        var setting = new Simulator.Setting(Samples.BUYER, Instant.EPOCH, Pace.AT_ONCE, 1);
        return new Coordinator(plan, new Simulator(Samples.shards(3), Map.of(), setting), RunId.fresh(), _ -> {})
                .run(Progress.NONE);
    }

    /// Some values missing, some categories unknown.
    private static Rows withGaps(Rows rows) {
        rows.numbers("income")[3] = Double.NaN;
        rows.numbers("age")[4] = Double.NaN;
        rows.texts("region")[5] = "";
        rows.texts("region")[6] = "Jeju";
        return rows;
    }

    private static float[] ours(TrainedModel model, Rows rows) {
        var encoding = model.state().encoding();
        var trainer = new Trainer(model.plan().network(encoding), Kernel.fastest());
        var examples = model.plan()
                .examples(encoding, rows, IntStream.range(0, rows.size()).toArray());
        var weights = model.state().weights().values();
        var probabilities = new float[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            probabilities[row] = trainer.predict(weights, examples, row)[0];
        }
        return probabilities;
    }

    private static float[] judged(byte[] onnx, Rows rows) throws OrtException {
        var environment = OrtEnvironment.getEnvironment();
        var inputs = new HashMap<String, OnnxTensor>();
        try (var session = environment.createSession(onnx)) {
            for (var column : new String[] {"age", "income"}) {
                var values = rows.numbers(column);
                var tensor = new float[values.length][1];
                for (int row = 0; row < values.length; row++) {
                    tensor[row][0] = (float) values[row];
                }
                inputs.put(column, OnnxTensor.createTensor(environment, tensor));
            }
            var regions = rows.texts("region");
            inputs.put("region", OnnxTensor.createTensor(environment, regions, new long[] {regions.length, 1}));
            try (var results = session.run(inputs)) {
                var output =
                        (float[][]) results.get("probability").orElseThrow().getValue();
                var probabilities = new float[output.length];
                for (int row = 0; row < output.length; row++) {
                    probabilities[row] = output[row][0];
                }
                return probabilities;
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }
}
