package io.poseidon.workbench.app.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.training.Coordinator;
import io.poseidon.workbench.training.RunResult;
import io.poseidon.workbench.training.Venue;
import io.poseidon.workbench.training.export.RunFolder;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.report.RunReport;
import io.poseidon.workbench.training.round.RunId;
import java.nio.file.Path;

/// The sample's plan, trained on the demonstration's shards.
final class RemoteTraining {

    private RemoteTraining() {}

    /// Model, card and report go to `folder`.
    static void run(Venue venue, Path planFile, Path folder, ObjectNode result) {
        var plan = Plan.read(planFile);
        var files = RunFolder.in(folder, plan);
        var ended = train(venue, plan, files);
        var report = ended.report();
        if (report.outcome() != RunReport.Outcome.COMPLETED) {
            throw Problem.of(Kind.REMOTE, RemoteTraining.class, "training-incomplete", report.outcome());
        }
        var last = report.last().orElseThrow();
        files.save(ended.model().orElseThrow(), last);
        var metrics = last.holdout();
        result.put("rounds", report.rounds().size())
                .put("shards", report.count(RunReport.State.TAKING_PART))
                .put("lost", report.count(RunReport.State.LOST))
                .put("auc", metrics.auc())
                .put("accuracy", metrics.accuracy())
                .put("logLoss", metrics.logLoss())
                .put("calibrationError", metrics.calibrationError())
                .put("secureAggregation", false)
                .put("model", files.onnx().getFileName().toString());
    }

    private static RunResult train(Venue venue, Plan plan, RunFolder files) {
        var run = RunId.fresh();
        try (var shards = venue.opening().open(plan, run, Progress.NONE)) {
            return new Coordinator(plan, shards, run, files::accept).run(Progress.NONE);
        }
    }
}
