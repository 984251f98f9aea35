package io.poseidon.workbench.app.command.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.bundle.Verdict;
import io.poseidon.workbench.bundle.manifest.Licence;
import io.poseidon.workbench.bundle.manifest.Manifest;
import io.poseidon.workbench.bundle.manifest.PrivacyStatement;
import io.poseidon.workbench.bundle.manifest.Sibling;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.PriceMenu;
import io.poseidon.workbench.model.Rational;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Manifest and licence as a person reads them in a terminal, and the parts of them that documents share.
public final class ClaimsText {

    private static final MathContext DIGITS = new MathContext(6);

    private ClaimsText() {}

    /// What was found authentic.
    public static void contents(ObjectNode json, Verdict.Contents contents) {
        json.putObject("signer")
                .put("name", contents.signer().name())
                .put("keyId", contents.signer().keyId());
        var edition = contents.manifest().edition();
        json.put("product", edition.product());
        json.put("edition", edition.edition());
        json.put("version", contents.manifest().version().name());
        licence(json.putObject("licence"), contents.licence());
    }

    /// What another purchase says about the same people and time.
    public static String sibling(Sibling sibling) {
        var other = sibling.other();
        var name = other.edition().product() + " " + other.edition().edition() + " "
                + other.version().name();
        return switch (sibling.kind()) {
            case VERSION ->
                name + " is another version of this edition: versions are nested, the better of the two says"
                        + " everything, and their average says no more";
            case SAME_TIME ->
                name + " is another edition about the same time: the difference of the two is about those who joined,"
                        + " left or changed, under the noise of both";
        };
    }

    public static void licence(ObjectNode json, Licence licence) {
        json.put("serial", licence.serial());
        json.put("buyer", licence.buyer());
        licence.purpose().forEach(json.putArray("purpose")::add);
        json.put("from", licence.from().toString());
        json.put("until", licence.until().toString());
        json.put("paid", licence.paid().amount().toString());
        json.put("currency", licence.paid().currency());
    }

    public static String manifest(Manifest manifest) {
        var edition = manifest.edition();
        var privacy = manifest.privacy();
        var lines = new StringBuilder();
        line(lines, "Title", edition.title().english() + " / " + edition.title().korean());
        line(lines, "Product", edition.product() + ", edition " + edition.edition());
        line(
                lines,
                "Version",
                manifest.version().name() + ", rho "
                        + decimal(manifest.version().rho()));
        line(lines, "Publisher", edition.publisher());
        var period = edition.period();
        line(lines, "Period", period.column() + " from " + period.from() + " to " + period.to());
        line(
                lines,
                "Privacy",
                "epsilon " + decimal(privacy.epsilon()) + " at delta " + decimal(privacy.delta())
                        + ", per contributor");
        privacy.nesting().ifPresent(nesting -> nesting(lines, nesting));
        manifest.description().prices().items().forEach(item -> line(lines, "Offer", offer(item)));
        line(
                lines,
                "Cells",
                "at most " + privacy.maximumCellsPerContributor() + " a contributor, shown from " + privacy.threshold()
                        + " noisy contributors on");
        for (var table : manifest.tables()) {
            line(lines, "Table", table.table() + ", " + table.cells() + " declared cells");
            table.columns().forEach(column -> line(lines, "", column(column)));
        }
        for (var part : manifest.parts()) {
            line(lines, "Part", part.entry() + ", " + part.rows() + " rows, " + part.sealedSize() + " bytes");
        }
        line(lines, "Created", manifest.description().created().toString());
        return lines.toString();
    }

    private static void nesting(StringBuilder lines, PrivacyStatement.Nesting nesting) {
        line(
                lines,
                "Nested",
                "made from " + nesting.best() + ", rho " + decimal(nesting.bestRho()) + ", slack "
                        + decimal(nesting.slack()));
        line(lines, "", nesting.theorem());
    }

    private static String offer(PriceMenu.Item item) {
        return item.version() + ", rho " + decimal(item.rho())
                + item.epsilon().map(epsilon -> ", epsilon " + decimal(epsilon)).orElse("")
                + ", " + item.price();
    }

    public static String licences(List<Licence> licences) {
        var lines = new StringBuilder();
        for (var licence : licences) {
            line(lines, "Licence", licence.serial() + " for " + String.join(", ", licence.purpose()));
            line(lines, "", licence.from() + " to " + licence.until() + " (UTC), paid " + licence.paid());
            line(lines, "", "to " + licence.buyer());
        }
        return lines.toString();
    }

    private static String column(Column column) {
        var role = column.role().name().toLowerCase(Locale.ROOT);
        var detail = column.domain().isEmpty()
                ? column.noiseVariance()
                        .map(v -> String.format(Locale.ROOT, "noise sigma %.6g", column.sigma()))
                        .orElse("")
                : column.domain().stream().limit(4).collect(Collectors.joining(", "))
                        + (column.domain().size() > 4
                                ? ", … (" + column.domain().size() + ")"
                                : "");
        return "%s, %s, %s"
                .formatted(column.name(), role, column.unit().map(u -> u + ", ").orElse("") + detail);
    }

    /// Six digits, for people; documents have the exact fraction.
    private static String decimal(Rational value) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), DIGITS)
                .stripTrailingZeros()
                .toString();
    }

    public static void line(StringBuilder lines, String name, String value) {
        lines.append(String.format(Locale.ROOT, "%-10s %s%n", name, value));
    }
}
