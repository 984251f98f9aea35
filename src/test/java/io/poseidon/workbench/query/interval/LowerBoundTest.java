package io.poseidon.workbench.query.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.Receipt;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.SamplePurchase;
import io.poseidon.workbench.query.interval.bound.Overlaps;
import io.poseidon.workbench.query.result.Result;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Sums of people in which someone can stand several times, on the purchase that is shipped.
class LowerBoundTest {

    private static SamplePurchase purchase;

    @BeforeAll
    static void open() {
        purchase = new SamplePurchase();
    }

    @AfterAll
    static void close() {
        purchase.close();
    }

    @Test
    void standsBesideASumOverMonthsAndCategories() {
        ask("select region, sum(contributors) as people from spend group by 1 order by 1", result -> {
            assertTrue(result.plan().isRange(1));
            var page = result.page(0, 100, Progress.NONE);
            for (long row = 0; row < page.count(); row++) {
                double low = page.atLeast(1, row).orElseThrow();
                assertTrue(low > 0 && low < page.rows().number(1, row));
            }
        });
    }

    /// The same person may stand in other months and categories, never in two ages of one month and category.
    @Test
    void isTheLargestSumOverOneMonthAndCategory() {
        double[] largest = {0};
        ask(
                "select month, category, sum(contributors) as people from spend where region = 'Seoul' group by 1, 2"
                        + " order by 3 desc limit 1",
                result -> largest[0] = result.page(0, 1, Progress.NONE).rows().number(2, 0));
        ask(
                "select sum(contributors) as people from spend where region = 'Seoul'",
                result -> assertEquals(
                        largest[0],
                        result.page(0, 1, Progress.NONE).atLeast(0, 0).orElseThrow()));
    }

    @Test
    void isTheLargestSumInWhichNobodyIsCountedTwice() {
        var bound = bound("select sum(contributors) as people from spend where region = 'Seoul'", "month");
        double[] largest = {0};
        ask(
                "select month, sum(contributors) as people from spend where region = 'Seoul' group by 1 order by 2 desc"
                        + " limit 1",
                result -> largest[0] = result.page(0, 1, Progress.NONE).rows().number(1, 0));
        ask(
                "select " + bound + " from spend where region = 'Seoul'",
                result -> assertEquals(largest[0], first(result)));
    }

    private static double first(Result result) {
        return result.page(0, 1, Progress.NONE).rows().number(0, 0);
    }

    /// The SQL computed beside a sum where people overlap over these dimensions only.
    private static String bound(String sql, String... dimensions) {
        var warned = assertInstanceOf(Decision.Warn.class, purchase.queries.decide(sql));
        var places = warned.cautions().stream().map(Decision.Caution::place).collect(Collectors.toSet());
        var overlaps = Overlaps.ofCells(places, Set.of(dimensions));
        var plan = IntervalPlan.of(warned.reading().query(), purchase.queries.schemas(), overlaps);
        return plan.extras().stream()
                .filter(extra -> extra.startsWith("greatest("))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keepsTheConditionOfTheSum() {
        ask("select sum(contributors) filter (where month = 9) as people from spend", result -> {
            var page = result.page(0, 1, Progress.NONE);
            assertTrue(page.atLeast(0, 0).orElseThrow() < page.rows().number(0, 0));
        });
    }

    @Test
    void isNotGivenForAnotherSum() {
        ask(
                "select sum(amount_sum) as won from spend",
                result -> assertFalse(result.plan().isRange(0)));
    }

    private static void ask(String sql, Consumer<Result> look) {
        PurchaseQueries queries = purchase.queries;
        switch (queries.ask(sql, Progress.NONE)) {
            case Reply.Answered(Decision ignored, Result result, Receipt free) -> {
                try (result) {
                    look.accept(result);
                }
            }
            case Reply.Refused refused -> throw new AssertionError(refused.decision());
        }
    }
}
