package io.poseidon.workbench.training.plan;

import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.training.plan.Plan.Features;
import io.poseidon.workbench.training.plan.Plan.Label;
import io.poseidon.workbench.training.plan.Plan.Model;
import io.poseidon.workbench.training.plan.Plan.Quorum;
import io.poseidon.workbench.training.plan.Plan.Strategy;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// From the plan's YAML to a [Plan]. What this version cannot do is refused by name, never ignored.
final class PlanReader {

    private static final int LARGEST_COUNT = 100_000;

    private PlanReader() {}

    static Plan read(Document root) {
        root.onlyKeys(
                "plan",
                "contributor",
                "task",
                "label",
                "features",
                "model",
                "strategy",
                "rounds",
                "quorum",
                "privacy",
                "evaluation",
                "seed");
        requireVersion(root.required("plan"));
        requireOneOf(root.required("task"), "binary-classification");
        requirePlainSum(root.required("privacy"));
        var label = label(root.required("label"));
        var contributor = root.required("contributor").text();
        var features = features(root.required("features"), contributor, label.column());
        return new Plan(
                contributor,
                label,
                features,
                model(root.required("model")),
                strategy(root.required("strategy")),
                between(root.required("rounds"), 1, 10_000),
                quorum(root.required("quorum")),
                holdout(root.required("evaluation")),
                root.required("seed").longInteger());
    }

    private static void requireVersion(Document version) {
        if (version.integer() != 1) {
            throw unsupported(version, "plan: " + version.text(), "plan: 1");
        }
    }

    private static void requirePlainSum(Document privacy) {
        privacy.onlyKeys("secureAggregation", "dp");
        privacy.optional("dp").ifPresent(dp -> {
            throw unsupported(dp, "dp", "a plan without dp");
        });
        var secure = privacy.required("secureAggregation");
        if (secure.flag()) {
            throw unsupported(secure, "secureAggregation: true", "secureAggregation: false");
        }
    }

    private static Label label(Document label) {
        label.onlyKeys("column", "positive");
        return new Label(
                label.required("column").text(), label.required("positive").text());
    }

    private static Features features(Document features, String contributor, String label) {
        features.onlyKeys("numeric", "categorical");
        var numeric = features.optional("numeric").map(Document::texts).orElse(List.of());
        var categorical = new LinkedHashMap<String, Optional<List<String>>>();
        features.optional("categorical")
                .ifPresent(columns -> columns.entries()
                        .forEach((column, vocabulary) -> categorical.put(column, vocabulary(vocabulary))));
        var read = new Features(numeric, Collections.unmodifiableMap(categorical));
        var seen = new HashSet<>(List.of(contributor, label));
        for (var column : read.columns().toList()) {
            if (!seen.add(column)) {
                throw features.expected("columns that stand once; " + column + " has another part in this plan");
            }
        }
        if (read.columns().findAny().isEmpty()) {
            throw features.expected("at least one column");
        }
        return read;
    }

    private static Optional<List<String>> vocabulary(Document vocabulary) {
        if (vocabulary.isNull()) {
            return Optional.empty();
        }
        var categories = vocabulary.texts();
        if (categories.isEmpty() || new HashSet<>(categories).size() < categories.size() || categories.contains("")) {
            throw vocabulary.expected("null or a list of different categories");
        }
        return Optional.of(categories);
    }

    private static Model model(Document model) {
        model.onlyKeys("kind", "hidden");
        var kind = model.required("kind");
        requireOneOf(kind, "logistic", "mlp");
        if (kind.text().equals("logistic")) {
            model.optional("hidden").ifPresent(hidden -> {
                throw hidden.expected("left out of a logistic model");
            });
            return new Model("logistic", List.of());
        }
        var hidden = model.required("hidden").items().stream()
                .map(width -> between(width, 1, 4096))
                .toList();
        if (hidden.isEmpty() || hidden.size() > 4) {
            throw model.required("hidden").expected("one to four layer widths");
        }
        return new Model("mlp", hidden);
    }

    private static Strategy strategy(Document strategy) {
        strategy.onlyKeys("kind", "localEpochs", "batch", "learningRate");
        requireOneOf(strategy.required("kind"), "fedavg");
        double rate = strategy.required("learningRate").real();
        if (!(rate > 0 && rate <= 100)) {
            throw strategy.required("learningRate").expected("above 0 and at most 100");
        }
        return new Strategy(
                between(strategy.required("localEpochs"), 1, 1000),
                between(strategy.required("batch"), 1, LARGEST_COUNT),
                rate);
    }

    private static Quorum quorum(Document quorum) {
        quorum.onlyKeys("shards", "fraction", "roundTimeoutSeconds");
        double fraction = quorum.optional("fraction").map(Document::real).orElse(0.0);
        if (!(fraction >= 0 && fraction <= 1)) {
            throw quorum.required("fraction").expected("between 0 and 1");
        }
        var timeout = between(quorum.required("roundTimeoutSeconds"), 1, 86_400);
        return new Quorum(between(quorum.required("shards"), 1, LARGEST_COUNT), fraction, Duration.ofSeconds(timeout));
    }

    private static double holdout(Document evaluation) {
        evaluation.onlyKeys("holdout");
        double holdout = evaluation.required("holdout").real();
        if (!(holdout > 0 && holdout < 1)) {
            throw evaluation.required("holdout").expected("between 0 and 1");
        }
        return holdout;
    }

    private static int between(Document number, int least, int most) {
        int value = number.integer();
        if (value < least || value > most) {
            throw number.expected("between " + least + " and " + most);
        }
        return value;
    }

    private static void requireOneOf(Document value, String... supported) {
        if (!List.of(supported).contains(value.text())) {
            throw unsupported(value, value.text(), String.join(", ", supported));
        }
    }

    private static Problem unsupported(Document place, String what, String instead) {
        return Problem.of(
                Kind.INPUT, PlanReader.class, "plan-unsupported", place.line(), place.column(), what, instead);
    }
}
