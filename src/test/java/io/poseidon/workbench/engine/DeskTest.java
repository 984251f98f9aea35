package io.poseidon.workbench.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {

    private static final Map<String, ColumnType> TYPES =
            Map.of("user_id", ColumnType.TEXT, "month", ColumnType.INTEGER);

    @TempDir
    private Path folder;

    private Engine engine;
    private Desk desk;

    @BeforeEach
    void open() {
        engine = Engine.start();
        desk = Desk.open(engine);
    }

    /// Closing the engine fails where memory was leaked.
    @AfterEach
    void close() {
        desk.close();
        engine.close();
    }

    @Test
    void whatIsPutUnderANameReplacesWhatWasSeenThere() throws IOException {
        try (var first = ArrowTable.builder(engine, "t").integers("n", 1, 2).build();
                var second = ArrowTable.builder(engine, "t")
                        .texts("name", List.of("서울"))
                        .build()) {
            desk.put(first);
            assertEquals("2", only("SELECT count(*) FROM t"));
            desk.put(second);
            assertEquals("서울", only("SELECT name FROM t"));
            desk.run("DROP VIEW t");
            desk.loadCsv("t", file("user_id,month\nu1,7\n"), TYPES, Progress.NONE);
            desk.put(first);
            assertEquals("3", only("SELECT sum(n) FROM t"));
        }
    }

    private String only(String sql) {
        try (var answer = desk.query(sql, Progress.NONE)) {
            return answer.page(0, 1, Progress.NONE).text(0, 0);
        }
    }

    @Test
    void tellsNullFromTheEmptyText() throws IOException {
        desk.loadCsv(
                "t", file("user_id,month,note\nu1,7,\nu2,8,\"\"\nu3,,\"a, \"\"b\"\"\nc\"\n"), TYPES, Progress.NONE);
        try (var answer = desk.query("FROM t", Progress.NONE)) {
            var page = answer.page(0, 10, Progress.NONE);
            assertEquals(3, page.count());
            assertEquals(Optional.empty(), page.value(2, 0));
            assertEquals(Optional.of(""), page.value(2, 1));
            assertEquals(Optional.of("a, \"b\"\nc"), page.value(2, 2));
            assertEquals(Optional.empty(), page.value(1, 2));
        }
    }

    @Test
    void infersTypesFromAllValues() throws IOException {
        assertEquals(
                List.of(
                        new TableColumn("code", ColumnType.TEXT),
                        new TableColumn("n", ColumnType.INTEGER),
                        new TableColumn("x", ColumnType.DOUBLE),
                        new TableColumn("day", ColumnType.DATE),
                        new TableColumn("at", ColumnType.TIMESTAMP),
                        new TableColumn("yes", ColumnType.BOOLEAN),
                        new TableColumn("none", ColumnType.TEXT),
                        new TableColumn("mixed", ColumnType.TEXT),
                        new TableColumn("some", ColumnType.INTEGER)),
                desk.load(
                        "t",
                        file("\ufeffcode;n;x;day;at;yes;none;mixed;some\n"
                                + "007;1;1;2026-07-01;2026-07-01T12:00:00;true;;1;\n"
                                + "010;-2;2.5e3;2026-07-02;2026-07-01 12:00:00;false;;a;5\n"),
                        Progress.NONE));
    }

    @Test
    void namesTheLineOfABrokenNumber() throws IOException {
        var problem = broken("user_id,month\nu1,7\n\"u\n2\",8\nu3,August\nu4,x\n");
        assertEquals("csv-value", problem.code());
        assertEquals(
                "data.csv, line 5: the column \"month\" holds something that is not of its type (2 such rows or more).",
                problem.message(Locale.ENGLISH));
        assertFalse(problem.message(Locale.ENGLISH).contains("August"), "a value is never repeated");
    }

    @Test
    void namesWhatIsWrongWithAFile() throws IOException {
        assertEquals("csv-column-missing", broken("user_id,Month\nu1,7\n").code());
        assertEquals("csv-too-few-fields", broken("user_id,month\nu1\n").code());
        assertEquals("csv-too-many-fields", broken("user_id,month\nu1,7,8\n").code());
        assertEquals("csv-quote", broken("user_id,month\n\"u1,7\nu2,8\n").code());
        assertEquals("csv-header-twice", broken("user_id,month,Month\nu1,7,8\n").code());
        assertEquals("csv-header-empty", broken("user_id,month,\nu1,7,8\n").code());
        assertEquals("csv-empty", broken("").code());
    }

    @Test
    void refusesAMillionCharacterField() throws IOException {
        assertEquals(
                "csv-long-line",
                broken("user_id,month\n" + "x".repeat(1_000_000) + ",7\nu,8\n").code());
        assertEquals(
                "csv-long-line", broken("x".repeat(1_000_000) + ",month\nu,8\n").code());
    }

    @Test
    void refusesOtherEncodings() throws IOException {
        assertEquals(
                "csv-encoding",
                broken("user_id,month\n김,7\n", Charset.forName("EUC-KR")).code());
        assertEquals(
                "csv-encoding",
                broken("지역,month\nu,7\n", Charset.forName("EUC-KR")).code());
        assertEquals(
                "csv-encoding",
                broken("user_id,month\nu,7\n", StandardCharsets.UTF_16).code());
        assertEquals(
                "csv-encoding",
                broken("user_id,month\nu,7\n", StandardCharsets.UTF_16LE).code());
    }

    @Test
    void loadsAHeaderWithoutRows() throws IOException {
        desk.loadCsv("t", file("user_id,month\n"), TYPES, Progress.NONE);
        assertEquals(0, count("t"));
    }

    @Test
    void loadsParquetAndBothArrowFormats() throws IOException {
        var parquet = folder.resolve("한글.parquet");
        desk.run("COPY (SELECT range AS i, 'r' || range AS s FROM range(5000)) TO " + Names.literal(parquet.toString())
                + " (FORMAT parquet)");
        var columns = List.of(new TableColumn("i", ColumnType.INTEGER), new TableColumn("s", ColumnType.TEXT));
        assertEquals(columns, desk.load("parquet", parquet, Progress.NONE));
        assertEquals(5000, count("parquet"));
        var stream = folder.resolve("t.arrows");
        var asFile = folder.resolve("t.arrow");
        try (var answer = desk.query("FROM parquet", Progress.NONE);
                var table = answer.toTable("t", Progress.NONE)) {
            var bytes = new ByteArrayOutputStream();
            table.writeTo(bytes, Map.of());
            Files.write(stream, bytes.toByteArray());
            var whole = new ByteArrayOutputStream();
            whole.write("ARROW1\0\0".getBytes(StandardCharsets.US_ASCII));
            whole.write(bytes.toByteArray());
            Files.write(asFile, whole.toByteArray());
        }
        assertEquals(columns, desk.load("stream", stream, Progress.NONE));
        assertEquals(columns, desk.load("file", asFile, Progress.NONE));
        assertEquals(5000, count("stream"));
        assertEquals(5000, count("file"));
    }

    @Test
    void refusesADamagedParquetFile() throws IOException {
        var path = Files.writeString(folder.resolve("x.parquet"), "PAR1 and then nonsense");
        assertEquals(
                "parquet-unreadable",
                assertThrows(Problem.class, () -> desk.load("t", path, Progress.NONE))
                        .code());
    }

    @Test
    void refusesAFileThatIsNotThere() {
        var problem = assertThrows(Problem.class, () -> desk.load("t", folder.resolve("none.csv"), Progress.NONE));
        assertEquals("file-unreadable", problem.code());
    }

    @Test
    void seesATableInPlace() {
        try (var table = ArrowTable.builder(engine, "in place")
                        .integers("i", 1, 2, 3)
                        .build();
                var own = Desk.open(engine)) {
            own.put(table);
            own.run("CREATE TABLE twice AS SELECT i * 2 AS i FROM \"in place\"");
            try (var answer = own.query("SELECT sum(i) FROM twice", Progress.NONE)) {
                assertEquals(12, answer.page(0, 1, Progress.NONE).integer(0, 0));
            }
        }
    }

    private long count(String table) {
        try (var answer = desk.query("SELECT count(*) FROM " + Names.quoted(table), Progress.NONE)) {
            return answer.page(0, 1, Progress.NONE).integer(0, 0);
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    private Problem broken(String text) throws IOException {
        return broken(text, StandardCharsets.UTF_8);
    }

    private Problem broken(String text, Charset charset) throws IOException {
        var path = Files.writeString(folder.resolve("data.csv"), text, charset);
        return assertThrows(Problem.class, () -> desk.loadCsv("broken", path, TYPES, Progress.NONE));
    }
}
