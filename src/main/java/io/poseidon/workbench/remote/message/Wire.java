package io.poseidon.workbench.remote.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.crypto.CanonicalJson;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.training.features.EncodingJson;
import io.poseidon.workbench.training.network.Weights;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.plan.PlanJson;
import io.poseidon.workbench.training.round.ModelState;
import io.poseidon.workbench.training.round.Reason;
import io.poseidon.workbench.training.round.Reply;
import io.poseidon.workbench.training.round.Request;
import io.poseidon.workbench.training.round.RowBand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Requests and replies as JSON; weights as base64 of little-endian floats. Reading never throws: what is no request is
/// empty, and what is no reply is [Reply.Garbage].
public final class Wire {

    private Wire() {}

    public static byte[] write(Request request) {
        return bytes(
                switch (request) {
                    case Request.Invite invite ->
                        object("invite").put("shards", invite.shards()).set("plan", PlanJson.write(invite.plan()));
                    case Request.Prepare _ -> object("prepare");
                    case Request.Train train -> model(object("train"), train.round(), train.model());
                    case Request.Evaluate evaluate -> model(object("evaluate"), evaluate.round(), evaluate.model());
                    case Request.Finish finish -> object("finish").put("round", finish.round());
                });
    }

    public static byte[] write(Reply reply) {
        return bytes(
                switch (reply) {
                    case Reply.Joined(var rows) ->
                        object("joined").put("from", rows.from()).put("until", rows.until());
                    case Reply.Declined(var reason) -> object("declined").put("reason", reason.code());
                    case Reply.Failed(var reason) -> object("failed").put("reason", reason.code());
                    case Reply.Prepared(var statistics) -> SumsJson.write(object("prepared"), statistics);
                    case Reply.Evaluated evaluated ->
                        SumsJson.write(
                                object("evaluated")
                                        .put("round", evaluated.round())
                                        .put("model", evaluated.model()),
                                evaluated.scores());
                    case Reply.Update update ->
                        object("update")
                                .put("round", update.round())
                                .put("model", update.model())
                                .put("change", update.change().bytes())
                                .put("rows", update.rows())
                                .put("loss", update.loss());
                    case Reply.Garbage _ -> object("garbage");
                });
    }

    public static Optional<Request> readRequest(byte[] payload) {
        try {
            var node = CanonicalJson.parse(payload);
            return switch (kind(node)) {
                case "invite" ->
                    Optional.of(
                            new Request.Invite(plan(node), node.path("shards").intValue()));
                case "prepare" -> Optional.of(new Request.Prepare());
                case "train" -> Optional.of(new Request.Train(round(node), model(node)));
                case "evaluate" -> Optional.of(new Request.Evaluate(round(node), model(node)));
                case "finish" -> Optional.of(new Request.Finish(round(node)));
                default -> Optional.empty();
            };
        } catch (Problem | IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    public static Reply readReply(byte[] payload) {
        try {
            var node = CanonicalJson.parse(payload);
            return switch (kind(node)) {
                case "joined" ->
                    new Reply.Joined(new RowBand(
                            node.path("from").longValue(), node.path("until").longValue()));
                case "declined" ->
                    new Reply.Declined(Reason.ofCode(node.path("reason").asText()));
                case "failed" ->
                    new Reply.Failed(Reason.ofCode(node.path("reason").asText()));
                case "prepared" -> new Reply.Prepared(SumsJson.readStatistics(node));
                case "evaluated" ->
                    new Reply.Evaluated(round(node), node.path("model").asText(), SumsJson.readScores(node));
                case "update" -> update(node);
                default -> new Reply.Garbage();
            };
        } catch (Problem | IllegalArgumentException | IOException e) {
            return new Reply.Garbage();
        }
    }

    private static Reply update(JsonNode node) throws IOException {
        return new Reply.Update(
                round(node),
                node.path("model").asText(),
                Weights.ofBytes(binary(node, "change")),
                node.path("rows").longValue(),
                node.path("loss").asDouble(Double.NaN));
    }

    private static ObjectNode object(String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind);
    }

    private static String kind(JsonNode node) {
        return node.path("kind").asText();
    }

    private static int round(JsonNode node) {
        return node.path("round").intValue();
    }

    private static Plan plan(JsonNode node) {
        return PlanJson.read(node.path("plan"));
    }

    private static ObjectNode model(ObjectNode node, int round, ModelState model) {
        node.put("round", round).put("weights", model.weights().bytes());
        node.set("encoding", EncodingJson.write(model.encoding()));
        return node;
    }

    private static ModelState model(JsonNode node) throws IOException {
        return new ModelState(EncodingJson.read(node.path("encoding")), Weights.ofBytes(binary(node, "weights")));
    }

    private static byte[] binary(JsonNode node, String key) throws IOException {
        var bytes = node.path(key).binaryValue();
        if (bytes == null) {
            throw new IllegalArgumentException("no bytes under " + key);
        }
        return bytes;
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
