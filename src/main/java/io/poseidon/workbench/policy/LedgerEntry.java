package io.poseidon.workbench.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.model.Rational;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// One line of the privacy ledger. A `RESERVED` one says what an organisation is about to be told: `vectors` are the
/// digests of the vectors of numbers (a repeated one costs nothing), `rho` what is new to it, `common` what is new to
/// everybody. A `RELEASED` or `WITHHELD` one says how it ended; `groups` are the sets of cells whose numbers went out.
public record LedgerEntry(
        Kind kind,
        String snapshot,
        String buyer,
        String question,
        List<String> vectors,
        Rational rho,
        Rational common,
        List<BitSet> groups) {

    public enum Kind {
        RESERVED,
        RELEASED,
        WITHHELD
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    public LedgerEntry {
        vectors = List.copyOf(vectors);
        groups = List.copyOf(groups);
    }

    public static LedgerEntry reserved(
            Asker asker, String question, List<String> vectors, Rational rho, Rational common) {
        return new LedgerEntry(
                Kind.RESERVED, asker.snapshot(), asker.buyer(), question, vectors, rho, common, List.of());
    }

    public static LedgerEntry released(Asker asker, String question, List<BitSet> groups) {
        return new LedgerEntry(
                Kind.RELEASED,
                asker.snapshot(),
                asker.buyer(),
                question,
                List.of(),
                Rational.ZERO,
                Rational.ZERO,
                groups);
    }

    public static LedgerEntry withheld(Asker asker, String question) {
        return new LedgerEntry(
                Kind.WITHHELD,
                asker.snapshot(),
                asker.buyer(),
                question,
                List.of(),
                Rational.ZERO,
                Rational.ZERO,
                List.of());
    }

    /// Who asks, and about which state of the data.
    public record Asker(String snapshot, String buyer) {}

    String line() {
        var node = JSON.createObjectNode();
        node.put("kind", kind.name())
                .put("snapshot", snapshot)
                .put("buyer", buyer)
                .put("question", question);
        var list = node.putArray("vectors");
        vectors.forEach(list::add);
        node.put("rho", rho.toString()).put("common", common.toString());
        var sets = node.putArray("groups");
        groups.forEach(group -> sets.add(Base64.getEncoder().encodeToString(group.toByteArray())));
        return node.toString();
    }

    static Optional<LedgerEntry> parse(String line) {
        try {
            var node = JSON.readTree(line);
            return Optional.of(new LedgerEntry(
                    Kind.valueOf(node.path("kind").asText()),
                    node.path("snapshot").asText(),
                    node.path("buyer").asText(),
                    node.path("question").asText(),
                    texts(node.path("vectors")),
                    Rational.parse(node.path("rho").asText()),
                    Rational.parse(node.path("common").asText()),
                    texts(node.path("groups")).stream()
                            .map(text -> BitSet.valueOf(Base64.getDecoder().decode(text)))
                            .toList()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    static String hash(String before, String line) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(before.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
