package io.poseidon.workbench.policy.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.span.CellSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// One line of the privacy ledger. A `RESERVED` one says what an organisation is about to be told: `vectors` are the
/// digests of the vectors of numbers (a repeated one costs nothing), `rho` what is new to it, `common` what is new to
/// everybody. A `RELEASED` or `WITHHELD` one says how it ended; `groups` are the sets of cells whose numbers went out,
/// and `listed` those that were about uploaded people. A `FROZEN` one says which uploaded table (`question` is its
/// name, the one vector its digest) was used with rows.
public record LedgerEntry(
        Kind kind,
        String snapshot,
        String buyer,
        String question,
        List<String> vectors,
        Rational rho,
        Rational common,
        List<CellSet> groups,
        List<ListedSet> listed) {

    public enum Kind {
        FROZEN,
        RESERVED,
        RELEASED,
        WITHHELD
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    public LedgerEntry {
        vectors = List.copyOf(vectors);
        groups = List.copyOf(groups);
        listed = List.copyOf(listed);
    }

    public static LedgerEntry frozen(Asker asker, String table, String digest) {
        return entry(Kind.FROZEN, asker, table, List.of(digest), List.of(), List.of());
    }

    public static LedgerEntry reserved(
            Asker asker, String question, List<String> vectors, Rational rho, Rational common) {
        return new LedgerEntry(
                Kind.RESERVED, asker.snapshot(), asker.buyer(), question, vectors, rho, common, List.of(), List.of());
    }

    public static LedgerEntry released(Asker asker, String question, List<CellSet> groups) {
        return released(asker, question, groups, List.of());
    }

    public static LedgerEntry released(Asker asker, String question, List<CellSet> groups, List<ListedSet> listed) {
        return entry(Kind.RELEASED, asker, question, List.of(), groups, listed);
    }

    public static LedgerEntry withheld(Asker asker, String question) {
        return entry(Kind.WITHHELD, asker, question, List.of(), List.of(), List.of());
    }

    /// One that costs nothing.
    private static LedgerEntry entry(
            Kind kind,
            Asker asker,
            String question,
            List<String> vectors,
            List<CellSet> groups,
            List<ListedSet> listed) {
        return new LedgerEntry(
                kind, asker.snapshot(), asker.buyer(), question, vectors, Rational.ZERO, Rational.ZERO, groups, listed);
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
        groups.forEach(group -> sets.add(CellRuns.write(group)));
        if (!listed.isEmpty()) {
            var about = node.putArray("listed");
            listed.forEach(set -> parts(about.addArray(), set));
        }
        return node.toString();
    }

    private static void parts(ArrayNode into, ListedSet set) {
        set.parts()
                .forEach(part -> into.addObject()
                        .put("list", part.list())
                        .put("cells", CellRuns.write(CellSet.of(part.cells()))));
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
                    texts(node.path("groups")).stream().map(CellRuns::read).toList(),
                    stream(node.path("listed")).map(LedgerEntry::listed).toList()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ListedSet listed(JsonNode parts) {
        return new ListedSet(stream(parts)
                .map(part -> new ListedSet.Part(
                        part.path("list").asText(),
                        CellRuns.read(part.path("cells").asText()).toBits()))
                .toList());
    }

    private static List<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
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
