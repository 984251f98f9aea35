package io.poseidon.workbench.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.bundle.Sealed;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.IdentityFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `query` as a person or a script calls it.
class QueryCommandTest {

    private static final String SUM = "select region, sum(amount_sum) s from spend group by 1 order by 1";

    private final Sealed sealed = new Sealed();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private String file = "";
    private String identity = "";
    private String trust = "";

    @BeforeEach
    void seal() {
        file = sealed.writeTo(folder).toString();
        var key = folder.resolve("me.key");
        IdentityFile.write(key, sealed.buyer, Optional.empty());
        identity = key.toString();
        var pem = folder.resolve("market.pub");
        sealed.signer.verifyingKey().write(pem);
        trust = pem.toString();
    }

    @AfterEach
    void close() {
        sealed.close();
    }

    @Test
    void printsOneJsonDocument() throws IOException {
        assertEquals(0, query(SUM, "--json"));
        assertEquals(
                "[[\"Busan\",-4567],[\"서울\",2124690]]", document().path("rows").toString());
        assertEquals("allow", document().path("decision").asText());
        assertEquals("", err.toString());
    }

    @Test
    void printsAJsonDocumentByFormatToo() throws IOException {
        assertEquals(0, query(SUM, "--format", "json", "--interval"));
        assertEquals(2, document().path("intervals").size());
    }

    @Test
    void printsATableForPeople() {
        assertEquals(0, query("select region, contributors from spend order by 2", "--interval"));
        assertEquals("""
            region  contributors
            Busan   25 [22, 28]
            서울    31 [28, 34]
            서울    40 [37, 43]
            """, out.toString().replace("\r", ""));
    }

    @Test
    void printsCsv() {
        assertEquals(0, query(SUM, "--format", "csv"));
        assertEquals("region,s\r\nBusan,-4567\r\n서울,2124690\r\n", out.toString());
    }

    @Test
    void writesAFileByItsName() throws IOException {
        for (var name : new String[] {"결과.parquet", "r.csv", "r.json", "r.arrow"}) {
            var target = folder.resolve(name);
            assertEquals(0, query(SUM, "--out", target.toString(), "--json"), name);
            assertTrue(Files.size(target) > 30, name);
            assertEquals(2, document().path("rows").asInt(), name);
            out.getBuffer().setLength(0);
        }
    }

    @Test
    void refusesWithExitCodeThreeAndThePlace() throws IOException {
        assertEquals(3, query("select random() from spend", "--json"));
        var json = document();
        assertEquals("refuse", json.path("decision").asText());
        assertEquals("NONDETERMINISM", json.path("rule").asText());
        assertEquals("NONDETERMINISM", json.at("/error/code").asText());
        assertEquals(8, json.at("/rules/0/column").asInt());
        assertFalse(json.at("/error/message").asText().isEmpty());
        assertFalse(json.at("/error/next").asText().isEmpty());
    }

    @Test
    void warnsOnStandardErrorAndInTheDocument() throws IOException {
        assertEquals(0, query("select region, sum(contributors) n from spend group by region order by 1", "--json"));
        assertEquals("warn", document().path("decision").asText());
        assertEquals(1, document().path("cautions").size());
        out.getBuffer().setLength(0);
        assertEquals(0, query("select region, sum(contributors) n from spend group by region order by 1"));
        assertTrue(err.toString().contains("caution"));
    }

    @Test
    void failsWithTheCodesOfTheTable() {
        assertEquals(2, query(SUM, "--format", "parquet"));
        assertEquals(2, query(SUM, "--out", folder.resolve("x.txt").toString()));
        assertEquals(2, query(SUM, "--json", "--format", "csv"));
        assertEquals(8, query(SUM, "--out", folder.resolve("none/x.csv").toString()));
        assertEquals(7, query("select cast(region as integer) from spend", "--json"));
        assertFalse((out.toString() + err).contains("Busan' to"), "the engine's own words stay inside");
        assertEquals(5, run("query", file, "--trust", trust, "--at", Sealed.DURING.toString(), SUM));
        try (var stranger = Identity.generate()) {
            var other = folder.resolve("other.key");
            IdentityFile.write(other, stranger, Optional.empty());
            assertEquals(
                    4,
                    run(
                            "query",
                            file,
                            "-i",
                            other.toString(),
                            "--trust",
                            trust,
                            "--at",
                            Sealed.DURING.toString(),
                            SUM));
        }
        assertEquals(4, run("query", file, "-i", identity, "--trust", trust, "--at", "2030-01-01T00:00:00Z", SUM));
    }

    @Test
    void laysOwnTablesBesideTheCellsForFree() throws IOException {
        var own = Files.writeString(folder.resolve("지점.csv"), "region,stores,opened\n서울,12,2020-01-02\nBusan,3,\n");
        var joined = "select s.region, sum(amount_sum) * max(o.stores) n from spend s join my_stores o using (region)"
                + " group by 1 order by 1";
        assertEquals(0, query(joined, "--json", "--upload", "my_stores=" + own), err::toString);
        assertEquals("allow", document().path("decision").asText());
        assertEquals(
                "[[\"Busan\",-13701],[\"서울\",25496280]]",
                document().path("rows").toString());
        out.getBuffer().setLength(0);
        assertEquals(0, query("from My_Stores where stores > 5", "--json", "--upload", "my_stores=" + own));
        assertEquals(1, document().path("rows").size());
        out.getBuffer().setLength(0);
        assertEquals(0, query(joined, "--json", "--interval", "--upload", "my_stores=" + own));
        assertFalse(document().path("intervals").toString().matches("[^a-z]*"), "no interval is made up for a join");
        assertEquals(7, query(joined, "--upload", "spend=" + own), "a sealed table keeps its name");
        assertEquals(7, query(joined, "--upload", "my_stores=" + folder.resolve("none.csv")));
        assertEquals(2, query(joined, "--replace-upload", "my_stores"));
        assertEquals(3, query(joined), "without the table its name is unknown");
    }

    @Test
    void anotherPurposeThanTheOneBoughtIsRefused() throws IOException {
        assertEquals(0, query(SUM, "--purpose", "research"));
        out.getBuffer().setLength(0);
        assertEquals(3, query(SUM, "--purpose", "marketing", "--json"));
        assertEquals("PURPOSE", document().path("rule").asText());
    }

    @Test
    void looksAheadWithoutAsking() throws IOException {
        var sql = "select region, sum(contributors) from spend group by 1";
        assertEquals(0, query(sql, "--dry-run", "--json"), err::toString);
        assertTrue(document().path("dryRun").asBoolean());
        assertEquals("warn", document().path("decision").asText());
        assertEquals("0", document().at("/cost/rho").asText());
        assertEquals(
                document().at("/suppressed/cells").asInt() - 3,
                document().at("/suppressed/hidden").asInt());
        assertEquals(document().at("/suppressed/cells"), document().at("/reads/0/cells"));
        assertTrue(document().at("/intervals/0/exact").asBoolean());
        assertTrue(document().at("/intervals/1/half/middle").asDouble() > 0);
        assertTrue(document().at("/offers/0/difference/added/0/0").isInt());
        assertTrue(document().path("rows").isMissingNode());
        out.getBuffer().setLength(0);
        assertEquals(3, query("select nothing from spend", "--dry-run"));
        assertTrue(out.toString().contains("COLUMN at line 1, column 8"), out::toString);
        assertEquals(2, query(sql, "--dry-run", "--repair"));
    }

    @Test
    void asksTheOfferAndSaysSo() throws IOException {
        assertEquals(3, query("select regoin, sum(amount_sum) from spend group by 1"));
        assertEquals(0, query("select regoin, sum(amount_sum) from spend group by 1 order by 1", "--repair", "--json"));
        assertEquals("COLUMN", document().at("/repaired/rule").asText());
        assertEquals(
                "SELECT region, SUM(amount_sum) FROM spend GROUP BY 1 ORDER BY 1",
                document().at("/repaired/sql").asText());
        assertEquals(
                "[[\"Busan\",-4567],[\"서울\",2124690]]", document().path("rows").toString());
        assertTrue(err.toString().contains("repaired"));
        out.getBuffer().setLength(0);
        assertEquals(3, query("select * from read_csv('x')", "--repair", "--json"));
        assertTrue(document().path("repaired").isMissingNode());
    }

    @Test
    void labelsUpperBoundsAndPutsTheLowerBesideThem() throws IOException {
        var sql = "select region, sum(contributors) n from spend group by region order by 1";
        assertEquals(0, query(sql, "--json"));
        assertEquals("upper", document().at("/columns/1/bound").asText());
        assertTrue(document().at("/columns/0/bound").isMissingNode());
        assertEquals("[[null,25.0],[null,40.0]]", document().path("atLeast").toString());
        out.getBuffer().setLength(0);
        assertEquals(0, query(sql, "--format", "csv", "--interval"));
        assertTrue(out.toString().startsWith("region,n,n_low,n_high,n_at_least\r\n"), out::toString);
        assertTrue(out.toString().contains(",25.0\r\n"), out::toString);
        out.getBuffer().setLength(0);
        assertEquals(0, query(sql));
        assertTrue(out.toString().contains("71 (at least 40; upper bound)"), out::toString);
        out.getBuffer().setLength(0);
        assertEquals(0, query("select region, max(contributors) n from spend group by 1", "--json"));
        assertTrue(document().path("atLeast").isMissingNode());
    }

    @Test
    void carriesTheLowerBoundOutOfInnerQueriesOrSaysThatThereIsNone() {
        var inner = " from (select region, sum(contributors) n from spend group by region)";
        assertEquals(0, query("select region, n" + inner + " order by 1"));
        assertTrue(out.toString().contains("71 (at least 40; upper bound)"), out::toString);
        assertFalse(err.toString().contains("no lower bound"), err::toString);
        out.getBuffer().setLength(0);
        assertEquals(0, query("select n * 2 as twice" + inner + " order by 1"));
        assertTrue(out.toString().contains("142 (upper bound)"), out::toString);
        assertTrue(err.toString().contains("no lower bound"), err::toString);
    }

    private int query(String sql, String... more) {
        return run(Stream.concat(
                        Stream.of(
                                "query", file, sql, "-i", identity, "--trust", trust, "--at", Sealed.DURING.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private JsonNode document() throws IOException {
        return new JsonMapper().readTree(out.toString());
    }
}
