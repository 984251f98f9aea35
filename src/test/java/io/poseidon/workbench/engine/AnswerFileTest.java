package io.poseidon.workbench.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poseidon.workbench.engine.batch.Rows;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class AnswerFileTest {

    private static final ExportTerms TERMS =
            new ExportTerms(Map.of("poseidon.version", "gold", "quote", "it's \"so\""), Progress.NONE);

    @TempDir
    private Path folder;

    private Engine engine;
    private ArrowTable table;
    private LockedSession session;

    @BeforeEach
    void open() {
        engine = Engine.start();
        table = ArrowTable.builder(engine, "t")
                .texts("s, \"s\"", Arrays.asList("서울", null, "", "a,b", "say \"hi\"\r\nthere", " padded "))
                .integers("n", Arrays.asList(1L, null, -3L, Long.MAX_VALUE, 5L, 6L))
                .doubles("x", 0.5, 1e300, -0.0, Double.NaN, 1, 2)
                .build();
        session = LockedSession.open(engine, List.of(table), Limits.standard());
    }

    /// Closing the engine fails where memory was leaked.
    @AfterEach
    void close() {
        session.close();
        table.close();
        engine.close();
    }

    @Test
    void writesCsvThatTellsNullFromEmpty() throws IOException {
        try (var answer = session.query("FROM t", Progress.NONE)) {
            var out = new ByteArrayOutputStream();
            AnswerFile.csv(answer, out, Progress.NONE);
            assertEquals("""
                "s, ""s""\",n,x\r
                서울,1,0.5\r
                ,,1.0E300\r
                "",-3,-0.0\r
                "a,b",9223372036854775807,NaN\r
                "say ""hi""\r
                there",5,1.0\r
                " padded ",6,2.0\r
                """, out.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void readsBackWhatItWroteInEveryFormat() throws IOException {
        try (var answer = session.query("FROM t", Progress.NONE);
                var desk = Desk.open(engine)) {
            var expected = values(answer.page(0, 10, Progress.NONE));
            var parquet = folder.resolve("결과.parquet");
            AnswerFile.parquet(engine, answer, parquet, TERMS);
            desk.load("parquet", parquet, Progress.NONE);
            assertEquals(expected, values(desk, "FROM parquet"));
            assertEquals(
                    List.of("gold"),
                    values(
                            desk,
                            "SELECT decode(value) FROM parquet_kv_metadata(" + Names.literal(parquet.toString())
                                    + ") WHERE decode(key) = 'poseidon.version'"));
            var out = new ByteArrayOutputStream();
            AnswerFile.arrow(engine, answer, out, TERMS);
            try (var again = ArrowTable.read(engine, "a", new ByteArrayInputStream(out.toByteArray()), Progress.NONE)) {
                assertEquals(expected, values(again));
                assertEquals("it's \"so\"", again.metadata().get("quote"));
            }
        }
    }

    @Test
    void writesALargeAnswerWithoutHoldingIt() throws IOException {
        try (var answer = session.query("SELECT range AS i, 'row ' || range AS s FROM range(400000)", Progress.NONE)) {
            var parquet = folder.resolve("large.parquet");
            AnswerFile.parquet(engine, answer, parquet, TERMS);
            var counted = new long[1];
            AnswerFile.csv(answer, counting(counted), Progress.NONE);
            assertEquals(
                    5
                            + LongStream.range(0, 400_000)
                                    .map(i -> 2L * Long.toString(i).length() + 7)
                                    .sum(),
                    counted[0]);
            try (var desk = Desk.open(engine)) {
                desk.load("large", parquet, Progress.NONE);
                assertEquals(List.of("400000", "79999800000"), values(desk, "SELECT count(*), sum(i) FROM large"));
            }
        }
    }

    private static java.io.OutputStream counting(long[] counted) {
        return new java.io.OutputStream() {
            @Override
            public void write(int b) {
                counted[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                counted[0] += length;
            }
        };
    }

    private static List<String> values(Desk desk, String sql) {
        try (var answer = desk.query(sql, Progress.NONE)) {
            return values(answer.page(0, 10, Progress.NONE));
        }
    }

    private static List<String> values(Rows rows) {
        return IntStream.range(0, (int) rows.count() * rows.columns().size())
                .mapToObj(i -> rows.value(
                                i % rows.columns().size(), i / rows.columns().size())
                        .map(String::valueOf)
                        .orElse("NULL"))
                .toList();
    }
}
