package io.poseidon.workbench.app.command.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.sealing.Estimate;
import io.poseidon.workbench.sealing.SealRequest;
import io.poseidon.workbench.sealing.Sealing;
import io.poseidon.workbench.sealing.intake.ValidationReport;
import io.poseidon.workbench.sealing.intake.ValidationReport.Bounding;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What sealing did, and what it would cost, as a document and as a person reads it in a terminal.
public final class SealText {

    private SealText() {}

    public static JsonNode document(SealRequest request, Sealing.Sealed sealed) {
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
        var sigma = json.putObject("sigma");
        manifest.tables().getFirst().measures().forEach(column -> sigma.put(column.name(), column.sigma()));
        privacy.nesting()
                .ifPresent(nesting -> json.putObject("nesting")
                        .put("best", nesting.best())
                        .put("bestRho", nesting.bestRho().toString())
                        .put("theorem", nesting.theorem())
                        .put("slack", nesting.slack().toString()));
        var ledger = json.putObject("ledger");
        ledger.put("population", sealed.charged().ledger().population());
        ledger.put("own", sealed.charged().ownLedger());
        ledger.put("cost", sealed.charged().cost().toString());
        ledger.put("left", sealed.charged().ledger().left().toString());
        ledger.put("sequence", manifest.description().ledger().sequence());
        ledger.put("head", manifest.description().ledger().head().hex());
        SealNotes.fill(json, sealed.charged().neighbours());
        sealed.report().ifPresent(done -> report(json, request, sealed.manifest(), done));
        return json;
    }

    private static void report(ObjectNode json, SealRequest request, Manifest manifest, ValidationReport done) {
        var validation = json.putObject("validation");
        validation
                .put("rows", done.rows())
                .put("accepted", done.accepted())
                .put("rejected", done.rejectedInAll())
                .put("contributorCells", done.bounding().contributorCells())
                .put("cellsLeftOut", done.bounding().cellsLeftOut());
        var clamped = validation.putObject("clamped");
        for (int i = 0; i < done.bounding().clamped().size(); i++) {
            clamped.put(measure(manifest, i), done.bounding().clamped().get(i));
        }
        validation.put("report", request.report().toString());
    }

    public static String text(SealRequest request, Sealing.Sealed sealed) {
        var privacy = sealed.manifest().privacy();
        var lines = new ArrayList<String>();
        lines.add("sealed " + request.out());
        lines.add("version " + sealed.manifest().version().name() + ": rho " + privacy.rho() + ", epsilon "
                + privacy.epsilon().toDecimal(4, RoundingMode.UNNECESSARY) + " at delta " + privacy.delta()
                + ", cells shown from " + privacy.threshold() + " noisy contributors on, sigma "
                + sigmas(sealed.manifest()));
        privacy.nesting()
                .ifPresent(nesting ->
                        lines.add("all versions together cost " + nesting.best() + "'s rho " + nesting.bestRho()));
        lines.add("charged rho " + sealed.charged().cost() + " to "
                + sealed.charged().ledger().population() + ", left "
                + sealed.charged().ledger().left());
        if (sealed.charged().ownLedger()) {
            lines.add("the specification names no ledger: the edition's release is kept beside it");
        }
        sealed.report().ifPresent(done -> {
            lines.add("rows " + done.rows() + ", rejected " + done.rejectedInAll() + "; report " + request.report()
                    + " (exact, keep it to yourself)");
            lines.addAll(bounding(sealed.manifest(), done.bounding()));
        });
        return String.join(System.lineSeparator(), lines);
    }

    /// What the specification's limits took away, where they took anything: a publisher who chose a limit too low, or
    /// values in another unit, finds out here.
    private static List<String> bounding(Manifest manifest, Bounding bounding) {
        var lines = new ArrayList<String>();
        if (bounding.cellsLeftOut() > 0) {
            lines.add(bounding.contributorsOverLimit() + " of " + bounding.contributors()
                    + " contributors stood in more cells than they may: " + bounding.cellsLeftOut() + " of "
                    + bounding.contributorCells() + " contributor cells left out");
        }
        for (int i = 0; i < bounding.clamped().size(); i++) {
            if (bounding.clamped().get(i) > 0) {
                lines.add(measure(manifest, i) + " clamped to its bounds in "
                        + bounding.clamped().get(i) + " of "
                        + (bounding.contributorCells() - bounding.cellsLeftOut()) + " contributor cells");
            }
        }
        return lines;
    }

    /// The contributor count is the first of a table's measures.
    private static String measure(Manifest manifest, int number) {
        return manifest.tables().getFirst().measures().get(number + 1).name();
    }

    public static JsonNode document(Estimate estimate) {
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

    public static String text(Estimate estimate) {
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
                .map(sigma -> sigma(sigma.getKey(), sigma.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String sigmas(Manifest manifest) {
        return manifest.tables().getFirst().measures().stream()
                .map(column -> sigma(column.name(), column.sigma()))
                .collect(Collectors.joining(", "));
    }

    private static String sigma(String column, double value) {
        return String.format(Locale.ROOT, "%s %,.1f", column, value);
    }
}
