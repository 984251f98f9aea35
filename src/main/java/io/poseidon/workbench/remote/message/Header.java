package io.poseidon.workbench.remote.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.poseidon.workbench.crypto.CanonicalJson;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.training.round.Phase;
import io.poseidon.workbench.training.round.RunId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What stands on the outside of a message, in the clear, and is signed with it: who says it to whom, where in which
/// run, and the how manyth message of that run between the two it is.
public record Header(Digest federation, RunId run, int round, Phase phase, String from, String to, long sequence) {

    /// The one spelling that is signed.
    byte[] bytes() {
        return CanonicalJson.of(JsonNodeFactory.instance
                .objectNode()
                .put("federation", federation.hex())
                .put("run", run.value())
                .put("round", round)
                .put("phase", phase.name().toLowerCase(Locale.ROOT))
                .put("from", from)
                .put("to", to)
                .put("sequence", sequence));
    }

    /// Empty for what is not exactly the spelling of a header.
    static Optional<Header> parse(byte[] bytes) {
        try {
            var node = CanonicalJson.parse(bytes);
            var header = new Header(
                    new Digest(text(node, "federation")),
                    new RunId(text(node, "run")),
                    node.path("round").intValue(),
                    Phase.valueOf(text(node, "phase").toUpperCase(Locale.ROOT)),
                    text(node, "from"),
                    text(node, "to"),
                    node.path("sequence").longValue());
            return Arrays.equals(header.bytes(), bytes) ? Optional.of(header) : Optional.empty();
        } catch (Problem | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asText("");
    }
}
