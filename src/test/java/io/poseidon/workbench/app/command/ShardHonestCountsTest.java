package io.poseidon.workbench.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Over rows a number that could be misread is answered as any other, and says so in the words used for cells. There
/// are 120 people, each in both months; a third lives in Seoul.
class ShardHonestCountsTest {

    private static final String MONTHS = "SELECT month, COUNT(DISTINCT user_id) AS n FROM txn GROUP BY month";
    private static final String REGIONS = "SELECT region, COUNT(DISTINCT user_id) AS n FROM txn GROUP BY region";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        var rows = new StringBuilder("user_id,region,month,amount\n");
        for (int person = 0; person < 120; person++) {
            for (int month = 7; month <= 8; month++) {
                var region = person % 3 == 0 ? "Seoul" : "Busan";
                rows.append("u%04d,%s,%d,%d\n".formatted(person, region, month, 100 + person));
            }
        }
        Files.writeString(folder.resolve("rows.csv"), rows);
        Files.writeString(folder.resolve("policy.yaml"), """
            policy: 1
            tables:
              txn:
                kind: rows
                identity: user_id
                dimensions:
                  region: {type: text, values: [Seoul, Busan], static: true}
                  month: {type: integer, values: [7, 8]}
                measures: {amount: {min: 0, max: 1000}}
                aggregates: [count, count_distinct_identity, sum, avg]
                literals: [region, month]
                minimumCohort: 20
                maximumGroupsPerContributor: 4
            budget: {rho: 500, perNumber: 10, delta: 1e-9}
            """);
    }

    @Test
    void aSumOfPeopleWhoOverlapIsAnUpperBoundWithTheLowerBesideIt() throws IOException {
        var told = json("SELECT SUM(n) AS people FROM (" + MONTHS + ") m");
        assertEquals("filter", told.path("decision").asText());
        assertEquals("overlap", told.at("/cautions/0/kind").asText());
        assertEquals("month", told.at("/cautions/0/subject").asText());
        assertTrue(told.at("/cautions/0/lowerBound").asBoolean());
        assertEquals("upper", told.at("/columns/0/bound").asText());
        assertEquals(240, told.at("/rows/0/0").asDouble(), 10);
        assertEquals(120, told.at("/atLeast/0/0").asDouble(), 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT SUM(n) AS people FROM (" + REGIONS + ") r",
                "SELECT MAX(n) AS people FROM (" + MONTHS + ") m",
                "SELECT SUM(n) AS people FROM (" + MONTHS + ") m WHERE month = 7",
                "SELECT SUM(c) AS visits FROM (SELECT month, COUNT(*) AS c FROM txn GROUP BY month) m",
                REGIONS
            })
    void whereNobodyIsCountedTwiceNothingIsSaid(String sql) throws IOException {
        var told = json(sql);
        assertTrue(told.path("cautions").isMissingNode(), told::toString);
        assertTrue(told.path("atLeast").isMissingNode());
        assertTrue(told.at("/columns/0/bound").isMissingNode());
    }

    @Test
    void anAverageOfAveragesIsSaidToBeOne() throws IOException {
        var told = json(
                "WITH a AS (SELECT region, AVG(amount) AS m FROM txn GROUP BY region) SELECT AVG(m) AS mean FROM a");
        assertEquals("filter", told.path("decision").asText());
        assertEquals("average_of_ratios", told.at("/cautions/0/kind").asText());
        var quotients = json("SELECT AVG(q) AS mean FROM (SELECT region, SUM(amount) / COUNT(*) AS q FROM txn GROUP BY"
                + " region) r");
        assertEquals("average_of_ratios", quotients.at("/cautions/0/kind").asText());
    }

    @Test
    void theTableSaysTheSame() {
        assertEquals(0, run(List.of("query", "--shard"), "SELECT SUM(n) AS people FROM (" + MONTHS + ") m"));
        assertTrue(out.toString().matches("(?s).*2\\d\\d \\(at least 1\\d\\d; upper bound\\).*"), out::toString);
        assertTrue(err.toString().contains("The same person can stand in several cells (over month)"), err::toString);
    }

    @Test
    void withoutALowerBoundTheLabelSaysSo() throws IOException {
        var sql = "SELECT n * 2 AS twice FROM (SELECT SUM(n) AS n FROM (" + MONTHS + ") m) s";
        var told = json(sql);
        assertEquals("upper", told.at("/columns/0/bound").asText());
        assertEquals("false", told.at("/cautions/0/lowerBound").toString());
        assertEquals(0, run(List.of("query", "--shard"), sql));
        assertTrue(out.toString().contains("(upper bound)"), out::toString);
        assertTrue(err.toString().contains("no lower bound"), err::toString);
    }

    @Test
    void aSumOverTheGroupsInTheSameSelectIsOneToo() throws IOException {
        var told = json("SELECT month, SUM(COUNT(DISTINCT user_id)) OVER () AS people FROM txn GROUP BY month");
        assertEquals("overlap", told.at("/cautions/0/kind").asText());
        assertEquals("upper", told.at("/columns/1/bound").asText());
        assertEquals("false", told.at("/cautions/0/lowerBound").toString());
    }

    @Test
    void filesCarryTheBoundAndTheCaution() throws IOException {
        var file = folder.resolve("out.csv");
        var sql = "SELECT SUM(n) AS people FROM (" + MONTHS + ") m";
        var record = folder.resolve("record.evidence.json");
        assertEquals(
                0,
                run(List.of("query", "--shard"), sql, "--out", file.toString(), "--evidence", record.toString()),
                err::toString);
        assertTrue(Files.readString(file).startsWith("people,people_at_least\r\n"));
        var beside = new JsonMapper()
                .readTree(folder.resolve("out.csv.provenance.json").toFile());
        assertEquals("OVERLAP", beside.path("poseidon.cautions").asText());
        assertEquals("people", beside.path("poseidon.upper_bounds").asText());
        assertTrue(err.toString().contains("upper bound"), err::toString);
        var key = folder.resolve("state").resolve("evidence.pub").toString();
        assertEquals(
                0,
                Main.run(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "verify",
                        record.toString(),
                        "--trust",
                        key,
                        "--result",
                        file.toString()),
                err::toString);
    }

    private JsonNode json(String sql) throws IOException {
        assertEquals(0, run(List.of("query", "--json", "--shard"), sql), err::toString);
        return new JsonMapper().readTree(out.toString());
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
}
