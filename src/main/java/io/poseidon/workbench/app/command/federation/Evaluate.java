package io.poseidon.workbench.app.command.federation;

import io.poseidon.workbench.app.command.option.ConsoleProgress;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.remote.shard.DataFile;
import io.poseidon.workbench.training.Assessment;
import io.poseidon.workbench.training.export.SafetensorsFile;
import io.poseidon.workbench.training.report.ReportJson;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How good a saved model is on a data file.
@Command(
        name = "evaluate",
        description = "Accuracy, AUC, log loss and calibration error of a saved model on a data file with its label.")
public final class Evaluate implements Callable<Integer> {

    @Mixin
    private Output output;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "model.safetensors of a run")
    private Path modelFile;

    @Mixin
    private RowsOption data;

    @Override
    public Integer call() {
        var model = SafetensorsFile.read(modelFile);
        var plan = model.plan();
        try (var progress = new ConsoleProgress(output);
                var engine = Engine.start();
                var file = data.open(engine, progress)) {
            var needed = Stream.concat(
                    Stream.of(plan.contributor(), plan.label().column()),
                    plan.features().columns());
            var missing = file.missing(needed);
            var rows = file.rows(plan);
            if (!missing.isEmpty() || rows.isEmpty()) {
                throw Problem.of(
                        Kind.INPUT,
                        DataFile.class,
                        missing.isEmpty() ? "data-not-numeric" : "data-lacks-model-columns",
                        String.join(", ", missing));
            }
            var metrics = Assessment.of(model, rows.get());
            var text = String.format(
                    Locale.ROOT,
                    "accuracy %.4f%nAUC %.4f ± %.4f%nlog loss %.4f ± %.4f%ncalibration error %.4f%nrows %d",
                    metrics.accuracy(),
                    metrics.auc(),
                    metrics.aucHalfWidth(),
                    metrics.logLoss(),
                    metrics.logLossHalfWidth(),
                    metrics.calibrationError(),
                    metrics.count());
            output.document(ReportJson.write(metrics), text);
        }
        return 0;
    }
}
