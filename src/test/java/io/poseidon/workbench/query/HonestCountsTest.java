package io.poseidon.workbench.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Decision.Caution;
import io.poseidon.workbench.policy.Decision.Change;
import io.poseidon.workbench.query.result.Export;
import io.poseidon.workbench.query.result.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers that could be misread say so beside themselves, and the honest form is offered.
class HonestCountsTest {

    private static final String PEOPLE = "select region, sum(contributors) n from spend group by region order by 1";

    @TempDir
    private static Path folder;

    private static Purchase purchase;

    @BeforeAll
    static void open() {
        purchase = new Purchase(folder);
    }

    @AfterAll
    static void close() {
        purchase.close();
    }

    private static Decision.Warn warned(String sql) {
        return assertInstanceOf(Decision.Warn.class, purchase.queries.decide(sql), sql);
    }

    private static Optional<String> weighted(String sql) {
        var warn = warned(sql);
        assertTrue(
                warn.cautions().stream().anyMatch(caution -> caution.kind() == Caution.Kind.AVERAGE_OF_RATIOS),
                () -> sql + ": " + warn.cautions());
        return warn.repair()
                .filter(repair -> repair.effects().stream().anyMatch(effect -> effect.change() == Change.WEIGHTS_MEAN))
                .map(Decision.Repair::sql);
    }

    /// Each with what it should have been.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "select avg(amount_sum / contributors) from spend | sum(amount_sum) / sum(contributors)",
                "select round(avg(amount_sum / contributors), 2) from spend | round(sum(amount_sum) /"
                        + " sum(contributors), 2)",
                "select avg(amount_sum / contributors) filter (where month = 7) from spend"
                        + " | sum(amount_sum) filter (where month = 7) / sum(contributors) filter (where month = 7)",
                "select avg(r) from (select region, amount_sum / contributors r from spend)"
                        + " | sum(amount_sum) / sum(contributors)",
                "select avg(x.R) m from (select region, sum(amount_sum) / sum(contributors) as r from spend group by"
                        + " region) x | sum(amount_sum) / sum(contributors)",
                "select avg(m) from (select region, avg(amount_sum) m from spend group by region)"
                        + " | sum(amount_sum) / count(amount_sum)",
                "select avg(m) from (select region, avg(amount_sum) m from spend group by all)"
                        + " | sum(amount_sum) / count(amount_sum)",
                "with a as (select region, avg(amount_sum / contributors) m from spend group by region) select"
                        + " avg(m) from a | sum(amount_sum) / sum(contributors)",
                "with z as (select 1), a as (select region, sum(amount_sum) / sum(contributors) m from spend group by"
                        + " region having count(*) > 0) select avg(b.m) filter (where b.region <> 'x') from a as b"
                        + " | sum(amount_sum) / sum(contributors)",
            })
    void theWeightedMeanIsOfferedAlsoThroughAnInnerQuery(String sql, String honest) {
        var offered = weighted(sql).orElseThrow(() -> new AssertionError(sql));
        var right = Double.parseDouble(
                purchase.rows("select " + honest + " from spend").getFirst().getFirst());
        assertEquals(
                right,
                Double.parseDouble(purchase.rows(offered).getFirst().getFirst()),
                Math.abs(right) * 1e-9,
                offered);
        assertNotEquals(
                right,
                Double.parseDouble(purchase.rows(sql).getFirst().getFirst()),
                () -> "the plain mean differs: " + sql);
    }

    /// A further column inside would change something else.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select avg(distinct amount_sum / contributors) from spend",
                "select avg(r) from (select distinct amount_sum / contributors r from spend)",
                "select avg(r) from (select region, sum(amount_sum) / sum(contributors) r from spend group by region"
                        + " union all select region, 1.0 from spend)",
                "select avg(r) over () from (select region, amount_sum / contributors r from spend)",
                "select avg(a.r) from (select region, amount_sum / contributors r from spend) a, spend b",
                "with a as (select region, amount_sum / contributors r from spend), b as (select r from a)"
                        + " select avg(r) from b",
            })
    void whereTheRewriteIsNotSafeTheCautionAloneSaysWhatToDo(String sql) {
        assertEquals(Optional.empty(), weighted(sql));
    }

    @Test
    void theLowerBoundStandsInEveryFileWithoutBeingAskedFor() throws IOException {
        var csv = write(Format.CSV, false);
        assertEquals("region,n,n_at_least\r\nBusan,25,25.0\r\n서울,71,40.0\r\n", Files.readString(csv));
        var beside = json(folder.resolve("out.csv.provenance.json"));
        assertEquals("n", beside.path("poseidon.upper_bounds").asText());
        assertEquals("OVERLAP", beside.path("poseidon.cautions").asText());
        var document = json(write(Format.JSON, false));
        assertEquals("n", document.at("/provenance/upper_bounds").asText());
        assertEquals("OVERLAP", document.at("/provenance/cautions").asText());
        assertEquals("warn", document.at("/provenance/decision").asText());
        assertEquals("[[null,25.0],[null,40.0]]", document.path("atLeast").toString());
        assertEquals("upper", document.at("/columns/1/bound").asText());
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"ARROW", "PARQUET"})
    void theLowerBoundStandsInColumnarFiles(Format format) throws IOException {
        for (boolean intervals : List.of(false, true)) {
            try (var desk = Desk.open(purchase.sealed.engine)) {
                var columns = desk.load("result", write(format, intervals), Progress.NONE);
                assertEquals(
                        intervals
                                ? List.of("region", "n", "n_low", "n_high", "n_at_least")
                                : List.of("region", "n", "n_at_least"),
                        columns.stream().map(TableColumn::name).toList());
                try (var answer =
                        desk.query("SELECT sum(n_at_least), min(n - n_at_least) FROM result", Progress.NONE)) {
                    var page = answer.page(0, 1, Progress.NONE);
                    assertEquals(65, page.number(0, 0));
                    assertEquals(0, page.number(1, 0));
                }
            }
        }
    }

    /// The two regions are known to have no people in common, the months are not.
    @Test
    void theLowerBoundIsCarriedThroughInnerQueries() throws IOException {
        var inner = "with a as (select region, sum(contributors) n from spend group by region) ";
        assertEquals(
                "region,n,n_at_least\r\nBusan,25,25.0\r\n서울,71,40.0\r\n",
                Files.readString(write(Format.CSV, false, inner + "select * from a order by 1")));
        var sum = json(write(Format.JSON, false, inner + "select sum(n) as people from a"));
        assertEquals("[[96]]", sum.path("rows").toString());
        assertEquals("[[65.0]]", sum.path("atLeast").toString());
        assertEquals("upper", sum.at("/columns/0/bound").asText());
        assertTrue(sum.at("/cautions/0/lowerBound").asBoolean());
        var months = "select sum(n) as people from (select month, sum(contributors) n from spend group by month)";
        assertEquals("people,people_at_least\r\n96,65.0\r\n", Files.readString(write(Format.CSV, false, months)));
        var parquet = write(Format.PARQUET, true, inner + "select region, n from a order by 1");
        try (var desk = Desk.open(purchase.sealed.engine)) {
            assertEquals(
                    List.of("region", "region_low", "region_high", "n", "n_low", "n_high", "n_at_least"),
                    desk.load("result", parquet, Progress.NONE).stream()
                            .map(TableColumn::name)
                            .toList());
        }
    }

    @Test
    void whereNoBoundCanBeCarriedTheLabelSaysSo() throws IOException {
        var document = json(write(
                Format.JSON, false, "select n + 1 as more from (select sum(contributors) n from spend) order by 1"));
        assertEquals("upper", document.at("/columns/0/bound").asText());
        assertTrue(document.path("atLeast").isMissingNode());
        assertEquals("false", document.at("/cautions/0/lowerBound").toString());
        assertEquals("more", document.at("/provenance/upper_bounds").asText());
        assertEquals("incomplete", document.at("/provenance/lower_bounds").asText());
    }

    private static Path write(Format format, boolean intervals) {
        return write(format, intervals, PEOPLE);
    }

    private static Path write(Format format, boolean intervals, String sql) {
        var file = folder.resolve("out." + format.suffix());
        var answered = purchase.answered(sql);
        try (var ignored = answered.result()) {
            new Export(answered, intervals).write(file, format, Progress.NONE);
        }
        return file;
    }

    private static JsonNode json(Path file) throws IOException {
        return new JsonMapper().readTree(file.toFile());
    }
}
