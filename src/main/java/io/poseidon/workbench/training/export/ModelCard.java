package io.poseidon.workbench.training.export;

import io.poseidon.workbench.training.TrainedModel;
import io.poseidon.workbench.training.features.Input.Categorical;
import io.poseidon.workbench.training.features.Input.Numeric;
import io.poseidon.workbench.training.report.ReportJson;
import io.poseidon.workbench.training.report.RoundResult;
import java.util.Locale;

/// What a saved model is, in Markdown: its inputs, how it was trained, how good it was on the holdout, and what it says
/// about protection.
final class ModelCard {

    private ModelCard() {}

    static String of(TrainedModel model, RoundResult last) {
        var plan = model.plan();
        var metrics = last.holdout();
        var text = new StringBuilder();
        line(text, "# %s = %s", plan.label().column(), plan.label().positive());
        line(text, "");
        line(text, "Federated averaging on %d shards, %d rounds, %s model.", last.shards(), last.round(), kind(model));
        line(text, "");
        line(text, "| holdout of the shards | value | 95 %% |");
        line(text, "|---|---|---|");
        line(text, "| rows | %d | |", metrics.count());
        line(text, "| AUC | %.4f | ± %.4f |", metrics.auc(), metrics.aucHalfWidth());
        line(text, "| accuracy at one half | %.4f | |", metrics.accuracy());
        line(text, "| log loss | %.4f | ± %.4f |", metrics.logLoss(), metrics.logLossHalfWidth());
        line(text, "| calibration error | %.4f | |", metrics.calibrationError());
        line(text, "");
        line(text, "## Protection");
        line(text, "");
        line(text, "%s The model itself carries no guarantee of differential privacy.", ReportJson.STATEMENT);
        line(text, "");
        inputs(text, model);
        line(text, "");
        line(
                text,
                "`model.onnx` takes these raw columns, each of shape [rows, 1] under its own name (float, or string"
                        + " for");
        line(
                text,
                "categories), and gives `probability`. `model.safetensors` holds the weights for standardised inputs,");
        line(
                text,
                "with plan and encoding in its metadata. Model digest: `%s`.",
                model.state().digest());
        return text.toString();
    }

    private static String kind(TrainedModel model) {
        return model.plan().model().hidden().isEmpty()
                ? model.plan().model().kind()
                : model.plan().model().kind() + " " + model.plan().model().hidden();
    }

    private static void inputs(StringBuilder text, TrainedModel model) {
        line(text, "## Inputs");
        line(text, "");
        line(text, "| column | as | missing |");
        line(text, "|---|---|---|");
        for (var input : model.state().encoding().inputs()) {
            switch (input) {
                case Numeric numeric ->
                    line(
                            text,
                            "| `%s` | number, standardised by mean %.6g and deviation %.6g | taken as the mean |",
                            numeric.column(),
                            numeric.mean(),
                            numeric.deviation());
                case Categorical categorical ->
                    line(
                            text,
                            "| `%s` | one of %s | no category |",
                            categorical.column(),
                            String.join(", ", categorical.vocabulary()));
            }
        }
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
