package io.poseidon.workbench.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.engine.batch.Rows;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.Statement;
import io.poseidon.workbench.query.Beside;
import io.poseidon.workbench.query.interval.Interval;
import io.poseidon.workbench.query.interval.IntervalPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// That nineteen of twenty 95 % intervals hold the truth, measured over 1,000 sealings of known data in each of three
/// versions: real noise, real suppression, the questions as people type them, run by the engine, with the intervals
/// that are shown beside its answers.
///
/// The target that is covered: **the bounded totals of the cells that the release shows**. What suppression hides and
/// clamping cuts off is not in it, and is never inside an interval either.
@TestInstance(Lifecycle.PER_CLASS)
final class IntervalCoverageTest {

    private static final long SEED = 20260930;
    private static final int CONTRIBUTORS = 0;
    private static final int AMOUNT = 1;
    private static final int PAYMENTS = 2;

    private final Engine engine = Engine.start();
    private final List<ArrowTable> tables = new ArrayList<>();
    private final List<LockedSession> sessions = new ArrayList<>();
    private Releases releases;

    @BeforeAll
    void seal(@TempDir Path folder) throws IOException {
        releases = new Releases(folder, SEED);
        for (int version = 0; version < releases.versions(); version++) {
            tables.add(releases.table(engine, version));
            sessions.add(LockedSession.open(engine, List.of(tables.getLast()), Limits.standard()));
        }
    }

    @AfterAll
    void stop() {
        sessions.forEach(LockedSession::close);
        tables.forEach(ArrowTable::close);
        engine.close();
    }

    /// A number of a region, and the same of the exact totals of the cells shown.
    private enum Statistic {
        SUM("sum(amount_sum)", t -> t.sum(AMOUNT)),
        COUNT("sum(contributors)", t -> t.sum(CONTRIBUTORS)),
        MEAN_OF_CELLS("avg(amount_sum)", t -> t.sum(AMOUNT) / t.values(AMOUNT).length),
        DIFFERENCE(
                "sum(amount_sum) FILTER (WHERE month = 9) - sum(amount_sum) FILTER (WHERE month = 7)",
                t -> t.inMonth(2).sum(AMOUNT) - t.inMonth(0).sum(AMOUNT)),
        MEAN_OF_A_PERSON("sum(amount_sum) / sum(contributors)", t -> t.sum(AMOUNT) / t.sum(CONTRIBUTORS)),
        RATIO("sum(amount_sum) / sum(txn_count)", t -> t.sum(AMOUNT) / t.sum(PAYMENTS)),
        SHARE(
                "sum(amount_sum) FILTER (WHERE month = 7) / sum(amount_sum)",
                t -> t.inMonth(0).sum(AMOUNT) / t.sum(AMOUNT)),
        LARGEST("max(amount_sum)", t -> t.quantile(1)),
        SMALLEST("min(amount_sum)", t -> t.quantile(0)),
        MEDIAN("median(amount_sum)", t -> t.quantile(0.5)),
        NINE_TENTHS("quantile_cont(amount_sum, 0.9)", t -> t.quantile(0.9));

        private final String sql;
        private final Truth truth;

        Statistic(String sql, Truth truth) {
            this.sql = sql;
            this.truth = truth;
        }

        private interface Truth {
            double of(Shown shown);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Statistic.class,
            names = {"SUM", "COUNT", "MEAN_OF_CELLS", "DIFFERENCE", "MEAN_OF_A_PERSON", "RATIO", "SHARE"})
    void sumsMeansAndRatiosOfRegionsHoldTheTruthAsOftenAsTheySay(Statistic statistic) {
        for (int version = 0; version < releases.versions(); version++) {
            double share = covered(statistic, version);
            assertTrue(share >= 0.93 && share <= 0.97, statistic + ", version " + version + ": " + share);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Statistic.class,
            names = {"LARGEST", "SMALLEST", "MEDIAN", "NINE_TENTHS"})
    void boxesHoldTheTruthAtLeastAsOftenAsTheySay(Statistic statistic) {
        for (int version = 0; version < releases.versions(); version++) {
            double share = covered(statistic, version);
            assertTrue(share >= 0.95, statistic + ", version " + version + ": " + share);
        }
    }

    /// Choosing by noisy sums favours those with much noise; all of the chosen must be right at once. The intervals are
    /// those of the question with its LIMIT; one run asks for the regions of every release, and the first are taken
    /// here.
    @ParameterizedTest
    @ValueSource(strings = {"DESC", "ASC"})
    void theFirstOfARankingHoldTheTruthAtOnce(String order) {
        var ranking = "SELECT region, sum(amount_sum) s FROM spend GROUP BY region ORDER BY s " + order + " LIMIT 2";
        var all = "SELECT region, sum(amount_sum) s FROM spend GROUP BY release, region ORDER BY release, s " + order;
        for (int version = 0; version < releases.versions(); version++) {
            var plan = plan(ranking, version);
            var extras = new ArrayList<>(plan.extras());
            extras.add("release");
            int held = 0;
            try (var answer = sessions.get(version).query(text(all, extras), Progress.NONE)) {
                var page = answer.page(0, 10 * Releases.COUNT, Progress.NONE);
                assertEquals(4L * Releases.COUNT, page.count());
                for (int first = 0; first < page.count(); first += 4) {
                    int release = Math.toIntExact(page.integer(page.columns().size() - 1, first));
                    held += holds(plan, page, first, release, version) && holds(plan, page, first + 1, release, version)
                            ? 1
                            : 0;
                }
            }
            assertTrue(held >= 0.95 * Releases.COUNT, order + ", version " + version + ": " + held);
        }
    }

    private boolean holds(IntervalPlan plan, Rows page, int row, int release, int version) {
        var shown = shown(release, version, region(page.value(0, row).orElseThrow()));
        return holds(plan.interval(page, 1, row), shown.sum(AMOUNT));
    }

    /// The part of all releases and regions in which the interval holds the truth.
    private double covered(Statistic statistic, int version) {
        var question = "SELECT release, region, " + statistic.sql
                + " FROM spend GROUP BY release, region ORDER BY release, region";
        var plan = plan(question, version);
        int held = 0;
        try (var answer = sessions.get(version).query(text(question, plan.extras()), Progress.NONE)) {
            var page = answer.page(0, 10 * Releases.COUNT, Progress.NONE);
            assertEquals(4L * Releases.COUNT, page.count());
            for (int row = 0; row < page.count(); row++) {
                int release = Math.toIntExact(page.integer(0, row));
                var shown = shown(release, version, region(page.value(1, row).orElseThrow()));
                held += holds(plan.interval(page, 2, row), statistic.truth.of(shown)) ? 1 : 0;
            }
        }
        return held / (4.0 * Releases.COUNT);
    }

    private static boolean holds(Interval interval, double truth) {
        var between = assertInstanceOf(Interval.Between.class, interval);
        return between.low() <= truth && truth <= between.high();
    }

    private IntervalPlan plan(String question, int version) {
        var tree = engine.sqlText().toTree(question);
        var understood = assertInstanceOf(Statement.Understood.class, Statement.read(tree, question));
        return IntervalPlan.of(understood.query(), List.of(releases.schema(version)));
    }

    private String text(String question, List<String> extras) {
        return Beside.add(engine.sqlText(), engine.sqlText().toTree(question), extras);
    }

    private int region(Object label) {
        return releases.schema(0).column("region").orElseThrow().domain().indexOf(label);
    }

    private Shown shown(int release, int version, int region) {
        return new Shown(
                releases, cell -> releases.label(cell, 0) == region && releases.isShown(release, version, cell));
    }

    /// The cells of a region that a release shows, with what they would hold without noise.
    private record Shown(Releases releases, IntPredicate cells) {

        Shown inMonth(int month) {
            return new Shown(releases, cells.and(cell -> releases.label(cell, 2) == month));
        }

        double[] values(int column) {
            return IntStream.range(0, releases.cells())
                    .filter(cells)
                    .mapToDouble(cell -> releases.exact(column, cell))
                    .sorted()
                    .toArray();
        }

        double sum(int column) {
            return Arrays.stream(values(column)).sum();
        }

        /// Of the amounts, between neighbours where it falls between them.
        double quantile(double q) {
            var values = values(AMOUNT);
            double place = q * (values.length - 1);
            int below = (int) Math.floor(place);
            int above = Math.min(below + 1, values.length - 1);
            return values[below] + (place - below) * (values[above] - values[below]);
        }
    }
}
