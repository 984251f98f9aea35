package io.poseidon.workbench.app.command.policy;

import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.query.audit.LogReading;
import io.poseidon.workbench.query.rows.LogReplay;
import java.nio.file.Path;

/// `policy check --replay`: what a log says against what the policy says now.
public final class Replay {

    private Replay() {}

    /// 0 where everything is reproduced, 3 where anything differs.
    static int run(Output output, PolicyDocument policy, Path file) {
        var log = LogReading.of(file);
        try (var engine = Engine.start()) {
            var result = LogReplay.of(engine, policy, log.lines());
            if (log.torn()) {
                output.say("poseidon: caution: the last line is incomplete, as after a crash, and is left out");
            }
            print(output, log, result);
            return result.differences().isEmpty() ? 0 : Kind.REFUSED.exitCode();
        }
    }

    private static void print(Output output, LogReading log, LogReplay.Result result) {
        var document = Output.object()
                .put("lines", log.lines().size())
                .put("torn", log.torn())
                .put("decisions", result.decisions())
                .put("replayed", result.replayed())
                .put("otherPolicy", result.otherPolicy())
                .put("beyond", result.beyond());
        var differences = document.putArray("differences");
        result.differences()
                .forEach(difference -> differences
                        .addObject()
                        .put("sequence", difference.sequence())
                        .put("what", difference.what())
                        .put("recorded", difference.recorded())
                        .put("replayed", difference.replayed()));
        output.document(document, text(result));
    }

    private static String text(LogReplay.Result result) {
        var lines = new StringBuilder();
        result.differences()
                .forEach(difference -> lines.append("line ")
                        .append(difference.sequence())
                        .append(": ")
                        .append(difference.what())
                        .append(" was ")
                        .append(difference.recorded())
                        .append(", is ")
                        .append(difference.replayed())
                        .append('\n'));
        return lines.append(result.replayed())
                .append(" of ")
                .append(result.decisions())
                .append(" decisions replayed, ")
                .append(result.differences().size())
                .append(" differences; ")
                .append(result.otherPolicy())
                .append(" under another policy, ")
                .append(result.beyond())
                .append(" beyond a replay (own tables, or a text too long to be kept)")
                .toString();
    }
}
