package io.poseidon.workbench.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.crypto.Recipient;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.sealing.Estimate;
import io.poseidon.workbench.sealing.SealRequest;
import io.poseidon.workbench.sealing.Sealing;
import io.poseidon.workbench.sealing.intake.ValidationReport;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

    @Option(names = "--out", paramLabel = "FILE", description = "the sealed file to write")
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
                output.document(document(estimate), text(estimate));
                return 0;
            }
        }
        if (out == null || signer == null || recipients.isEmpty()) {
            throw Problem.of(Kind.USAGE, Main.class, "seal-options");
        }
        seal(signer, request(out, recipients.stream().map(Recipient::parse).toList()));
        return 0;
    }

    private void seal(Path signer, SealRequest request) {
        try (var engine = Engine.start();
                var key = SigningKey.read(signer);
                var progress = new ConsoleProgress(output)) {
            var sealed = new Sealing(engine, key).seal(request, progress);
            SealNotes.say(output, sealed.charged().neighbours());
            output.document(document(request, sealed), text(request, sealed));
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

    private static JsonNode document(SealRequest request, Sealing.Sealed sealed) {
        var manifest = sealed.manifest();
        var privacy = manifest.privacy();
        var json = Output.object();
        json.put("file", request.out().toString());
        json.put("product", manifest.edition().product());
        json.put("edition", manifest.edition().edition());
        json.put("version", manifest.version().name());
        json.put("rho", privacy.rho().toString());
        json.put(
                "epsilon",
                privacy.epsilon().toDecimal(4, RoundingMode.UNNECESSARY).toPlainString());
        json.put("delta", privacy.delta().toString());
        json.put("threshold", privacy.threshold());
        var ledger = json.putObject("ledger");
        ledger.put("population", sealed.charged().ledger().population());
        ledger.put("own", sealed.charged().ownLedger());
        ledger.put("cost", sealed.charged().cost().toString());
        ledger.put("left", sealed.charged().ledger().left().toString());
        ledger.put("sequence", manifest.description().ledger().sequence());
        ledger.put("head", manifest.description().ledger().head().hex());
        SealNotes.fill(json, sealed.charged().neighbours());
        sealed.report().ifPresent(done -> report(json, request, done));
        return json;
    }

    private static void report(ObjectNode json, SealRequest request, ValidationReport done) {
        json.putObject("validation")
                .put("rows", done.rows())
                .put("accepted", done.accepted())
                .put("rejected", done.rejectedInAll())
                .put("report", request.report().toString());
    }

    private static String text(SealRequest request, Sealing.Sealed sealed) {
        var privacy = sealed.manifest().privacy();
        var lines = new ArrayList<String>();
        lines.add("sealed " + request.out());
        lines.add("version " + sealed.manifest().version().name() + ": rho " + privacy.rho() + ", epsilon "
                + privacy.epsilon().toDecimal(4, RoundingMode.UNNECESSARY) + " at delta " + privacy.delta()
                + ", cells shown from " + privacy.threshold() + " noisy contributors on");
        lines.add("charged rho " + sealed.charged().cost() + " to "
                + sealed.charged().ledger().population() + ", left "
                + sealed.charged().ledger().left());
        if (sealed.charged().ownLedger()) {
            lines.add("the specification names no ledger: the edition's release is kept beside it");
        }
        sealed.report()
                .ifPresent(done -> lines.add("rows " + done.rows() + ", rejected " + done.rejectedInAll() + "; report "
                        + request.report() + " (exact, keep it to yourself)"));
        return String.join(System.lineSeparator(), lines);
    }

    private static JsonNode document(Estimate estimate) {
        var json = Output.object();
        json.put("population", estimate.population());
        json.put("cost", estimate.cost().toString());
        json.put("left", estimate.left().toString());
        SealNotes.fill(json, estimate.neighbours());
        var versions = json.putArray("versions");
        for (var offer : estimate.versions()) {
            var version = versions.addObject();
            version.put("version", offer.version());
            version.put("rho", offer.rho().toString());
            version.put("epsilon", offer.guarantee().epsilon().toPlainString());
            version.put("delta", offer.guarantee().delta().toString());
            version.put("threshold", offer.threshold());
            var sigma = version.putObject("sigma");
            offer.sigmas().forEach((column, value) -> sigma.put(column, value));
        }
        return json;
    }

    private static String text(Estimate estimate) {
        var lines = new ArrayList<String>();
        lines.add("would cost rho " + estimate.cost() + " of " + estimate.population() + ", which has "
                + estimate.left() + " left");
        for (var offer : estimate.versions()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-12s rho %-8s epsilon %-8s cells from %d contributors, sigma %s",
                    offer.version(),
                    offer.rho(),
                    offer.guarantee().epsilon().toPlainString(),
                    offer.threshold(),
                    sigmas(offer)));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String sigmas(Estimate.Offer offer) {
        return offer.sigmas().entrySet().stream()
                .map(sigma -> String.format(Locale.ROOT, "%s %,.1f", sigma.getKey(), sigma.getValue()))
                .collect(Collectors.joining(", "));
    }
}
