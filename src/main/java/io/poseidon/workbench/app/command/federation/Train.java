package io.poseidon.workbench.app.command.federation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.app.command.option.ConsoleProgress;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.app.command.text.RunNarrator;
import io.poseidon.workbench.crypto.federation.Member;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.remote.FlightContributors;
import io.poseidon.workbench.remote.FlightContributors.Gathering;
import io.poseidon.workbench.remote.relay.Address;
import io.poseidon.workbench.training.Coordinator;
import io.poseidon.workbench.training.RunResult;
import io.poseidon.workbench.training.export.RunFolder;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.report.ReportJson;
import io.poseidon.workbench.training.report.RunReport;
import io.poseidon.workbench.training.round.RunId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs a training plan with the shards at a relay.
@Command(
        name = "train",
        description =
                "Trains a plan on the shards at a relay and saves model, model card and report. In this version the"
                        + " coordinator sees each shard's update: the plan must say secureAggregation: false.")
public final class Train implements Callable<Integer> {

    @Mixin
    private Output output;

    @Option(names = "--plan", required = true, paramLabel = "PLAN.yaml", description = "what to train, and how")
    private Path planFile;

    @Mixin
    private RelayOption relay;

    @Mixin
    private MemberOption member;

    @Option(names = "--name", paramLabel = "NAME", description = "the member's name (buyer)", defaultValue = "buyer")
    private String name;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "model, report and checkpoint")
    private Path out;

    @Option(names = "--resume", description = "go on after the checkpoint in --out")
    private boolean resume;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "how long to wait for the plan's shards to be there (20)",
            defaultValue = "20")
    private int patience;

    @Override
    public Integer call() {
        var plan = Plan.read(planFile);
        var address = relay.address();
        var folder = RunFolder.in(out, plan);
        try (var progress = new ConsoleProgress(output);
                var self = member.read(name)) {
            progress.onCancel(Thread.currentThread()::interrupt);
            var result = train(plan, address, self, folder, progress);
            return finish(folder, result);
        } catch (CancelledException e) {
            throw Problem.of(Problem.Kind.CANCELLED, Coordinator.class, "run-cancelled", folder.checkpointFile())
                    .because(e);
        }
    }

    private RunResult train(Plan plan, Address address, Member self, RunFolder folder, Progress progress) {
        var run = RunId.fresh();
        var narrator = new RunNarrator(output, plan);
        var gathering = new Gathering(plan.quorum().shards(), Duration.ofSeconds(patience));
        try (var contributors = FlightContributors.meet(self, address, run, gathering, progress)) {
            if (contributors.members().isEmpty()) {
                throw Problem.of(Problem.Kind.REMOTE, Coordinator.class, "no-shards");
            }
            var coordinator = new Coordinator(plan, contributors, run, event -> {
                folder.accept(event);
                narrator.tell(event);
            });
            return resume ? coordinator.resume(folder.checkpoint(), progress) : coordinator.run(progress);
        }
    }

    private int finish(RunFolder folder, RunResult result) {
        var report = result.report();
        if (report.outcome() != RunReport.Outcome.COMPLETED) {
            throw report.quorumLost();
        }
        folder.save(result.model().orElseThrow(), report.last().orElseThrow());
        output.document(document(folder, report), text(folder, report));
        return 0;
    }

    private static ObjectNode document(RunFolder folder, RunReport report) {
        var json = Output.object()
                .put("onnx", folder.onnx().toString())
                .put("safetensors", folder.safetensors().toString())
                .put("reportFile", folder.report().toString());
        json.set("report", ReportJson.write(report));
        return json;
    }

    private static String text(RunFolder folder, RunReport report) {
        return RunNarrator.figures(report.last().orElseThrow()) + "\n" + report.count(RunReport.State.TAKING_PART)
                + " shards to the end, " + report.count(RunReport.State.LOST) + " lost, "
                + report.count(RunReport.State.DECLINED)
                + " declined\n" + ReportJson.STATEMENT + "\n" + folder.onnx() + "\n" + folder.safetensors() + "\n"
                + folder.report();
    }
}
