package io.poseidon.workbench.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.poseidon.workbench.app.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `query --shard` with own tables, as a person or a script calls it.
final class ShardQueryCommandTest {

    private static final String MINE = "SELECT COUNT(DISTINCT user_id) FROM txn JOIN my_customers USING (user_id)";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        var rows = new StringBuilder("user_id,region,amount\n");
        for (int person = 0; person < 120; person++) {
            rows.append("u%04d,%s,%d\n".formatted(person, person % 3 == 0 ? "Seoul" : "Busan", 100 + person));
        }
        Files.writeString(folder.resolve("rows.csv"), rows);
        Files.writeString(folder.resolve("policy.yaml"), """
            policy: 1
            tables:
              txn:
                kind: rows
                identity: user_id
                dimensions: {region: {type: text, values: [Seoul, Busan], static: true}}
                measures: {amount: {min: 0, max: 1000}}
                aggregates: [count, count_distinct_identity, sum, avg]
                literals: [region]
                minimumCohort: 20
                joins: [{with: my_customers, on: user_id}]
              my_customers: {kind: own, columns: {user_id: text, segment: text}}
            budget: {rho: 50, perNumber: 1, delta: 1e-9}
            valid: {from: 2026-10-01, until: 2027-09-30}
            purpose: [research]
            """);
    }

    private Path customers(int from, int to) throws IOException {
        var lines = new ArrayList<>(List.of("user_id,segment"));
        for (int person = from; person < to; person++) {
            lines.add("u%04d,%s".formatted(person, person % 2 == 0 ? "even" : "odd"));
        }
        return Files.write(folder.resolve("customers.csv"), lines);
    }

    @Test
    void answersAboutTheUploadedPeopleAndFreezesTheTable() throws IOException {
        assertEquals(0, ask(MINE, "--upload", "my_customers=" + customers(0, 100)), err::toString);
        var first = document().at("/rows/0/0").asLong();
        assertTrue(Math.abs(first - 100) < 10, String.valueOf(first));
        assertEquals(3, ask(MINE, "--upload", "my_customers=" + customers(1, 100)));
        assertEquals("SPAN", document().path("rule").asText());
        assertTrue(document().path("why").asText().contains("frozen"));
        assertTrue(document().path("needs").asText().contains("replaces"));
        assertEquals(
                3,
                ask(MINE, "--upload", "my_customers=" + customers(1, 100), "--replace-upload", "my_customers"),
                "target in, target out");
        assertEquals("SPAN", document().path("rule").asText());
        assertEquals(0, ask(MINE, "--upload", "my_customers=" + customers(0, 100)));
        assertEquals(first, document().at("/rows/0/0").asLong());
        assertEquals("0", document().at("/charge/rho").asText());
    }

    @Test
    void namesWhatIsWrongWithAnUpload() throws IOException {
        assertEquals(3, ask(MINE));
        assertEquals("NOT_LICENSED", document().path("rule").asText());
        assertEquals(7, ask(MINE, "--upload", "other=" + customers(0, 50)));
        var bad = Files.writeString(folder.resolve("bad.csv"), "user,segment\nu0001,x\n");
        assertEquals(7, ask(MINE, "--upload", "my_customers=" + bad));
        assertEquals(3, ask(MINE, "--upload", "my_customers=" + customers(0, 5)));
        assertEquals("COHORT", document().path("rule").asText());
        assertFalse(err.toString().contains("Exception"), err.toString());
    }

    @Test
    void judgesTheDayAndThePurpose() throws IOException {
        assertEquals(0, ask("SELECT COUNT(*) FROM txn", "--purpose", "research"));
        assertEquals(3, ask("SELECT COUNT(*) FROM txn", "--purpose", "marketing"));
        assertEquals("PURPOSE", document().path("rule").asText());
        assertEquals(3, run("SELECT COUNT(*) FROM txn", "--at", "2027-10-01T00:00:00Z"));
        assertEquals("EXPIRED", document().path("rule").asText());
    }

    @Test
    void looksAheadWithoutOpeningTheRows() throws IOException {
        var sql = "SELECT region, SUM(amount) FROM txn GROUP BY region";
        Files.delete(folder.resolve("rows.csv"));
        assertEquals(0, ask(sql, "--dry-run"), err::toString);
        assertEquals("filter", document().path("decision").asText());
        assertEquals("2", document().at("/cost/rho").asText());
        assertEquals("50", document().at("/cost/left").asText());
        assertTrue(document().at("/cost/epsilon").asDouble() > 0);
        assertEquals("nothing-known", document().at("/suppressed/unknown").asText());
        assertEquals("clear", document().path("audit").asText());
        // one person stands in one region: Δ = 1,000, σ = Δ/√2
        assertEquals(
                1.959964 * 1_000 / Math.sqrt(2),
                document().at("/intervals/1/half/middle").asDouble(),
                1e-2);
        assertFalse(Files.exists(folder.resolve("state")));
        assertEquals(3, ask("SELECT MAX(amount) FROM txn", "--dry-run"));
        assertEquals(
                "SELECT AVG(amount) FROM txn", document().at("/offers/0/sql").asText());
        assertEquals("3", document().at("/offers/0/cost/rho").asText());
    }

    @Test
    void asksTheOfferWhereTheRefusalWasFree() throws IOException {
        assertEquals(0, ask("SELECT region, MAX(amount) FROM txn GROUP BY region", "--repair"));
        assertEquals("FUNCTION", document().at("/repaired/rule").asText());
        assertEquals(
                "SELECT region, AVG(amount) FROM txn GROUP BY region",
                document().at("/repaired/sql").asText());
        assertEquals(2, document().path("rows").size());
        assertTrue(err.toString().contains("repaired"));
    }

    @Test
    void saysWhatGroupsNeedWhereNoneIsShown() throws IOException {
        var policy = folder.resolve("policy.yaml");
        Files.writeString(policy, Files.readString(policy).replace("minimumCohort: 20", "minimumCohort: 100"));
        assertEquals(0, ask("SELECT region, COUNT(*) FROM txn GROUP BY region"));
        assertEquals(0, document().path("rows").size());
        assertTrue(err.toString().contains("COHORT needs"), err::toString);
        assertTrue(err.toString().contains("instead: SELECT COUNT(*) FROM txn ("), err::toString);
        var nothing = document().path("nothingShown");
        assertTrue(nothing.at("/needs/COHORT").asText().length() > 20, document()::toString);
        assertTrue(nothing.at("/needs/DOMINANCE").asText().length() > 20);
        assertFalse(nothing.at("/offers/0/sql").asText().isEmpty());
    }

    private static final String NUMBERS =
            "SELECT region, COUNT(DISTINCT user_id) AS people, AVG(amount) AS mean FROM txn GROUP BY region";

    @Test
    void tellsTheIntervalOfEveryNoisyNumber() throws IOException {
        assertEquals(0, ask(NUMBERS, "--interval"), err::toString);
        var told = document();
        assertEquals(2, told.path("intervals").size());
        for (int row = 0; row < 2; row++) {
            assertTrue(told.path("intervals").path(row).path(0).isNull());
            for (int column = 1; column < 3; column++) {
                double value = told.path("rows").path(row).path(column).asDouble();
                var ends = told.path("intervals").path(row).path(column);
                assertEquals(2, ends.size(), told::toString);
                assertTrue(
                        ends.path(0).asDouble() < value && value < ends.path(1).asDouble(), told::toString);
            }
        }
        assertEquals(0, ask(NUMBERS));
        assertTrue(document().path("intervals").isMissingNode());
    }

    @Test
    void writesATableAndFilesWithTheSameIntervals() throws IOException {
        assertEquals(0, ask(NUMBERS, "--interval"), err::toString);
        var told = document();
        assertEquals(0, plain(NUMBERS, "--interval"), err::toString);
        var busan =
                out.toString().lines().filter(line -> line.startsWith("Busan")).findFirst();
        assertTrue(busan.orElseThrow().matches("Busan +-?\\d+ \\[.+, .+] +.+ \\[.+, .+]"), busan::toString);
        assertEquals(0, plain(NUMBERS, "--interval", "--format", "csv"));
        assertEquals(
                "region,people,people_low,people_high,mean,mean_low,mean_high",
                out.toString().lines().findFirst().orElseThrow());
        var file = folder.resolve("answer.csv");
        assertEquals(0, ask(NUMBERS, "--interval", "--out", file.toString()));
        assertEquals("0", document().at("/charge/rho").asText(), "it was told before");
        assertEquals(out(file).get(1).get(2), told.at("/intervals/0/1/0").asText());
        assertTrue(Files.exists(folder.resolve("answer.csv.provenance.json")));
        for (var name : List.of("answer.parquet", "answer.arrows", "answer.json")) {
            assertEquals(
                    0, ask(NUMBERS, "--interval", "--out", folder.resolve(name).toString()), err::toString);
            assertTrue(Files.size(folder.resolve(name)) > 0);
        }
        assertEquals(0, plain(NUMBERS));
        assertFalse(out.toString().contains("["));
    }

    @Test
    void refusesAFormatThatStandardOutputCannotTake() {
        assertEquals(2, ask(NUMBERS, "--format", "parquet"));
        assertFalse(Files.exists(folder.resolve("state")), "nothing was asked");
    }

    @Test
    void optionsOfTheOtherPlaceAreNotPassedOverInSilence() throws IOException {
        assertEquals(2, ask(NUMBERS, "--trust", folder.resolve("signer.pem").toString()));
        assertEquals("shard-opens-nothing", document().at("/error/code").asText());
        assertEquals(2, ask(NUMBERS, "-i", folder.resolve("key").toString()));
        assertFalse(Files.exists(folder.resolve("state")), "nothing was asked");
        out.getBuffer().setLength(0);
        var purchase = new String[] {"query", "--json", "sold.poseidon", NUMBERS, "--buyer", "lab"};
        assertEquals(2, Main.run(new PrintWriter(out), new PrintWriter(err), purchase));
        assertEquals("shard-options-alone", document().at("/error/code").asText());
    }

    private static List<List<String>> out(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    private int plain(String sql, String... more) {
        var arguments = new ArrayList<>(List.of("--at", "2026-11-01T00:00:00Z"));
        arguments.addAll(List.of(more));
        return run(List.of("query", "--shard"), sql, arguments.toArray(String[]::new));
    }

    private int ask(String sql, String... more) {
        var arguments = new ArrayList<>(List.of("--at", "2026-11-01T00:00:00Z"));
        arguments.addAll(List.of(more));
        return run(sql, arguments.toArray(String[]::new));
    }

    private int run(String sql, String... more) {
        return run(List.of("query", "--json", "--shard"), sql, more);
    }

    private int run(List<String> first, String sql, String... more) {
        out.getBuffer().setLength(0);
        var arguments = new ArrayList<>(first);
        arguments.add(folder.resolve("rows.csv").toString());
        arguments.addAll(List.of("--policy", folder.resolve("policy.yaml").toString(), "--state"));
        arguments.add(folder.resolve("state").toString());
        arguments.add(sql);
        arguments.addAll(List.of(more));
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
    }

    private JsonNode document() throws IOException {
        return new JsonMapper().readTree(out.toString());
    }
}
