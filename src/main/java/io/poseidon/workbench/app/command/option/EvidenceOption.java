package io.poseidon.workbench.app.command.option;

import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.app.evidence.KeyNotary;
import io.poseidon.workbench.app.evidence.UserGate;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.audit.Place;
import io.poseidon.workbench.query.evidence.EvidenceExport;
import io.poseidon.workbench.query.gate.Gate;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--evidence FILE`, `--signer KEY` and `--log DIR`: what is written down about a question and who signs for it.
public final class EvidenceOption {

    @Option(
            names = "--evidence",
            paramLabel = "FILE",
            description = "write a signed record of the answer, NAME.evidence.json, and NAME.evidence.salt beside it")
    private @Nullable Path evidence;

    @Option(
            names = "--signer",
            paramLabel = "KEY",
            description = "sign the record with this key (default: your own, made at the first use)")
    private @Nullable Path signer;

    @Option(
            names = "--log",
            paramLabel = "DIR",
            description = "keep the audit log and your own key in this folder (default: that of your settings)")
    private @Nullable Path log;

    public Optional<Path> file() {
        return Optional.ofNullable(evidence);
    }

    /// A shard signs with its own key and keeps its own log, both in its state folder.
    public void refuseForShard() {
        if (signer != null || log != null) {
            throw Problem.of(Problem.Kind.USAGE, Main.class, "shard-signs-itself");
        }
    }

    /// Tells a person what is the matter with the log, and goes on.
    public Gate gate(Output output) {
        var folder = UserFolder.or(Optional.ofNullable(log));
        var opened = UserGate.open(
                folder, KeyNotary.own(folder, Optional.ofNullable(signer)), Place.COMMAND, Clock.systemUTC());
        opened.trouble()
                .ifPresent(problem -> output.say("poseidon: caution: " + problem.message(Locale.ENGLISH) + " ["
                        + problem.code() + "] " + problem.next(Locale.ENGLISH)));
        return opened.gate();
    }

    /// Where it was asked for.
    public void write(Output output, Reply.Answered answered) {
        file().ifPresent(target -> {
            new EvidenceExport(answered).write(target, Progress.NONE);
            output.say("evidence, self-attested: " + target);
        });
    }
}
