package io.poseidon.workbench.app.command.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.app.command.option.PolicySource;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Explanations;
import io.poseidon.workbench.policy.Occasion;
import io.poseidon.workbench.query.cases.CaseFile;
import io.poseidon.workbench.query.cases.DecisionDocument;
import io.poseidon.workbench.query.cases.PolicyDesk;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Decides questions under a policy without any data.
@Command(name = "check", description = "Decides a question, or a file of questions, under a policy; reads no data.")
public final class PolicyCheck implements Callable<Integer> {

    @Mixin
    private Output output;

    @Option(
            names = "--policy",
            required = true,
            paramLabel = "P.yaml",
            description = "the policy, or a sealed file, NAME.poseidon, whose own is taken")
    private Path policy;

    @Option(
            names = "--cases",
            paramLabel = "F.jsonl",
            description = "questions, one JSON object a line: {\"id\",\"sql\",\"session\"}")
    private @Nullable Path cases;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "judge the policy's days at this moment, as in 2026-11-30T12:00:00Z (default: not at all)")
    private @Nullable Instant at;

    @Option(names = "--purpose", paramLabel = "P", description = "what the answers are for (default: not judged)")
    private @Nullable String purpose;

    @Option(
            names = "--replay",
            paramLabel = "LOG",
            description = "decide every question of an audit log again, and count its budget again")
    private @Nullable Path replay;

    @Parameters(arity = "0..1", paramLabel = "SQL", description = "one question")
    private @Nullable String sql;

    @Override
    public Integer call() {
        if (Stream.of(cases, sql, replay).filter(Objects::nonNull).count() != 1) {
            throw Problem.of(Problem.Kind.USAGE, Main.class, "one-question-or-cases");
        }
        var document = PolicySource.read(policy);
        if (replay != null) {
            return Replay.run(output, document, replay);
        }
        try (var engine = Engine.start()) {
            var desk = new PolicyDesk(engine, document, occasion());
            return cases == null ? one(desk, Objects.requireNonNull(sql)) : all(desk, cases);
        }
    }

    private Occasion occasion() {
        return new Occasion(
                Optional.ofNullable(at).map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC)),
                Optional.ofNullable(purpose).map(Set::of));
    }

    private int all(PolicyDesk desk, Path file) {
        CaseFile.read(file).forEach(item -> {
            var answer = Output.object().put("id", item.id());
            DecisionDocument.fill(answer, desk.decide(item.session(), item.sql()));
            output.line(answer);
        });
        return 0;
    }

    private int one(PolicyDesk desk, String text) {
        var decision = desk.decide(Optional.empty(), text);
        var answer = Output.object();
        DecisionDocument.fill(answer, decision);
        output.document(answer, described(decision, answer));
        return decision.mayRun() ? 0 : Problem.Kind.REFUSED.exitCode();
    }

    private static String described(Decision decision, ObjectNode answer) {
        var lines =
                new StringBuilder(decision.word()).append(": ").append(new Explanations(Locale.ENGLISH).why(decision));
        answer.path("rules")
                .forEach(rule -> lines.append("\n  ")
                        .append(rule.path("rule").asText())
                        .append(" at line ")
                        .append(rule.path("line").asInt())
                        .append(", column ")
                        .append(rule.path("column").asInt()));
        if (answer.path("repair").isObject()) {
            lines.append("\nAllowed instead (")
                    .append(answer.path("repair").path("effect").asText())
                    .append("):\n  ")
                    .append(answer.path("repair").path("sql").asText());
        }
        return lines.toString();
    }
}
