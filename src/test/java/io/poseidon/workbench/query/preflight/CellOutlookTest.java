package io.poseidon.workbench.query.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.tree.Sql;
import io.poseidon.workbench.query.interval.Interval;
import io.poseidon.workbench.query.interval.IntervalPlan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is foretold about questions on held cells is what comes.
class CellOutlookTest {

    private Held held;

    @BeforeEach
    void open() {
        held = new Held(7);
    }

    @AfterEach
    void close() {
        held.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select region, sum(amount_sum) from spend group by region",
                "select region as r, sum(amount_sum) as won, count(*) from spend where month <= 8 group by r",
                "select category, sum(amount_sum) / sum(contributors) from spend s where s.region = 'Seoul' group by 1",
                "select region, category, avg(amount_sum), max(contributors) from spend group by all order by 3 desc",
                "select sum(amount_sum) filter (where month = 7) - sum(amount_sum) filter (where month = 8) from spend",
                "select region, amount_sum, contributors, amount_sum / contributors from spend where month in (7, 9)",
                "select * from spend where region <> 'Jeju'",
                "select region, sum(amount_sum) from spend group by region order by 2 desc limit 2"
            })
    void foretellsTheWidthsThatCome(String sql) {
        var ahead = held.ahead(sql);
        var plan = IntervalPlan.of(held.query(sql), List.of(held.schema));
        var halves = new ArrayList<List<Double>>();
        ahead.widths().forEach(width -> halves.add(new ArrayList<>()));
        var all = sql.replaceAll(" limit \\d+", "");
        var text = Sql.of(held.query(all));
        int split = text.indexOf(" FROM spend");
        var extras = plan.extras().isEmpty() ? "" : ", " + String.join(", ", plan.extras());
        try (var answer =
                held.session.query(text.substring(0, split) + extras + text.substring(split), Progress.NONE)) {
            answer.scan(Progress.NONE, rows -> {
                for (long row = 0; row < rows.count(); row++) {
                    for (int column = 0; column < halves.size(); column++) {
                        switch (plan.interval(rows, column, row)) {
                            case Interval.Between(double low, double high) ->
                                halves.get(column).add((high - low) / 2);
                            case Interval.Exact ignored -> halves.get(column).add(0.0);
                            case Interval.Unknown ignored -> {}
                        }
                    }
                }
            });
        }
        for (int column = 0; column < halves.size(); column++) {
            var came = halves.get(column).stream().sorted().toList();
            switch (ahead.widths().get(column).extent()) {
                case Width.Exact ignored ->
                    assertTrue(came.stream().allMatch(half -> half == 0), ahead.widths() + " " + came);
                case Width.Half(double least, double middle, double most, double lost) -> {
                    assertEquals(came.getFirst(), least, 1e-6);
                    assertEquals(came.getLast(), most, 1e-6);
                    assertTrue(least <= middle && middle <= most);
                    assertEquals(0, lost);
                }
                case Width.AtMost most -> throw new AssertionError("cells are held: " + most);
                case Width.Untold untold -> throw new AssertionError("cells are held: " + untold);
                case Width.Unknown ignored -> assertEquals(List.of(), came);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "select region from spend, 36",
        "select region from spend where month = 7, 12",
        "select region as r from spend where r = 'Jeju' and month in (7), 4",
        "select sum(amount_sum) from spend where category like '%e%' and region <> 'Jeju', 18",
        "select region from spend where 1 = 0, 0"
    })
    void countsDeclaredCellsThatAreRead(String sql, long cells) {
        var known = assertInstanceOf(Suppression.Known.class, held.ahead(sql).suppressed());
        assertEquals(cells, known.all());
        assertEquals(
                List.of(new Preflight.Reads("spend", cells)), held.ahead(sql).reads());
    }

    @Test
    void knowsWhichCellsAndGroupsAreHidden() {
        var known = assertInstanceOf(
                Suppression.Known.class,
                held.ahead("select region, category, sum(amount_sum) from spend where month = 8 group by 1, 2")
                        .suppressed());
        long shown = held.cells.stream().filter(cell -> cell.month() == 8).count();
        assertEquals(new Suppression.Known(12 - shown, 12, 12 - shown, 12), known);
        assertEquals((12.0 - shown) / 12, known.share());
        var whole = assertInstanceOf(
                Suppression.Known.class,
                held.ahead("select sum(amount_sum) from spend").suppressed());
        assertEquals(new Suppression.Known(36 - held.cells.size(), 36, 0, 1), whole);
    }

    @Test
    void saysWhyItDoesNotKnow() {
        assertEquals(
                new Suppression.Unknown(Suppression.Reason.SELECTED),
                held.ahead("select region from spend where amount_sum > 7").suppressed());
        assertEquals(
                new Suppression.Unknown(Suppression.Reason.SHAPE),
                held.ahead("select a.region from spend a, spend b").suppressed());
        assertEquals(
                new Suppression.Unknown(Suppression.Reason.NO_TABLE),
                held.ahead("select 1").suppressed());
        var refused = held.ahead("select nothing from spend");
        assertEquals(new Suppression.Unknown(Suppression.Reason.REFUSED), refused.suppressed());
        assertInstanceOf(Decision.Refuse.class, refused.decision());
    }

    @Test
    void cellsCostNothing() {
        assertEquals(
                Cost.NOTHING, held.ahead("select sum(amount_sum) from spend").cost());
    }

    @Test
    void whatFailsWhenItRunsIsForetoldAsUnknown() {
        var ahead = held.ahead("select sum(amount_sum) from spend where cast(region as integer) = 1");
        assertEquals(new Suppression.Unknown(Suppression.Reason.SHAPE), ahead.suppressed());
    }

    /// Closing the engine fails where something was laid out after the outlook was closed.
    @Test
    void whoLooksAtWhatWasLeftIsNotAnsweredAndLeavesNothing() {
        long before = held.engine.memoryInUse();
        held.outlook.close();
        assertThrows(CancelledException.class, () -> held.ahead("select region from spend group by 1"));
        assertEquals(before, held.engine.memoryInUse());
    }

    @Test
    void closingWaitsForTheLookThatIsUnderWay() throws InterruptedException {
        var closing = new Thread(held.outlook::close);
        var progress = new Closing(closing);
        var ahead = held.ahead("select region, sum(amount_sum) from spend group by region", progress);
        assertInstanceOf(Suppression.Known.class, ahead.suppressed());
        assertTrue(progress.waited, "the look was not done yet");
        closing.join();
    }

    /// Lets another thread close the outlook in the midst of a look, and sees that it has to wait.
    private static final class Closing implements Progress {

        private final Thread closing;
        private boolean waited;

        Closing(Thread closing) {
            this.closing = closing;
        }

        @Override
        public void report(double fraction, String detail) {}

        @Override
        public void onCancel(Runnable action) {}

        @Override
        public boolean isCancelled() {
            if (closing.getState() == Thread.State.NEW) {
                closing.start();
                while (closing.getState() != Thread.State.WAITING && closing.isAlive()) {
                    Thread.onSpinWait();
                }
                waited = closing.isAlive();
            }
            return false;
        }
    }
}
