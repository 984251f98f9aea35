package io.poseidon.workbench.app.command;

import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.app.command.option.UserFolder;
import io.poseidon.workbench.app.evidence.EvidenceCheck;
import io.poseidon.workbench.app.evidence.EvidenceReport;
import io.poseidon.workbench.app.evidence.ResultCheck;
import io.poseidon.workbench.app.evidence.TreeCheck;
import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.model.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The part of `verify` that judges evidence: its options and what it says.
public final class VerifyEvidence {

    @Option(
            names = "--result",
            paramLabel = "FILE",
            description = "with evidence: the result that was taken away (CSV, JSON, Arrow or Parquet)")
    private @Nullable Path result;

    @Option(
            names = "--salt",
            paramLabel = "FILE",
            description = "with --result: the salt (default: NAME.evidence.salt beside the record)")
    private @Nullable Path salt;

    @Option(
            names = "--language",
            paramLabel = "en|ko",
            description = "with evidence: the language of what it proves (default: ${DEFAULT-VALUE})",
            defaultValue = "en")
    private String language = "en";

    int call(Output output, Path file, Trust trust) {
        try {
            var sound = new EvidenceCheck(trust, UserFolder.or(Optional.empty())).check(file);
            var against = Optional.ofNullable(result);
            against.ifPresent(
                    taken -> new ResultCheck(sound.evidence(), file).require(taken, Optional.ofNullable(salt)));
            say(output, file, new EvidenceReport(sound, isOfItsText(sound), against));
            return 0;
        } catch (Problem problem) {
            return refuse(output, file, problem);
        }
    }

    private static boolean isOfItsText(EvidenceCheck.Sound sound) {
        try (var engine = Engine.start()) {
            return new TreeCheck(engine.sqlText()).require(sound.evidence());
        }
    }

    private static int refuse(Output output, Path file, Problem problem) {
        output.say(problem);
        var document = Output.object().put("file", file.toString()).put("kind", "evidence");
        document.put("verdict", problem.code());
        Output.put(document, problem);
        output.document(document, "verdict: " + problem.code());
        return problem.kind().exitCode();
    }

    private void say(Output output, Path file, EvidenceReport report) {
        var locale = Locale.forLanguageTag(language);
        var sound = report.sound();
        var document = Output.object().put("file", file.toString()).put("kind", "evidence");
        document.put("verdict", "good");
        document.put("attestation", sound.evidence().attestation().word());
        document.putObject("signer").put("name", sound.signer()).put("keyId", sound.keyId());
        document.put("tree", report.tree() ? "matches" : "other-engine");
        document.put("result", report.result().isPresent() ? "matches" : "not-given");
        report.proves(locale).forEach(document.putArray("proves")::add);
        report.doesNotProve(locale).forEach(document.putArray("doesNotProve")::add);
        document.set("statement", sound.evidence().toJson());
        output.document(document, text(report, locale));
    }

    private static String text(EvidenceReport report, Locale locale) {
        return "verdict: good, " + report.attestation(locale) + "\n" + lines(" + ", report.proves(locale)) + "\n"
                + lines(" - ", report.doesNotProve(locale));
    }

    private static String lines(String mark, List<String> lines) {
        return mark + String.join("\n" + mark, lines);
    }
}
