package io.poseidon.workbench.app.command;

import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.app.command.option.ConsoleProgress;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.app.command.text.SealNotes;
import io.poseidon.workbench.app.command.text.SealText;
import io.poseidon.workbench.crypto.Recipient;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.sealing.SealRequest;
import io.poseidon.workbench.sealing.Sealing;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// From contributions to a sealed bundle, or with `--dry-run` what that would cost.
@Command(
        name = "seal",
        description =
                "Bounds contributions, adds exact noise, suppresses small cells and seals one version of an edition to"
                        + " its buyers. The first seal of an edition is charged to the population's ledger; later ones"
                        + " take the same noisy cells and cost nothing.")
public final class Seal implements Callable<Integer> {

    @Mixin
    private Output output;

    @Option(names = "--spec", required = true, paramLabel = "SPEC.yaml", description = "the sealing specification")
    private Path spec;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "contributions: CSV, Parquet, Arrow")
    private Path input;

    @Option(names = "--version", required = true, paramLabel = "NAME", description = "a version of the specification")
    private String version;

    @Option(names = "--recipient", paramLabel = "R", description = "a buyer's recipient, age1…; may be repeated")
    private List<String> recipients = new ArrayList<>();

    @Option(names = "--signer", paramLabel = "KEY", description = "the publisher's signing key (PKCS#8 PEM)")
    private @Nullable Path signer;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "the sealed file to write; one that is there is replaced")
    private @Nullable Path out;

    @Option(names = "--valid-from", paramLabel = "DATE", description = "first day of the licence, UTC; default: today")
    private @Nullable LocalDate from;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "where the validation report goes; default: beside the sealed file. It is exact: keep it")
    private @Nullable Path report;

    @Option(names = "--dry-run", description = "say what sealing would cost; write nothing")
    private boolean dryRun;

    @Override
    public Integer call() {
        if (dryRun) {
            try (var progress = new ConsoleProgress(output)) {
                var estimate = Sealing.estimate(request(input, List.of()), progress);
                SealNotes.say(output, estimate.neighbours());
                output.document(SealText.document(estimate), SealText.text(estimate));
                return 0;
            }
        }
        if (out == null || signer == null || recipients.isEmpty()) {
            throw Problem.of(Kind.USAGE, Main.class, "seal-options");
        }
        seal(
                signer,
                request(
                        out,
                        recipients.stream()
                                .map(String::strip)
                                .map(Recipient::parse)
                                .toList()));
        return 0;
    }

    private void seal(Path signer, SealRequest request) {
        try (var engine = Engine.start();
                var key = SigningKey.read(signer);
                var progress = new ConsoleProgress(output)) {
            var sealed = new Sealing(engine, key).seal(request, progress);
            SealNotes.say(output, sealed.charged().neighbours());
            output.document(SealText.document(request, sealed), SealText.text(request, sealed));
        }
    }

    private SealRequest request(Path target, List<Recipient> buyers) {
        return new SealRequest(
                spec,
                input,
                version,
                buyers,
                Optional.ofNullable(from).orElseGet(() -> LocalDate.now(ZoneOffset.UTC)),
                target,
                Optional.ofNullable(report)
                        .orElseGet(() -> target.resolveSibling(target.getFileName() + ".validation.json")));
    }
}
