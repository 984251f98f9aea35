package io.poseidon.workbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.poseidon.workbench.Shared;
import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The published schema and the reader agree on every policy there is and on every way to spoil one.
class PolicySchemaTest {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /// Has every key of the format.
    private static final String WHOLE = """
        policy: 1
        tables:
          txn:
            kind: rows
            identity: user_id
            dimensions:
              region: {type: text, values: [Seoul, Busan], static: true}
              category: text
            measures: {amount: {min: 0, max: 2000000}}
            aggregates: [count, count_distinct_identity, sum, avg]
            literals: [region, category]
            minimumCohort: 50
            dominance: {top1: 0.6, top2: 0.8}
            maximumGroupsPerContributor: 12
            maximumRowsPerContributorAndGroup: 50
            joins: [{with: my_customers, on: user_id}]
            training: {labels: [overdue], features: [age], models: [mlp], clip: 1.0, leastNoise: 1.0, rounds: 50,
              minimumShards: 3, buyers: [SHA256:abc]}
          my_customers: {kind: own, columns: {user_id: text, guess: double}}
          spend: {kind: cells, overlap: [category], columns: {region: text, category: text, contributors: integer}}
        budget: {rho: 1.0, perNumber: 0.0125, perQuery: 0.05, allBuyers: 4.0, delta: 1e-9}
        valid: {from: "2026-10-01", until: "2027-09-30"}
        purpose: [research]
        """;

    private final JsonNode schema = read(PolicySchema.text());
    private final SchemaJudge judge = new SchemaJudge(schema);

    static Stream<Path> policies() throws IOException {
        var found = new ArrayList<Path>();
        for (var folder : List.of(Shared.path("vectors/policy"), Path.of("sample-data/policies"))) {
            try (var files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".yaml")).forEach(found::add);
            }
        }
        assertTrue(found.size() >= 8, () -> "too few policies: " + found);
        return found.stream();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everyPolicyThereIsFits(Path file) throws IOException {
        PolicyDocument.read(file);
        assertTrue(judge.accepts(YAML.readTree(file.toFile())));
    }

    @Test
    void thePolicyWithEveryKeyFits() {
        PolicyDocument.parse("whole", WHOLE);
        assertTrue(judge.accepts(whole()));
    }

    /// What the reader takes for a mapping, the schema closes; and both know the same keys.
    @Test
    void namesTheKeysOfTheReaderAndNoOthers() {
        var closed = new ArrayList<String>();
        mappings(whole(), "", (path, mapping) -> closed.add(path));
        for (var path : closed) {
            if (!isNamedByTheAuthor(path)) {
                var spoiled = whole();
                ((ObjectNode) spoiled.at(path)).put("colour", "red");
                refusedByBoth(spoiled, path + " with an unknown key");
            }
        }
        assertTrue(closed.size() > 12, closed.toString());
    }

    /// Mappings whose keys are names of tables and columns.
    private static boolean isNamedByTheAuthor(String path) {
        return path.equals("/tables") || path.matches(".*/(dimensions|measures|columns)");
    }

    @Test
    void missesWhatTheReaderMisses() {
        int refused = 0;
        for (var path : keys()) {
            var without = whole();
            var parent = (ObjectNode) without.at(path.substring(0, path.lastIndexOf('/')));
            parent.remove(path.substring(path.lastIndexOf('/') + 1));
            boolean bySchema = !judge.accepts(without);
            if (bySchema) {
                refused++;
                refusedByBoth(without, "without " + path);
            }
        }
        assertEquals(required(), refused, "as many as the schema requires in this document");
    }

    /// `kind` of three tables, `columns` of two, and what stands in the lists of the schema.
    private static int required() {
        var policy = 2;
        var tables = 3 + 2 + 2;
        var inRows = 1 + 2 + 2 + 2 + 5;
        var budget = 3;
        return policy + tables + inRows + budget;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void refusesAnotherTypeForEveryKey(long seed) {
        var random = new Random(seed);
        for (var path : keys()) {
            var spoiled = whole();
            var parent = (ObjectNode) spoiled.at(path.substring(0, path.lastIndexOf('/')));
            var key = path.substring(path.lastIndexOf('/') + 1);
            spoil(parent, key, random);
            refusedByBoth(spoiled, "seed " + seed + ", " + path + " = " + parent.get(key));
        }
    }

    /// By a value that no reading makes fit: never a scalar where any scalar is text.
    private static void spoil(ObjectNode parent, String key, Random random) {
        var value = parent.get(key);
        if (value.isContainerNode()) {
            switch (random.nextInt(3)) {
                case 0 -> parent.putNull(key);
                case 1 -> parent.put(key, "many words");
                default ->
                    parent.set(
                            key,
                            value.isArray()
                                    ? parent.objectNode().put("a", 1)
                                    : parent.arrayNode().add(1));
            }
        } else {
            switch (random.nextInt(3)) {
                case 0 -> parent.putNull(key);
                case 1 -> parent.putArray(key).add("x");
                default -> parent.putObject(key).put("x", 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/policy = 2",
                "/policy = 1.5",
                "/tables/txn/kind = heap",
                "/tables/txn/minimumCohort = 0",
                "/tables/txn/minimumCohort = 2.5",
                "/tables/txn/minimumCohort = many",
                "/tables/txn/dominance/top1 = 0",
                "/tables/txn/dominance/top1 = 1.1",
                "/tables/txn/measures/amount/min = low",
                "/tables/txn/measures/amount/max = 1/2",
                "/tables/txn/training/clip = -1",
                "/tables/txn/training/rounds = 0",
                "/tables/txn/dimensions/category = txt",
                "/tables/txn/dimensions/region/static = perhaps",
                "/tables/txn/dimensions/region/type = enum",
                "/tables/my_customers/columns/guess = float",
                "/budget/rho = 0",
                "/budget/perQuery = -0.1",
                "/budget/perNumber = little",
                "/valid/from = yesterday",
                "/valid/until = 2026-13-01",
            })
    void refusesTheValue(String change) throws IOException {
        var parts = change.split(" = ", 2);
        var spoiled = whole();
        var at = parts[0].lastIndexOf('/');
        ((ObjectNode) spoiled.at(parts[0].substring(0, at))).set(parts[0].substring(at + 1), YAML.readTree(parts[1]));
        refusedByBoth(spoiled, change);
    }

    @Test
    void refusesRepeatedAndUnknownWords() {
        spoiled(policy -> ((ArrayNode) policy.at("/tables/txn/aggregates")).add("max"));
        spoiled(policy -> ((ArrayNode) policy.at("/tables/txn/dimensions/region/values")).add("Seoul"));
        spoiled(policy -> ((ObjectNode) policy.at("/tables/spend/columns")).put(" ", "text"));
        spoiled(policy -> ((ObjectNode) policy.at("/tables/spend/columns")).put("x".repeat(201), "text"));
        spoiled(policy -> ((ObjectNode) policy.at("/tables")).set(" ", policy.at("/tables/spend")));
    }

    private void spoiled(Consumer<ObjectNode> change) {
        var policy = whole();
        change.accept(policy);
        refusedByBoth(policy, policy.toString());
    }

    private void refusedByBoth(JsonNode policy, String what) {
        assertFalse(judge.accepts(policy), () -> "the schema accepts " + what);
        var problem = assertThrows(
                Problem.class,
                () -> PolicyDocument.parse("p", policy.toPrettyString()),
                () -> "the reader accepts " + what);
        assertEquals(Problem.Kind.INPUT, problem.kind(), what);
        assertTrue(problem.message(Locale.ENGLISH).matches("(?s).*line \\d+, column \\d+.*"), problem::getMessage);
    }

    /// Every key of the format as a path into the whole policy.
    private List<String> keys() {
        var keys = new TreeSet<String>();
        mappings(
                whole(),
                "",
                (path, mapping) -> mapping.fieldNames().forEachRemaining(key -> {
                    if (!isNamedByTheAuthor(path)) {
                        keys.add(path + "/" + key);
                    }
                }));
        return List.copyOf(keys);
    }

    private interface Visit {
        void at(String path, ObjectNode mapping);
    }

    private static void mappings(JsonNode node, String path, Visit visit) {
        switch (node) {
            case ObjectNode mapping -> {
                visit.at(path, mapping);
                mapping.properties().forEach(entry -> mappings(entry.getValue(), path + "/" + entry.getKey(), visit));
            }
            case ArrayNode list -> {
                for (int i = 0; i < list.size(); i++) {
                    mappings(list.get(i), path + "/" + i, visit);
                }
            }
            default -> {}
        }
    }

    private static ObjectNode whole() {
        return (ObjectNode) read(WHOLE);
    }

    private static JsonNode read(String text) {
        try {
            return text.startsWith("{") ? new JsonMapper().readTree(text) : YAML.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
