package io.poseidon.workbench.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.CancelAfter;
import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Names;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.result.Export;
import io.poseidon.workbench.query.result.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {

    private static final String SQL =
            "select region, sum(amount_sum) s, null::bigint n from spend group by 1 order by 1";

    @TempDir
    private Path folder;

    private Purchase purchase;

    @BeforeEach
    void open() {
        purchase = new Purchase(folder);
    }

    @AfterEach
    void close() {
        purchase.close();
    }

    @Test
    void writesTheJsonOfTheCommandLine() throws IOException {
        var json = json(export(SQL, Format.JSON, true));
        assertEquals("allow", json.path("decision").asText());
        assertEquals("""
            [{"name":"region","type":"text","unit":null},{"name":"s","type":"integer","unit":"KRW"},\
            {"name":"n","type":"integer","unit":null}]\
            """, json.path("columns").toString());
        assertEquals(
                "[[\"Busan\",-4567,null],[\"서울\",2124690,null]]",
                json.path("rows").toString());
        var seoul = json.path("intervals").path(1);
        assertTrue(seoul.path(0).isNull());
        double sigma = Math.sqrt(2 * 9_007_199_254_740_993.0);
        assertEquals(2_124_690 - 1.959964 * sigma, seoul.path(1).path(0).asDouble(), 10);
        assertEquals("HDM-2026-004417", json.path("provenance").path("licence").asText());
    }

    @Test
    void writesNumbersThatADoubleCannotHoldAsTexts() throws IOException {
        var rows = json(export(
                        "select 9007199254740993, 9007199254740992, 1.5::decimal(3,1), 'NaN'::double, true from spend"
                                + " limit 1",
                        Format.JSON,
                        false))
                .path("rows");
        assertEquals("[[\"9007199254740993\",9007199254740992,\"1.5\",\"NaN\",true]]", rows.toString());
    }

    @Test
    void writesCsvWithItsProvenanceBeside() throws IOException {
        var file = export(SQL, Format.CSV, false);
        assertEquals("region,s,n\r\nBusan,-4567,\r\n서울,2124690,\r\n", Files.readString(file));
        var facts = json(folder.resolve("out.csv.provenance.json"));
        assertEquals("gold", facts.path("poseidon.version").asText());
        assertEquals("allow", facts.path("poseidon.decision").asText());
    }

    @Test
    void putsTheEndsBehindANoisyColumn() throws IOException {
        var lines = Files.readAllLines(export("select region, contributors from spend order by 2", Format.CSV, true));
        assertEquals("region,contributors,contributors_low,contributors_high", lines.getFirst());
        assertEquals("Busan,25,22.0,28.0", lines.get(1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"ARROW", "PARQUET"})
    void readsBackWithProvenance(Format format) throws IOException {
        var file = export(SQL, format, false);
        try (var desk = Desk.open(purchase.sealed.engine)) {
            desk.load("t", file, Progress.NONE);
            assertEquals(List.of("Busan", "-4567", "", "서울", "2124690", ""), values(desk, "from t"));
            if (format == Format.PARQUET) {
                var sql = "select count(*) from parquet_kv_metadata(" + Names.literal(file.toString())
                        + ") where decode(key) in ('poseidon.licence', 'poseidon.rho', 'poseidon.k',"
                        + " 'poseidon.query_sha256', 'poseidon.policy_sha256', 'poseidon.dataset_id')";
                assertEquals(List.of("6"), values(desk, sql));
            }
        }
        if (format == Format.ARROW) {
            try (var in = Files.newInputStream(file);
                    var table = ArrowTable.read(purchase.sealed.engine, "t", in, Progress.NONE)) {
                assertEquals("1/2", table.metadata().get("poseidon.rho"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"ARROW", "PARQUET"})
    void writesIntervalsIntoColumnarFiles(Format format) throws IOException {
        var file = export("select region, contributors from spend order by 2", format, true);
        try (var desk = Desk.open(purchase.sealed.engine)) {
            var columns = desk.load("t", file, Progress.NONE);
            assertEquals("contributors_low", columns.get(2).name());
            assertEquals(
                    List.of("Busan", "25", "22.0", "28.0"),
                    values(desk, "from t").subList(0, 4));
        }
    }

    /// A cell that was suppressed and one in which there was nobody are not in a purchase alike, and no file tells them
    /// apart: both questions give the same bytes, but for what they say was asked.
    @ParameterizedTest
    @EnumSource(Format.class)
    void emptyAndSuppressedCellsAreTheSameBytes(Format format) throws IOException {
        for (boolean intervals : List.of(false, true)) {
            var sql = "select sum(amount_sum) s, max(contributors) c, count(*) n from spend where region = 'Busan' and"
                    + " month = ";
            var one = Files.readAllBytes(export(sql + 8, format, intervals));
            var other = Files.readAllBytes(export(sql + 9, format, intervals));
            assertEquals(
                    withoutQuestion(new String(one, StandardCharsets.ISO_8859_1)),
                    withoutQuestion(new String(other, StandardCharsets.ISO_8859_1)),
                    format + " " + intervals);
            assertEquals(one.length, other.length);
        }
    }

    /// Leaves out the month that was asked for and the digests of the question.
    private static String withoutQuestion(String file) {
        return file.replaceAll("month[^=]{0,3} = [89]", "month = ?").replaceAll("[0-9a-f]{64}", "digest");
    }

    @Test
    void leavesNothingWhereItCannotWrite() throws IOException {
        var nowhere = folder.resolve("none").resolve("out.csv");
        var problem = assertThrows(Problem.class, () -> export(SQL, Format.CSV, false, nowhere, Progress.NONE));
        assertEquals("export-unwritable", problem.code());
        assertFalse(Files.exists(nowhere.getParent()));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void leavesNothingWhenCancelled(Format format) throws IOException {
        var target = folder.resolve("cancelled." + format.suffix());
        assertThrows(
                CancelledException.class, () -> export(SQL, format, false, target, new CancelAfter(Duration.ZERO)));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(purchase.file), files.toList());
        }
    }

    @Test
    void refusesTwoColumnsOfOneNameInParquet() {
        var problem =
                assertThrows(Problem.class, () -> export("select month, month from spend", Format.PARQUET, false));
        assertEquals("export-column-twice", problem.code());
    }

    @Test
    void knowsFormatsByName() {
        assertEquals(Format.ARROW, Format.of(Path.of("x.arrow")).orElseThrow());
        assertEquals(Format.PARQUET, Format.of(Path.of("x.PARQUET")).orElseThrow());
        assertNull(Format.of(Path.of("x.txt")).orElse(null));
    }

    private Path export(String sql, Format format, boolean intervals) {
        var file = folder.resolve("out." + format.suffix());
        export(sql, format, intervals, file, Progress.NONE);
        return file;
    }

    private void export(String sql, Format format, boolean intervals, Path file, Progress progress) {
        var answered = purchase.answered(sql);
        try (var result = answered.result()) {
            new Export(answered, intervals).write(file, format, progress);
            assertTrue(result.columns().size() > 1);
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return new JsonMapper().readTree(file.toFile());
    }

    private static List<String> values(Desk desk, String sql) {
        try (var answer = desk.query(sql, Progress.NONE)) {
            var page = answer.page(0, 10, Progress.NONE);
            int columns = page.columns().size();
            return IntStream.range(0, (int) page.count() * columns)
                    .mapToObj(i -> page.text(i % columns, i / columns))
                    .toList();
        }
    }
}
