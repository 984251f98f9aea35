package io.poseidon.workbench.training.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.crypto.CanonicalJson;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.training.TrainedModel;
import io.poseidon.workbench.training.features.EncodingJson;
import io.poseidon.workbench.training.network.Weights;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.plan.PlanJson;
import io.poseidon.workbench.training.round.ModelState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A trained model as safetensors: tensors `layerN.weight` and `layerN.bias`, and in the metadata the plan and the
/// encoding, so that the file is all that evaluating needs. The tensors take standardised inputs, as trained.
public final class SafetensorsFile {

    private static final long LARGEST = 256L << 20;

    private SafetensorsFile() {}

    public static byte[] of(TrainedModel model) {
        var json = JsonNodeFactory.instance.objectNode();
        json.putObject("__metadata__")
                .put("format", "poseidon-model-1")
                .put("digest", model.state().digest())
                .put("plan", PlanJson.write(model.plan()).toString())
                .put("encoding", EncodingJson.write(model.state().encoding()).toString());
        var network = model.plan().network(model.state().encoding());
        for (int layer = 0; layer < network.layers(); layer++) {
            int width = network.widths().get(layer);
            int outputs = network.widths().get(layer + 1);
            tensor(json, "layer" + layer + ".weight", network.offset(layer), outputs, width);
            tensor(json, "layer" + layer + ".bias", network.biases(layer), outputs);
        }
        var header = json.toString().getBytes(StandardCharsets.UTF_8);
        var padded = Arrays.copyOf(header, (header.length + 7) / 8 * 8);
        Arrays.fill(padded, header.length, padded.length, (byte) ' ');
        var weights = model.state().weights().bytes();
        return ByteBuffer.allocate(Long.BYTES + padded.length + weights.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded.length)
                .put(padded)
                .put(weights)
                .array();
    }

    private static void tensor(ObjectNode json, String name, int from, int... shape) {
        var tensor = json.putObject(name).put("dtype", "F32");
        int count = 1;
        var sizes = tensor.putArray("shape");
        for (int size : shape) {
            sizes.add(size);
            count *= size;
        }
        tensor.putArray("data_offsets").add((long) from * Float.BYTES).add((long) (from + count) * Float.BYTES);
    }

    /// Reads what [#of] wrote; anything else is a problem.
    public static TrainedModel read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw notOurs(file);
            }
            return read(file, ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN));
        } catch (IOException e) {
            throw Problem.of(Kind.INPUT, SafetensorsFile.class, "model-unreadable", file)
                    .because(e);
        }
    }

    private static TrainedModel read(Path file, ByteBuffer bytes) {
        long length = bytes.remaining() < Long.BYTES ? -1 : bytes.getLong();
        if (length < 0 || length > bytes.remaining()) {
            throw notOurs(file);
        }
        var header = new byte[(int) length];
        bytes.get(header);
        var weights = new byte[bytes.remaining()];
        bytes.get(weights);
        try {
            var metadata = CanonicalJson.parse(header).path("__metadata__");
            var state = new ModelState(EncodingJson.read(embedded(metadata, "encoding")), Weights.ofBytes(weights));
            var plan = PlanJson.read(embedded(metadata, "plan"));
            if (!fits(plan, state)
                    || !state.digest().equals(metadata.path("digest").asText())) {
                throw notOurs(file);
            }
            return new TrainedModel(plan, state);
        } catch (IllegalArgumentException e) {
            throw notOurs(file).because(e);
        } catch (Problem e) {
            throw e.code().equals("model-not-ours") ? e : notOurs(file).because(e);
        }
    }

    private static boolean fits(Plan plan, ModelState state) {
        return plan.network(state.encoding()).size() == state.weights().size()
                && state.weights().isFinite();
    }

    private static JsonNode embedded(JsonNode metadata, String key) {
        return CanonicalJson.parse(metadata.path(key).asText().getBytes(StandardCharsets.UTF_8));
    }

    private static Problem notOurs(Path file) {
        return Problem.of(Kind.INPUT, SafetensorsFile.class, "model-not-ours", file.getFileName());
    }
}
