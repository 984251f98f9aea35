package io.poseidon.workbench.bundle.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.crypto.CanonicalJson;
import io.poseidon.workbench.model.Bounds;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.PriceMenu;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.model.Schema;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Manifest to canonical JSON. What can be derived (precision, sigma) is written too, for readers that are not ours.
final class ManifestWriter {

    private static final MathContext SIGMA_DIGITS = new MathContext(7, RoundingMode.HALF_EVEN);

    byte[] write(Manifest manifest) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("format", Manifest.FORMAT);
        describe(json, manifest.description());
        manifest.parts().forEach(part -> part(json.withArray("parts").addObject(), part));
        json.put("card", manifest.card().hex());
        return CanonicalJson.of(json);
    }

    private static void describe(ObjectNode json, Description description) {
        edition(json, description.edition());
        version(json.putObject("version"), description);
        var tables = json.putArray("tables");
        description.tables().forEach(table -> table(tables.addObject(), table));
        privacy(json.putObject("privacy"), description.privacy());
        json.set("policy", CanonicalJson.parse(description.policy().getBytes(StandardCharsets.UTF_8)));
        var quality = json.putArray("quality");
        description.quality().forEach(score -> quality(quality.addObject(), score));
        var prices = json.putArray("prices");
        description.prices().items().forEach(item -> price(prices.addObject(), item));
        var ledger = json.putObject("ledger");
        ledger.put("sequence", description.ledger().sequence());
        ledger.put("head", description.ledger().head().hex());
        json.put("created", description.created().toString());
    }

    private static void edition(ObjectNode json, Description.Edition edition) {
        json.put("product", edition.product());
        json.put("edition", edition.edition());
        json.put("publisher", edition.publisher());
        var title = json.putObject("title");
        title.put("en", edition.title().english());
        title.put("ko", edition.title().korean());
        var period = json.putObject("period");
        period.put("column", edition.period().column());
        period.put("from", edition.period().from());
        period.put("to", edition.period().to());
    }

    private static void version(ObjectNode json, Description description) {
        json.put("name", description.version().name());
        json.put("rho", text(description.version().rho()));
        var precision = json.putObject("precision");
        for (var table : description.tables()) {
            var columns = precision.putObject(table.table());
            for (var column : table.columns()) {
                column.noiseVariance().ifPresent(v -> columns.put(column.name(), text(v.reciprocal())));
            }
        }
    }

    private static void table(ObjectNode json, Schema table) {
        json.put("name", table.table());
        var columns = json.putArray("columns");
        table.columns().forEach(column -> column(columns.addObject(), column));
    }

    private static void column(ObjectNode json, Column column) {
        json.put("name", column.name());
        json.put("role", column.role().name().toLowerCase(Locale.ROOT));
        json.put("type", column.type().name().toLowerCase(Locale.ROOT));
        column.unit().ifPresent(unit -> json.put("unit", unit));
        if (!column.domain().isEmpty()) {
            column.domain().forEach(json.putArray("domain")::add);
        }
        column.bounds().ifPresent(bounds -> bounds(json.putObject("bounds"), bounds));
        column.noiseVariance().ifPresent(variance -> noise(json.putObject("noise"), variance));
    }

    private static void noise(ObjectNode json, Rational variance) {
        json.put("mechanism", "discrete-gaussian");
        json.put("variance", text(variance));
        json.put("sigma", sigma(variance));
    }

    private static String sigma(Rational variance) {
        var exact = new BigDecimal(variance.numerator())
                .divide(new BigDecimal(variance.denominator()), MathContext.DECIMAL128);
        return exact.sqrt(SIGMA_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static void privacy(ObjectNode json, PrivacyStatement privacy) {
        json.put("unit", "contributor");
        json.put("neighbours", "add-or-remove-one-contributor");
        json.put("rho", text(privacy.rho()));
        shares(json.putArray("shares"), privacy);
        json.put("epsilon", text(privacy.epsilon()));
        json.put("delta", text(privacy.delta()));
        json.put("maximumCellsPerContributor", privacy.maximumCellsPerContributor());
        json.put("minimumCohort", privacy.minimumCohort());
        json.put("threshold", privacy.threshold());
        privacy.nesting().ifPresent(nesting -> nesting(json.putObject("nesting"), nesting));
    }

    private static void shares(ArrayNode json, PrivacyStatement privacy) {
        for (var share : privacy.shares()) {
            json.addObject().put("column", share.column()).put("rho", text(share.rho()));
        }
    }

    private static void nesting(ObjectNode json, PrivacyStatement.Nesting nesting) {
        json.put("best", nesting.best());
        json.put("bestRho", text(nesting.bestRho()));
        json.put("theorem", nesting.theorem());
        json.put("slack", text(nesting.slack()));
    }

    private static void quality(ObjectNode json, QualityScore score) {
        json.put("dimension", score.dimension());
        json.put("value", text(score.value()));
        score.interval().ifPresent(interval -> bounds(json.putObject("interval"), interval));
        json.put("formula", score.formula());
        json.put("evidence", score.evidence());
        score.rho().ifPresent(rho -> json.put("rho", text(rho)));
    }

    private static void price(ObjectNode json, PriceMenu.Item item) {
        json.put("version", item.version());
        json.put("rho", text(item.rho()));
        json.put("amount", text(item.price().amount()));
        json.put("currency", item.price().currency());
        item.epsilon().ifPresent(epsilon -> json.put("epsilon", text(epsilon)));
    }

    private static void part(ObjectNode json, Part part) {
        json.put("table", part.table());
        json.put("entry", part.entry());
        json.put("rows", part.rows());
        json.putObject("sealed")
                .put("size", part.sealedSize())
                .put("sha256", part.sealed().hex());
        json.putObject("plain")
                .put("size", part.plainSize())
                .put("sha256", part.plain().hex());
    }

    private static void bounds(ObjectNode json, Bounds bounds) {
        json.put("min", text(bounds.min()));
        json.put("max", text(bounds.max()));
    }

    private static String text(Rational value) {
        return value.toString();
    }
}
