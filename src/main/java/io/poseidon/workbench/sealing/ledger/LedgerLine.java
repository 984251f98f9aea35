package io.poseidon.workbench.sealing.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.crypto.CanonicalJson;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.sealing.ledger.LedgerEntry.Opened;
import io.poseidon.workbench.sealing.ledger.LedgerEntry.Released;
import io.poseidon.workbench.sealing.ledger.LedgerEntry.Reserved;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// An entry in its place in the chain, as one line of canonical JSON: `digest` covers the line without it, and
/// `previous` is the digest of the line before, sixty-four zeros on the first.
record LedgerLine(long sequence, Digest previous, Instant at, LedgerEntry entry) {

    static final Digest NOTHING_BEFORE = new Digest("0".repeat(64));

    /// How every line begins: keys stand in order.
    static final String START = "{\"at\":";

    Digest digest() {
        return Digest.of(CanonicalJson.of(body()));
    }

    byte[] toBytes() {
        var line = body().put("digest", digest().hex());
        var json = CanonicalJson.of(line);
        var bytes = Arrays.copyOf(json, json.length + 1);
        bytes[json.length] = '\n';
        return bytes;
    }

    /// Empty when the bytes are not exactly what [#toBytes] would write (without the line's end).
    static Optional<LedgerLine> parse(byte[] json) {
        try {
            var node = CanonicalJson.parse(json);
            var line = new LedgerLine(
                    node.path("sequence").asLong(-1),
                    new Digest(node.path("previous").asText()),
                    Instant.parse(node.path("at").asText()),
                    entry(node));
            var written = line.toBytes();
            return Arrays.equals(json, Arrays.copyOf(written, written.length - 1))
                    ? Optional.of(line)
                    : Optional.empty();
        } catch (Problem | DateTimeException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private ObjectNode body() {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("sequence", sequence);
        body.put("previous", previous.hex());
        body.put("at", at.toString());
        switch (entry) {
            case Opened opened ->
                body.put("entry", "opened")
                        .put("population", opened.population())
                        .put("rho", opened.rho().toString());
            case Reserved reserved -> terms(body.put("entry", "reserved"), reserved.terms());
            case Released released ->
                edition(body.put("entry", "released"), released.edition())
                        .put("release", released.release().hex());
        }
        return body;
    }

    private static ObjectNode edition(ObjectNode body, EditionId edition) {
        return body.put("product", edition.product()).put("edition", edition.edition());
    }

    private static void terms(ObjectNode body, Terms terms) {
        edition(body, terms.edition())
                .put("rho", terms.cost().toString())
                .put("shape", terms.shape().hex())
                .put("input", terms.input().hex());
        var versions = body.putObject("versions");
        terms.versions().forEach((name, rho) -> versions.put(name, rho.toString()));
        if (!terms.cut().equals(Cut.UNKNOWN)) {
            CutJson.write(body.putObject("cut"), terms.cut());
        }
    }

    private static LedgerEntry entry(JsonNode node) {
        return switch (node.path("entry").asText()) {
            case "opened" -> new Opened(node.path("population").asText(), rho(node.path("rho")));
            case "reserved" ->
                new Reserved(new Terms(
                        edition(node),
                        rho(node.path("rho")),
                        versions(node.path("versions")),
                        new Digest(node.path("shape").asText()),
                        new Digest(node.path("input").asText()),
                        CutJson.read(node.path("cut"))));
            case "released" ->
                new Released(edition(node), new Digest(node.path("release").asText()));
            default -> throw new NumberFormatException("unknown entry");
        };
    }

    private static EditionId edition(JsonNode node) {
        return new EditionId(node.path("product").asText(), node.path("edition").asText());
    }

    private static Map<String, Rational> versions(JsonNode node) {
        var versions = new LinkedHashMap<String, Rational>();
        node.properties().forEach(version -> versions.put(version.getKey(), rho(version.getValue())));
        return versions;
    }

    private static Rational rho(JsonNode node) {
        return Rational.parse(node.asText());
    }
}
