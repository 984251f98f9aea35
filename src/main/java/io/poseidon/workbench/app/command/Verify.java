package io.poseidon.workbench.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.app.command.option.IdentityOption;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.app.command.option.VerifierOption;
import io.poseidon.workbench.app.command.text.ClaimsText;
import io.poseidon.workbench.app.evidence.EvidenceCheck;
import io.poseidon.workbench.bundle.Step;
import io.poseidon.workbench.bundle.Verdict;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.job.Progress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Judges a sealed file, step by step, or a record of evidence.
@Command(
        name = "verify",
        description = {
            "Checks a sealed file step by step; with an identity it deciphers it too, to nowhere.",
            "Or checks a record of evidence, NAME.evidence.json, and says what it proves and what it does not."
        })
public final class Verify implements Callable<Integer> {

    @Mixin
    private Output output;

    @Parameters(paramLabel = "FILE", description = "a sealed file, NAME.poseidon, or a record, NAME.evidence.json")
    private Path file;

    @Mixin
    private IdentityOption identity;

    @Mixin
    private VerifierOption verifier;

    @Mixin
    private VerifyEvidence evidence;

    @Override
    public Integer call() {
        if (EvidenceCheck.looksLike(file)) {
            return evidence.call(output, file, verifier.trust());
        }
        var identities = identity.identities();
        try {
            var verdict = verifier.verifier().verify(file, identities, Progress.NONE);
            output.document(document(verdict), text(verdict));
            return switch (verdict) {
                case Verdict.Good ignored -> 0;
                case Verdict.Bad bad -> {
                    output.say(bad.problem());
                    yield bad.problem().kind().exitCode();
                }
            };
        } finally {
            identities.forEach(Identity::close);
        }
    }

    private ObjectNode document(Verdict verdict) {
        var json = Output.object();
        json.put("file", file.toString());
        json.put("verdict", verdict.code());
        switch (verdict) {
            case Verdict.Good good -> ClaimsText.contents(json, good.contents());
            case Verdict.Bad bad -> {
                bad.contents().ifPresent(contents -> ClaimsText.contents(json, contents));
                bad.signer().ifPresent(signer -> json.put("signedBy", signer));
                Output.put(json, bad.problem());
            }
        }
        var steps = json.putArray("steps");
        for (var step : verdict.steps()) {
            steps.addObject()
                    .put("check", name(step.check()))
                    .put("state", name(step.state()))
                    .put("milliseconds", milliseconds(step));
        }
        return json;
    }

    private static String text(Verdict verdict) {
        var text = new StringBuilder();
        for (var step : verdict.steps()) {
            text.append("%-10s %-8s %10s ms%n".formatted(name(step.check()), name(step.state()), milliseconds(step)));
        }
        return text.append("verdict: ").append(verdict.code()).toString();
    }

    private static String milliseconds(Step step) {
        return String.format(Locale.ROOT, "%.1f", step.time().toNanos() / 1e6);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
