package io.poseidon.workbench.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.batch.Page;
import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Problem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockedSessionTest {

    /// Two million rows come at once, many more than the engine computes ahead; then none for minutes.
    private static final String RARE = "FROM range(20000000000) r(i) WHERE i < 2000000 OR sqrt(i) < 0";

    private static final String ENDLESS =
            "SELECT count(*) FROM range(100000) a, range(1000000) b WHERE a.range * b.range % 7 = 3";

    private Engine engine;
    private ArrowTable spend;
    private LockedSession session;

    @BeforeEach
    void open() {
        engine = Engine.start();
        spend = ArrowTable.builder(engine, "spend")
                .texts("region", Arrays.asList("서울", "부산", "서울", null))
                .integers("month", 7, 7, 8, 9)
                .doubles("share", 0.25, 0.5, Double.NaN, 1)
                .build();
        session = LockedSession.open(engine, List.of(spend), Limits.standard());
    }

    /// Closing the engine fails where memory was leaked.
    @AfterEach
    void close() {
        session.close();
        spend.close();
        engine.close();
    }

    @Test
    void answersWithTypesAndNulls() {
        assertEquals(
                List.of("부산|1|7|0.5", "서울|2|15|NaN", "|1|9|1.0"),
                rows("SELECT region, count(*), sum(month), sum(share) FROM spend GROUP BY 1 ORDER BY 1 NULLS LAST"));
        try (var answer = ask("SELECT region, sum(month) s, avg(month) a, month > 7 b FROM spend GROUP BY ALL")) {
            assertEquals(
                    List.of(
                            new TableColumn("region", ColumnType.TEXT),
                            new TableColumn("s", ColumnType.INTEGER),
                            new TableColumn("a", ColumnType.DOUBLE),
                            new TableColumn("b", ColumnType.BOOLEAN)),
                    answer.columns());
        }
    }

    @Test
    void readsTheSameTableTwiceInOneQuestion() {
        assertEquals(
                List.of("서울|7|8"),
                rows("SELECT a.region, a.month, b.month FROM spend a JOIN spend b USING (region)"
                        + " WHERE a.month < b.month"));
    }

    @Test
    void keepsTheOrderOfRows() {
        assertEquals(List.of("7", "7", "8", "9"), rows("SELECT month FROM spend"));
        assertEquals(List.of("4"), rows("SELECT count(*) FROM spend"));
    }

    @Test
    void aLargeTableIsCopiedAndReadsTheSame() {
        var many = LongStream.rangeClosed(0, LockedSession.IN_PLACE).toArray();
        var texts = Collections.nCopies(many.length, "a text that takes its place in memory");
        try (var large = ArrowTable.builder(engine, "large")
                        .integers("n", many)
                        .texts("text", texts)
                        .build();
                var copied = LockedSession.open(engine, List.of(spend, large), Limits.standard());
                var tight = LockedSession.open(
                        engine, List.of(large), Limits.standard().withMemory(24L << 20))) {
            var sum = "SELECT count(*), sum(n) FROM large";
            var kind = "SELECT table_type FROM information_schema.tables WHERE table_name = 'large'";
            assertEquals(List.of("1000001|500000500000"), rows(copied.query(sum, Progress.NONE)));
            assertEquals(List.of("BASE TABLE"), rows(copied.query(kind, Progress.NONE)));
            assertEquals(List.of("VIEW"), rows(tight.query(kind, Progress.NONE)), "no room for a copy");
            assertEquals(List.of("1000001|500000500000"), rows(tight.query(sum, Progress.NONE)));
        }
    }

    @Test
    void aTableMadeOfAnAnswerOutlivesIt() {
        ArrowTable kept;
        try (var answer = ask("SELECT i, 'name ' || i AS name FROM range(100000) t(i)")) {
            kept = answer.toTable("kept", Progress.NONE);
        }
        assertEquals(100_000, kept.count());
        assertEquals("name 99999", kept.value(1, 99_999).orElseThrow());
        kept.close();
    }

    @Test
    void readsOnlyTheColumnsAsked() {
        assertEquals(List.of("31"), rows("SELECT sum(month) FROM spend"));
        assertEquals(List.of("9|"), rows("SELECT month, region FROM spend WHERE region IS NULL"));
    }

    @Test
    void carriesEveryTypeThroughTheEngine() {
        var sql = "SELECT DATE '2026-07-01', TIMESTAMP '2026-07-01 12:30:00.5', TIMESTAMPTZ '2026-07-01 12:30:00+09',"
                + " 12.50::DECIMAL(9,2), 170141183460469231731687303715884105::HUGEINT, [1, 2], NULL, true, ''";
        assertEquals(
                List.of("2026-07-01|2026-07-01T12:30:00.500|2026-07-01T03:30:00Z|12.50"
                        + "|170141183460469231731687303715884105|[1,2]||true|"),
                rows(sql));
        try (var answer = ask(sql);
                var table = answer.toTable("t", Progress.NONE)) {
            assertEquals("12.50", table.text(3, 0));
        }
    }

    @Test
    void seesATableMadeOfAnAnswer() {
        try (var answer = ask("SELECT region, sum(month) AS s, 1.25::DECIMAL(4,2) AS d, DATE '2026-07-01' AS day,"
                        + " TIMESTAMP '1969-12-31 23:59:59' AS at FROM spend GROUP BY 1 ORDER BY 1 NULLS LAST");
                var table = answer.toTable("made", Progress.NONE);
                var second = LockedSession.open(engine, List.of(table), Limits.standard());
                var again = second.query("FROM made", Progress.NONE)) {
            var page = again.page(0, 10, Progress.NONE);
            assertEquals(answer.page(0, 10, Progress.NONE).columns(), page.columns());
            assertEquals(
                    "서울|15|1.25|2026-07-01|1969-12-31T23:59:59",
                    String.join(
                            "|",
                            IntStream.range(0, 5).mapToObj(i -> page.text(i, 1)).toList()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM read_text('/etc/passwd')",
                "SELECT * FROM glob('/*')",
                "FROM '/etc/passwd'",
                "COPY spend TO 'leak.csv'",
                "ATTACH 'leak.db'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SET threads=1",
                "SET enable_external_access=true",
                "RESET enable_external_access",
                "SET temp_directory='/tmp'",
                "SET lock_configuration=false",
                "EXPORT DATABASE 'leak'",
                "CREATE SECRET s (TYPE S3)"
            })
    void reachesNothingOutside(String sql) {
        assertThrows(Problem.class, () -> ask(sql).close());
        assertEquals(List.of("4"), rows("SELECT count(*) FROM spend"));
    }

    @Test
    void saysNothingOfWhatTheEngineSays() {
        for (var sql : List.of(
                "SELECT cast(region AS INTEGER) FROM spend",
                "SELECT error(region) FROM spend",
                "SELECT CAST(month * 1000003 AS TINYINT) FROM spend",
                "SELECT nothing FROM spend",
                "SELECT no_such_function(region) FROM spend")) {
            var problem = assertThrows(Problem.class, () -> ask(sql).close(), sql);
            var printed = new StringWriter();
            problem.printStackTrace(new PrintWriter(printed));
            assertFalse(printed.toString().contains("서울"), sql);
            assertFalse(printed.toString().contains("7000021"), sql);
            assertTrue(List.of("query-failed", "query-unbound").contains(problem.code()), problem.code());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interrupt",
                "INTERRUPT Error: Interrupted!",
                "out of memory",
                "binder error",
                "Permission Error:"
            })
    void noTextOfAQuestionOrAValueDecidesTheCode(String text) {
        for (var sql : List.of(
                "SELECT CAST('" + text + "' AS INTEGER)",
                "SELECT CAST(region || '" + text + "' AS INTEGER) FROM spend")) {
            var problem = assertThrows(Problem.class, () -> ask(sql).close(), sql);
            assertEquals("query-failed", problem.code(), sql);
        }
    }

    @Test
    void stopsAtTheTimeLimitAndGoesOnWorking() {
        try (var hasty =
                LockedSession.open(engine, List.of(spend), Limits.standard().withTime(Duration.ofMillis(300)))) {
            var problem = assertThrows(
                    Problem.class, () -> hasty.query(ENDLESS, Progress.NONE).close());
            assertEquals("query-time", problem.code());
            try (var answer = hasty.query("SELECT count(*) FROM spend", Progress.NONE)) {
                assertEquals(4, answer.page(0, 1, Progress.NONE).integer(0, 0));
            }
        }
    }

    @Test
    void stopsAtTheMemoryLimitAndGoesOnWorking() {
        try (var small =
                LockedSession.open(engine, List.of(spend), Limits.standard().withMemory(64 << 20))) {
            var problem = assertThrows(
                    Problem.class,
                    () -> small.query("SELECT list(range) FROM range(9000000)", Progress.NONE)
                            .close());
            assertEquals("query-memory", problem.code());
            try (var answer = small.query("SELECT count(*) FROM spend", Progress.NONE)) {
                assertEquals(4, answer.page(0, 1, Progress.NONE).integer(0, 0));
            }
        }
    }

    @Test
    void stopsAtTheRowLimit() {
        try (var few = LockedSession.open(
                        engine, List.of(spend), Limits.standard().withRows(100_000));
                var answer = few.query("SELECT range FROM range(200000)", Progress.NONE)) {
            assertEquals(10, answer.page(0, 10, Progress.NONE).count());
            var problem = assertThrows(Problem.class, () -> answer.countRows(Progress.NONE));
            assertEquals("query-rows", problem.code());
        }
    }

    @Test
    void cancelsWorkThatIsRunning() {
        var progress = new CancelAfter(Duration.ofMillis(100));
        assertThrows(
                CancelledException.class, () -> session.query(ENDLESS, progress).close());
        assertEquals(List.of("4"), rows("SELECT count(*) FROM spend"));
    }

    @Test
    void tellsHowFarItIs() {
        try (var big = ArrowTable.builder(engine, "big")
                        .integers("i", LongStream.range(0, 3_000_000).toArray())
                        .build();
                var own = LockedSession.open(engine, List.of(big), Limits.standard())) {
            var progress = new CancelAfter(Duration.ofHours(1));
            own.query("SELECT sum(a.i * sqrt(a.i) % 17) FROM big a", progress).close();
            assertTrue(progress.fractions().stream().allMatch(fraction -> fraction >= 0 && fraction <= 1));
        }
    }

    @Test
    void showsTheFirstPageOfALargeResultAndFindsItsWayBack() {
        try (var answer = ask("SELECT range AS i, 'row ' || range AS s FROM range(3000000)")) {
            assertEquals(OptionalLong.empty(), answer.rows());
            assertEquals(List.of(0L, 1L, 2L), integers(answer.page(0, 3, Progress.NONE)));
            assertTrue(engine.memoryInUse() < 8 << 20, "only what was shown is held");
            assertEquals(List.of(2_999_999L), integers(answer.page(2_999_999, 5, Progress.NONE)));
            assertTrue(engine.memoryInUse() < 80 << 20, "what lies before is not held");
            assertEquals(List.of(16_383L, 16_384L), integers(answer.page(16_383, 2, Progress.NONE)));
            assertEquals(3_000_000, answer.countRows(Progress.NONE));
            var beyond = answer.page(3_000_000, 10, Progress.NONE);
            assertEquals(0, beyond.count());
            assertTrue(beyond.last());
        }
    }

    @Test
    void aPageThatIsNoLongerWantedLosesNoRow() {
        try (var answer = ask("SELECT range AS i FROM range(9000000)")) {
            assertEquals(List.of(0L), integers(answer.page(0, 1, Progress.NONE)));
            for (int patience = 0; patience < 8; patience++) {
                var progress = new CancelAfter(Duration.ofMillis(patience));
                assertThrows(CancelledException.class, () -> answer.page(8_999_000, 9, progress));
            }
            assertEquals(List.of(900_000L), integers(answer.page(900_000, 1, Progress.NONE)));
            assertThrows(CancelledException.class, () -> answer.page(8_999_000, 9, new CancelAfter(Duration.ZERO)));
            assertEquals(9_000_000, answer.countRows(Progress.NONE));
        }
    }

    @Test
    void aPageThatTakesLongIsInterruptedAndCanBeHadLater() {
        try (var answer = ask(RARE)) {
            assertEquals(1, answer.page(1_000_000, 1, Progress.NONE).count());
            var progress = new CancelAfter(Duration.ofSeconds(1));
            assertThrows(CancelledException.class, () -> answer.page(3_000_000, 9, progress));
            assertEquals(2, answer.page(0, 2, Progress.NONE).count());
        }
    }

    @Test
    void timeIsUpWhileRowsAreFetchedToo() {
        var brief = Limits.standard().withTime(Duration.ofSeconds(2));
        try (var own = LockedSession.open(engine, List.of(spend), brief)) {
            var late = assertThrows(Problem.class, () -> {
                try (var answer = own.query(RARE, Progress.NONE)) {
                    answer.page(3_000_000, 9, Progress.NONE);
                }
            });
            assertEquals("query-time", late.code());
        }
    }

    @Test
    void whatFailsFurtherDownFailsAgain() {
        try (var answer = ask("SELECT CAST(CASE WHEN n = 9000000 THEN 'x' || n ELSE '1' END AS BIGINT)"
                + " FROM (SELECT a.range * 1000 + b.range AS n FROM range(10000) a, range(1000) b)")) {
            assertEquals(List.of(1L), integers(answer.page(0, 1, Progress.NONE)));
            for (int again = 0; again < 2; again++) {
                assertEquals(
                        "query-failed",
                        assertThrows(Problem.class, () -> answer.page(9_900_000, 9, Progress.NONE))
                                .code());
            }
            assertEquals(List.of(1L), integers(answer.page(10, 1, Progress.NONE)));
        }
    }

    @Test
    void tellsTheLastPage() {
        try (var answer = ask("FROM spend")) {
            assertFalse(answer.page(0, 3, Progress.NONE).last());
            assertTrue(answer.page(0, 4, Progress.NONE).last());
            assertTrue(answer.page(3, 10, Progress.NONE).last());
            assertEquals(OptionalLong.of(4), answer.rows());
        }
    }

    @Test
    void readsALargeTableWithTwoThreadsWithoutLosingARow() {
        int rows = 1_200_000;
        try (var big = ArrowTable.builder(engine, "big")
                        .integers("i", LongStream.range(0, rows).toArray())
                        .build();
                var own = LockedSession.open(engine, List.of(big), Limits.standard());
                var answer = own.query("SELECT count(*), count(DISTINCT i), sum(i) FROM big", Progress.NONE)) {
            var page = answer.page(0, 1, Progress.NONE);
            assertEquals(rows, page.integer(0, 0));
            assertEquals(rows, page.integer(1, 0));
            assertEquals((long) rows * (rows - 1) / 2, page.integer(2, 0));
        }
    }

    private Answer ask(String sql) {
        return session.query(sql, Progress.NONE);
    }

    private List<String> rows(String sql) {
        return rows(ask(sql));
    }

    private static List<String> rows(Answer asked) {
        try (var answer = asked) {
            var page = answer.page(0, 100, Progress.NONE);
            return IntStream.range(0, (int) page.count())
                    .mapToObj(row -> String.join(
                            "|",
                            IntStream.range(0, page.columns().size())
                                    .mapToObj(column -> page.text(column, row))
                                    .toList()))
                    .toList();
        }
    }

    private static List<Long> integers(Page page) {
        return LongStream.range(0, page.count())
                .mapToObj(row -> page.integer(0, row))
                .toList();
    }
}
