package io.poseidon.workbench.training.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.model.Problem;

/// A plan as JSON with the keys of the YAML: what shards are shown, and what reports, checkpoints and models keep.
public final class PlanJson {

    private PlanJson() {}

    public static ObjectNode write(Plan plan) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("plan", 1)
                .put("contributor", plan.contributor())
                .put("task", "binary-classification");
        json.putObject("label")
                .put("column", plan.label().column())
                .put("positive", plan.label().positive());
        features(json.putObject("features"), plan.features());
        model(json.putObject("model"), plan.model());
        json.putObject("strategy")
                .put("kind", "fedavg")
                .put("localEpochs", plan.strategy().localEpochs())
                .put("batch", plan.strategy().batch())
                .put("learningRate", plan.strategy().learningRate());
        json.put("rounds", plan.rounds());
        json.putObject("quorum")
                .put("shards", plan.quorum().shards())
                .put("fraction", plan.quorum().fraction())
                .put("roundTimeoutSeconds", plan.quorum().roundTimeout().toSeconds());
        json.putObject("privacy").put("secureAggregation", false);
        json.putObject("evaluation").put("holdout", plan.holdout());
        return json.put("seed", plan.seed());
    }

    private static void features(ObjectNode json, Plan.Features features) {
        features.numeric().forEach(json.putArray("numeric")::add);
        var categorical = json.putObject("categorical");
        features.categorical().forEach((column, vocabulary) -> {
            var categories = vocabulary.orElse(null);
            if (categories == null) {
                categorical.putNull(column);
            } else {
                categories.forEach(categorical.putArray(column)::add);
            }
        });
    }

    private static void model(ObjectNode json, Plan.Model model) {
        json.put("kind", model.kind());
        if (!model.hidden().isEmpty()) {
            model.hidden().forEach(json.putArray("hidden")::add);
        }
    }

    /// As strict as reading the YAML; throws [IllegalArgumentException] for what is no plan this version can do.
    public static Plan read(JsonNode json) {
        try {
            return Plan.parse("plan", json.toString());
        } catch (Problem e) {
            throw new IllegalArgumentException("not a plan", e);
        }
    }
}
