package io.poseidon.workbench.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poseidon.workbench.job.Progress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A table read in place holds what the same rows hold in a table of the engine's own: every type, with and without
/// NULLs, texts around the length from which the engine keeps them elsewhere, row for row.
class InPlaceTest {

    /// `h` is a random number of 64 bits without a sign.
    private static final List<String> VALUES = List.of(
            "CAST(h % 2000000 AS BIGINT) - 1000000",
            "CAST(h % 2000000 AS INTEGER) - 1000000",
            "CAST(h % 60000 AS INTEGER)::USMALLINT",
            "CAST(h % 200 AS UTINYINT)",
            "CAST(h % 200 AS INTEGER) - 100",
            "(CAST(h % 200 AS INTEGER) - 100)::TINYINT",
            "(CAST(h % 60000 AS INTEGER) - 30000)::SMALLINT",
            "CAST(h % 4000000000 AS UINTEGER)",
            "h",
            "h::HUGEINT * (CASE WHEN h % 2 = 0 THEN -1 ELSE 1 END) * (h % 1000000007)::HUGEINT",
            "CAST(CAST(h % 9999 AS INTEGER) - 5000 AS DECIMAL(18,2))::DECIMAL(6,2)",
            "(CAST(h % 99 AS INTEGER) - 50)::DECIMAL(4,1)",
            "(CAST(h % 99999 AS INTEGER) - 50000)::DECIMAL(9,3)",
            "(CAST(h % 9999999999 AS BIGINT) - 5000000000)::DECIMAL(18,5)",
            "(CAST(h % 9999999999 AS BIGINT) - 5000000000)::DECIMAL(38,10)",
            "CASE h % 5 WHEN 0 THEN 'nan'::DOUBLE WHEN 1 THEN '-inf'::DOUBLE ELSE h / 7.0 END",
            "(h % 1000 / 7.0)::FLOAT",
            "h % 3 = 0",
            "DATE '1970-01-01' + (CAST(h % 60000 AS INTEGER) - 30000)",
            "TIMESTAMP '1970-01-01' + INTERVAL (CAST(h % 9999999999 AS BIGINT) - 5000000000) MICROSECONDS",
            "(TIMESTAMP '1970-01-01' + INTERVAL (CAST(h % 999999 AS BIGINT) - 500000) SECONDS)::TIMESTAMP_S",
            "(TIMESTAMP '1970-01-01' + INTERVAL (CAST(h % 999999 AS BIGINT) - 500000) MILLISECONDS)::TIMESTAMP_MS",
            "(TIMESTAMP '1970-01-01' + INTERVAL (CAST(h % 999999 AS BIGINT) - 500000) MICROSECONDS)::TIMESTAMP_NS",
            "(TIMESTAMPTZ '1970-01-01 00:00:00+00' + INTERVAL (CAST(h % 999999 AS BIGINT) - 500000) SECONDS)",
            "repeat('x', CAST(h % 30 AS INTEGER))",
            "left('서울🌊부산é', CAST(h % 9 AS INTEGER))",
            "CAST(h AS VARCHAR) || '한'",
            "[h % 10, NULL, 3]");

    private Engine engine;
    private Desk desk;

    @BeforeEach
    void open() {
        engine = Engine.start();
        desk = Desk.open(engine);
    }

    @AfterEach
    void close() {
        desk.close();
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2_049, 20_000})
    void holdsWhatATableOfItsOwnHolds(int rows) {
        for (int nulls : new int[] {0, 30, 100}) {
            compare(
                    "arrow" + nulls,
                    "SELECT " + columns(nulls) + " FROM (SELECT i, hash(i, " + rows + nulls + ") AS h FROM range("
                            + rows + ") r(i)) ORDER BY i");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"repeat('서', 5) || i % 50", "'s' || i % 50", "NULLIF('x', 'x')"})
    void groupsAndJoinsTextsThatStayWhereTheyAre(String text) {
        desk.run("CREATE TABLE own AS SELECT " + text + " AS s, i % 7 AS k FROM range(20000) r(i)");
        try (var all = desk.query("FROM own", Progress.NONE);
                var table = all.toTable("arrow", Progress.NONE)) {
            desk.put(table);
            var sql = "SELECT a.s, max(b.s), string_agg(DISTINCT upper(a.s), ','), count(*) FROM %1$s a JOIN"
                    + " (SELECT DISTINCT s, k FROM %1$s) b ON a.s = b.s AND a.k = b.k GROUP BY ALL";
            assertSame(sql.formatted("own"), sql.formatted("arrow"));
            desk.run("DROP VIEW arrow");
        }
    }

    private void compare(String name, String sql) {
        desk.run("CREATE OR REPLACE TABLE own AS " + sql);
        try (var all = desk.query("FROM own", Progress.NONE);
                var table = all.toTable(name, Progress.NONE)) {
            desk.put(table);
            assertEquals(table.count(), number("SELECT count(*) FROM own"));
            assertEquals(
                    0, number("SELECT count(*) FROM own POSITIONAL JOIN " + name + " AS arrow WHERE " + differing()));
            desk.run("DROP VIEW " + name);
        }
    }

    /// A table in place has few types: the same values in wider ones. What has no type of its own is text, as Arrow
    /// spells it.
    private static String differing() {
        var differing = new StringBuilder("false");
        for (int i = 0; i < VALUES.size() - 1; i++) {
            differing.append(" OR own.c" + i + " IS DISTINCT FROM arrow.c" + i);
        }
        return differing + " OR (own.c%1$d IS NULL) <> (arrow.c%1$d IS NULL)".formatted(VALUES.size() - 1);
    }

    private void assertSame(String one, String other) {
        assertEquals(0, number("SELECT count(*) FROM (" + one + " EXCEPT ALL " + other + ")"));
        assertEquals(0, number("SELECT count(*) FROM (" + other + " EXCEPT ALL " + one + ")"));
    }

    private long number(String sql) {
        try (var answer = desk.query(sql, Progress.NONE)) {
            return answer.page(0, 1, Progress.NONE).integer(0, 0);
        }
    }

    /// NULL in so many of a hundred rows.
    private static String columns(int nulls) {
        var columns = new StringBuilder("i");
        for (int i = 0; i < VALUES.size(); i++) {
            columns.append(
                    ", CASE WHEN hash(i, " + i + ") % 100 >= " + nulls + " THEN " + VALUES.get(i) + " END AS c" + i);
        }
        return columns.toString();
    }
}
