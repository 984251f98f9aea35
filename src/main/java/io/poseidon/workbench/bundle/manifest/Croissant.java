package io.poseidon.workbench.bundle.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.crypto.CanonicalJson;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// The dataset card as MLCommons Croissant 1.0 metadata, so that tools of the machine-learning world can list a
/// purchase and know its columns without opening it. Made from the description and the parts; the manifest holds its
/// digest.
public final class Croissant {

    public static final String ENTRY = "croissant.json";
    static final String CONFORMS_TO = "http://mlcommons.org/croissant/1.0";
    private static final String CONTEXT = "croissant-context.json";

    private Croissant() {}

    /// Canonical JSON.
    public static byte[] card(Description description, List<Part> parts) {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("@context", context());
        json.put("@type", "sc:Dataset");
        dataset(json, description);
        var distribution = json.putArray("distribution");
        parts.forEach(part -> files(distribution, part));
        var records = json.putArray("recordSet");
        description.tables().forEach(table -> records(records.addObject(), table));
        return CanonicalJson.of(json);
    }

    private static ObjectNode context() {
        try (var in = Objects.requireNonNull(Croissant.class.getResourceAsStream(CONTEXT))) {
            return (ObjectNode) CanonicalJson.parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void dataset(ObjectNode json, Description description) {
        var edition = description.edition();
        var name = "%s-%s-%s"
                .formatted(
                        edition.product(),
                        edition.edition(),
                        description.version().name());
        json.put("conformsTo", CONFORMS_TO);
        json.put("name", name);
        json.put("alternateName", edition.title().korean());
        json.put("description", describe(description));
        json.put("license", Licence.ENTRY);
        json.put("url", "urn:poseidon:" + name);
        json.put("version", edition.edition());
        json.put("datePublished", description.created().toString());
        json.put(
                "citeAs",
                "%s: %s, edition %s"
                        .formatted(edition.publisher(), edition.title().english(), edition.edition()));
        json.putObject("creator").put("@type", "sc:Organization").put("name", edition.publisher());
        json.put("isLiveDataset", false);
    }

    private static String describe(Description description) {
        var privacy = description.privacy();
        return ("%s. Sums over contributors with exact discrete Gaussian noise; the numbers of every cell with fewer"
            + " than %d noisy contributors are NULL. Privacy of a contributor: rho %s, epsilon %s at delta %s.")
                .formatted(
                        description.edition().title().english(),
                        privacy.threshold(),
                        privacy.rho(),
                        privacy.epsilon(),
                        privacy.delta());
    }

    private static void files(ArrayNode distribution, Part part) {
        file(distribution.addObject(), part.entry(), "application/age-encryption")
                .put("description", "age v1 file, encrypted to the buyer; holds " + stream(part.table()))
                .put("contentSize", part.sealedSize() + " B")
                .put("sha256", part.sealed().hex());
        file(distribution.addObject(), stream(part.table()), "application/vnd.apache.arrow.stream")
                .put("description", "Arrow IPC stream of " + part.rows() + " rows")
                .put("contentSize", part.plainSize() + " B")
                .put("sha256", part.plain().hex())
                .putObject("containedIn")
                .put("@id", part.entry());
    }

    private static ObjectNode file(ObjectNode json, String name, String format) {
        return json.put("@type", "cr:FileObject")
                .put("@id", name)
                .put("name", name)
                .put("contentUrl", name)
                .put("encodingFormat", format);
    }

    private static void records(ObjectNode json, Schema table) {
        json.put("@type", "cr:RecordSet").put("@id", table.table()).put("name", table.table());
        var key = json.putArray("key");
        table.dimensions().forEach(column -> key.addObject().put("@id", id(table, column)));
        var fields = json.putArray("field");
        table.columns().forEach(column -> field(fields.addObject(), table, column));
    }

    private static void field(ObjectNode json, Schema table, Column column) {
        json.put("@type", "cr:Field")
                .put("@id", id(table, column))
                .put("name", column.name())
                .put("description", describe(column))
                .put("dataType", dataType(column));
        var source = json.putObject("source");
        source.putObject("fileObject").put("@id", stream(table.table()));
        source.putObject("extract").put("column", column.name());
    }

    private static String describe(Column column) {
        var unit = column.unit().map(name -> " in " + name).orElse("");
        return switch (column.role()) {
            case DIMENSION -> "Dimension with " + column.domain().size() + " declared values";
            case COUNT -> "Noisy count" + unit;
            case MEASURE -> "Noisy sum" + unit;
        };
    }

    private static String dataType(Column column) {
        return switch (column.type()) {
            case TEXT, OTHER -> "sc:Text";
            case INTEGER -> "sc:Integer";
            case DECIMAL, DOUBLE -> "sc:Float";
            case BOOLEAN -> "sc:Boolean";
            case DATE -> "sc:Date";
            case TIMESTAMP -> "sc:DateTime";
        };
    }

    private static String id(Schema table, Column column) {
        return table.table() + "/" + column.name();
    }

    private static String stream(String table) {
        return table + ".arrows";
    }
}
