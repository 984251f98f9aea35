package io.poseidon.workbench.query.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.NoisyColumn;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.Statement;
import io.poseidon.workbench.query.Beside;
import io.poseidon.workbench.query.interval.Interval.Between;
import io.poseidon.workbench.query.interval.Interval.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Worked intervals, and that they cover what they should under simulated noise.
class IntervalTest {

    private static final double Z = 1.959963984540054;
    private static final double SIGMA = 100;

    private Engine engine;

    @BeforeEach
    void start() {
        engine = Engine.start();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void plainCellsGetTheirOwnNoise() {
        var intervals = row("SELECT region, amount, people FROM spend ORDER BY month, region", 0);
        assertEquals(Interval.EXACT, intervals.get(0));
        assertBetween(1000 - Z * SIGMA, 1000 + Z * SIGMA, intervals.get(1));
        // σ = 2 on the integers: P(|X| ≤ 3) = 0.9197…, P(|X| ≤ 4) = 0.9756…
        assertBetween(50 - 4, 50 + 4, intervals.get(2));
    }

    @Test
    void sumsGetTheRootOfTheirCells() {
        var sums = row("SELECT region, sum(amount), count(*) FROM spend GROUP BY region ORDER BY region", 0);
        assertEquals(Interval.EXACT, sums.get(0));
        assertBetween(3300 - Z * SIGMA * Math.sqrt(3), 3300 + Z * SIGMA * Math.sqrt(3), sums.get(1));
        assertEquals(Interval.EXACT, sums.get(2));
    }

    @Test
    void meansOfCellsGetTheRootOfTheirCellsToo() {
        assertBetween(
                1100 - Z * SIGMA / Math.sqrt(3),
                1100 + Z * SIGMA / Math.sqrt(3),
                row("SELECT avg(amount) FROM spend WHERE region = 'A'", 0).getFirst());
    }

    @Test
    void linearCombinationsCountSharedCells() {
        var sql = "SELECT sum(amount) - sum(amount) FILTER (WHERE month = 7),"
                + " 2 * sum(amount) + 10, -sum(amount) FILTER (WHERE month < 9) + sum(people),"
                + " sum(amount) - sum(amount) FROM spend WHERE region = 'A'";
        var intervals = row(sql, 0);
        assertHalfWidth(Z * SIGMA * Math.sqrt(2), intervals.get(0));
        assertHalfWidth(Z * 2 * SIGMA * Math.sqrt(3), intervals.get(1));
        assertHalfWidth(Z * Math.sqrt(2 * SIGMA * SIGMA + 3 * 4), intervals.get(2));
        assertHalfWidth(0, intervals.get(3));
    }

    @Test
    void ratiosGetFiellersInterval() {
        // N = 3300, D = 153, independent: (N - rD)² ≤ z²(3·σ_N² + r²·3·σ_D²)
        var interval = row(
                        "SELECT round(1.0 * sum(amount) / nullif(sum(people), 0), 1) FROM spend WHERE region = 'A'", 0)
                .getFirst();
        double a = 153.0 * 153 - Z * Z * 12;
        double b = -2 * 3300.0 * 153;
        double c = 3300.0 * 3300 - Z * Z * 3 * SIGMA * SIGMA;
        double root = Math.sqrt(b * b - 4 * a * c);
        assertBetween((-b - root) / (2 * a), (-b + root) / (2 * a), interval);
    }

    @Test
    void aShareCountsTheCellsItHasInCommon() {
        var share = row("SELECT sum(amount) FILTER (WHERE month = 7) / sum(amount) FROM spend WHERE region = 'A'", 0)
                .getFirst();
        double z2v = Z * Z * SIGMA * SIGMA;
        double a = 3300.0 * 3300 - 3 * z2v;
        double b = -2 * (1000.0 * 3300 - z2v);
        double c = 1000.0 * 1000 - z2v;
        double root = Math.sqrt(b * b - 4 * a * c);
        assertBetween((-b - root) / (2 * a), (-b + root) / (2 * a), share);
    }

    @Test
    void aRatioOverNoiseHasNoInterval() {
        assertEquals(
                new Interval.Unknown(Reason.NOISE_DOMINATES),
                row("SELECT people / amount FROM spend WHERE region = 'B' AND month = 9", 0)
                        .getFirst());
    }

    @Test
    void extremesGetTheSimultaneousBox() {
        // three cells: each tail .025/3, z = 2.39398
        for (var function : List.of("max(amount)", "min(amount)", "median(amount)", "quantile_cont(amount, 0.9)")) {
            assertHalfWidth(
                    2.3939797998185104 * SIGMA,
                    row("SELECT " + function + " FROM spend WHERE region = 'A'", 0)
                            .getFirst());
        }
    }

    @Test
    void choosingByNoisyValuesWidensWhatIsShown() {
        // six declared cells: each tail .025/6, z = 2.638257
        double z6 = 2.638257273476751;
        var top = row("SELECT region, sum(amount) s FROM spend GROUP BY 1 ORDER BY s DESC LIMIT 1", 0);
        assertHalfWidth(z6 * SIGMA * Math.sqrt(3), top.get(1));
        var having = row("SELECT sum(amount) FROM spend GROUP BY region HAVING sum(amount) > 0 ORDER BY region", 0);
        assertHalfWidth(z6 * SIGMA * Math.sqrt(3), having.getFirst());
        var where = row("SELECT sum(amount), sum(amount) / sum(people) FROM spend WHERE amount > 1050", 0);
        assertHalfWidth(z6 * SIGMA * 2, where.get(0));
        assertEquals(new Interval.Unknown(Reason.SELECTED), where.get(1));
    }

    @Test
    void orderingByDimensionsSelectsNothing() {
        assertHalfWidth(
                Z * SIGMA * Math.sqrt(3),
                row("SELECT region, sum(amount) FROM spend GROUP BY 1 ORDER BY 1 LIMIT 1", 0)
                        .get(1));
    }

    @Test
    void whatIsNotKnownHasNoInterval() {
        for (var expression : List.of(
                "sqrt(sum(amount))",
                "sum(amount) * sum(amount)",
                "stddev(amount)",
                "sum(DISTINCT amount)",
                "sum(amount) FILTER (WHERE people > 3)",
                "CASE WHEN sum(amount) > 0 THEN 1 END",
                "count(*) FILTER (WHERE amount > 0)",
                "list(amount)",
                "sum(amount * month)",
                "max(amount) + 1")) {
            var interval = row("SELECT " + expression + " FROM spend", 0).getFirst();
            assertTrue(interval instanceof Interval.Unknown, expression + ": " + interval);
        }
        for (var sql : List.of(
                "SELECT DISTINCT amount FROM spend",
                "SELECT s FROM (SELECT sum(amount) s FROM spend)",
                "SELECT sum(a.amount) FROM spend a JOIN spend b USING (region)",
                "WITH x AS (FROM spend) SELECT sum(amount) FROM x",
                "SELECT amount FROM spend UNION ALL SELECT amount FROM spend",
                "SELECT sum(amount) OVER () FROM spend",
                "SELECT amount, count(*) FROM spend GROUP BY amount")) {
            var interval = row(sql, 0).getFirst();
            assertTrue(interval instanceof Interval.Unknown, sql + ": " + interval);
        }
    }

    @Test
    void expandsAStar() {
        var all = row("SELECT * FROM spend WHERE region = 'A' AND month = 7", 0);
        assertEquals(Interval.EXACT, all.get(0));
        assertEquals(Interval.EXACT, all.get(1));
        assertHalfWidth(4, all.get(2));
        assertHalfWidth(Z * SIGMA, all.get(3));
    }

    @Test
    void nullHasNoInterval() {
        assertEquals(
                new Interval.Unknown(Reason.NULL),
                row("SELECT sum(amount) FROM spend WHERE region = 'nowhere'", 0).getFirst());
    }

    /// Coverage over 400 noisy releases of the same truth: 95 % within four standard errors, and never far under.
    @Test
    void coversTheTruthAsOftenAsItSays() {
        long seed = 20260713;
        var random = new Random(seed);
        int sums = 0;
        int ratios = 0;
        int boxes = 0;
        int releases = 400;
        var plan = plan("SELECT sum(amount), sum(amount) / sum(people), max(amount) FROM spend");
        for (int i = 0; i < releases; i++) {
            double[] amount = new double[24];
            double[] people = new double[24];
            for (int cell = 0; cell < 24; cell++) {
                amount[cell] = 1000 + 10 * cell + SIGMA * random.nextGaussian();
                people[cell] = 50 + 2 * random.nextGaussian();
            }
            double n = sum(amount);
            double d = sum(people);
            var noise = new RowNoise(
                    schema(),
                    Selection.NONE,
                    new Quantiles(),
                    plan.extras().stream()
                            .collect(java.util.stream.Collectors.toMap(
                                    sql -> sql,
                                    sql -> sql.contains("count(*)") ? 24 : sql.contains("amount") ? n : d)));
            sums += covers(noise.interval(plan.noise(0), n), 24_000 + 10 * 276);
            ratios += covers(noise.interval(plan.noise(1), n / d), (24_000 + 10 * 276) / 1200.0);
            boxes += covers(
                    noise.interval(
                            plan.noise(2), java.util.Arrays.stream(amount).max().orElseThrow()),
                    1230);
        }
        double slack = 4 * Math.sqrt(0.95 * 0.05 * releases);
        assertTrue(Math.abs(sums - 0.95 * releases) < slack, "seed " + seed + ": sums " + sums);
        assertTrue(Math.abs(ratios - 0.95 * releases) < slack, "seed " + seed + ": ratios " + ratios);
        assertTrue(boxes > 0.95 * releases - slack, "seed " + seed + ": boxes " + boxes);
    }

    private static int covers(Interval interval, double truth) {
        return interval instanceof Between between && between.low() <= truth && truth <= between.high() ? 1 : 0;
    }

    private static double sum(double[] values) {
        return java.util.Arrays.stream(values).sum();
    }

    private static void assertBetween(double low, double high, Interval interval) {
        assertTrue(interval instanceof Between, String.valueOf(interval));
        var between = (Between) interval;
        assertEquals(low, between.low(), 1e-6 * Math.abs(low));
        assertEquals(high, between.high(), 1e-6 * Math.abs(high));
    }

    private static void assertHalfWidth(double expected, Interval interval) {
        assertTrue(interval instanceof Between, String.valueOf(interval));
        var between = (Between) interval;
        assertEquals(expected, (between.high() - between.low()) / 2, 1e-6 * expected + 1e-9);
    }

    private IntervalPlan plan(String sql) {
        var tree = engine.sqlText().toTree(sql);
        var understood = (Statement.Understood) Statement.read(tree, sql);
        return IntervalPlan.of(understood.query(), List.of(schema()));
    }

    private List<Interval> row(String sql, long row) {
        var plan = plan(sql);
        var text = Beside.add(engine.sqlText(), engine.sqlText().toTree(sql), plan.extras());
        try (var table = table();
                var session = LockedSession.open(engine, List.of(table), Limits.standard());
                var answer = session.query(text, Progress.NONE)) {
            var page = answer.page(0, 100, Progress.NONE);
            var intervals = new ArrayList<Interval>();
            IntStream.range(0, page.columns().size() - plan.extras().size())
                    .forEach(column -> intervals.add(plan.interval(page, column, row)));
            return intervals;
        }
    }

    private ArrowTable table() {
        return ArrowTable.builder(engine, "spend")
                .texts("region", List.of("A", "A", "A", "B", "B", "B"))
                .integers("month", 7, 8, 9, 7, 8, 9)
                .integers("people", 50, 51, 52, 40, 41, 42)
                .integers("amount", 1000, 1100, 1200, 500, 600, 30)
                .build();
    }

    private static Schema schema() {
        return new Schema(
                "spend",
                List.of(
                        Column.dimension("region", ColumnType.TEXT, List.of("A", "B")),
                        Column.dimension("month", ColumnType.INTEGER, List.of("7", "8", "9")),
                        NoisyColumn.of("people", Role.COUNT, 4),
                        NoisyColumn.of("amount", Role.MEASURE, 10_000)));
    }
}
