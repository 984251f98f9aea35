package io.poseidon.workbench.training.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.poseidon.workbench.crypto.CanonicalJson;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.training.features.EncodingJson;
import io.poseidon.workbench.training.network.Weights;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.plan.PlanJson;
import io.poseidon.workbench.training.report.ReportJson;
import io.poseidon.workbench.training.report.RoundResult;
import io.poseidon.workbench.training.round.ModelState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/// The last checkpoint of a run, in one JSON file that is replaced whole after each round.
public final class CheckpointFile {

    private static final long LARGEST = 256L << 20;

    private CheckpointFile() {}

    public static void write(Checkpoint checkpoint, Path file) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("checkpoint", 1)
                .put("round", checkpoint.round())
                .put("model", checkpoint.model().digest())
                .put("weights", checkpoint.model().weights().bytes());
        json.set("plan", PlanJson.write(checkpoint.plan()));
        json.set("encoding", EncodingJson.write(checkpoint.model().encoding()));
        var rounds = json.putArray("rounds");
        checkpoint.rounds().forEach(round -> rounds.add(ReportJson.write(round)));
        WholeFile.write(file, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Refuses a file that is damaged or belongs to another plan.
    public static Checkpoint read(Path file, Plan plan) {
        var json = parse(file);
        try {
            var checkpoint = checkpoint(json);
            if (!checkpoint.model().digest().equals(json.path("model").asText())
                    || checkpoint.round() != checkpoint.rounds().size()) {
                throw damaged(file);
            }
            if (!checkpoint.plan().equals(plan)) {
                throw Problem.of(Kind.INPUT, CheckpointFile.class, "checkpoint-of-other-plan", file);
            }
            return checkpoint;
        } catch (IllegalArgumentException | IOException e) {
            throw damaged(file).because(e);
        }
    }

    private static Checkpoint checkpoint(JsonNode json) throws IOException {
        var weights = json.path("weights").binaryValue();
        if (weights == null || json.path("checkpoint").asInt() != 1) {
            throw new IllegalArgumentException("no checkpoint");
        }
        var rounds = new ArrayList<RoundResult>();
        for (var round : json.path("rounds")) {
            rounds.add(ReportJson.readRound(round));
        }
        var model = new ModelState(EncodingJson.read(json.path("encoding")), Weights.ofBytes(weights));
        return new Checkpoint(
                PlanJson.read(json.path("plan")), json.path("round").asInt(), model, rounds);
    }

    private static JsonNode parse(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw damaged(file);
            }
            return CanonicalJson.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw Problem.of(Kind.INPUT, CheckpointFile.class, "checkpoint-missing", file)
                    .because(e);
        } catch (Problem e) {
            throw damaged(file).because(e);
        }
    }

    private static Problem damaged(Path file) {
        return Problem.of(Kind.INPUT, CheckpointFile.class, "checkpoint-damaged", file);
    }
}
