package io.poseidon.workbench.query.rows;

import static io.poseidon.workbench.query.rows.Shop.answered;
import static io.poseidon.workbench.query.rows.Shop.ask;
import static io.poseidon.workbench.query.rows.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Rule;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Published attacks, each stopped where it has to be.
final class AttacksTest extends OverRows {

    private static final String TARGET = "(region='Jeju' AND age_band='70+' AND category='jewelry' AND month=9)";

    @Test
    void differencingIsStoppedAtTheSecondQuestionAndCharged() throws IOException {
        try (var answers = Shop.random(1, 600).open(engine, folder)) {
            answered(ask(answers, "SELECT SUM(amount) FROM txn WHERE region='Jeju'"));
            var second = refused(ask(answers, "SELECT SUM(amount) FROM txn WHERE region='Jeju' AND NOT " + TARGET));
            assertEquals(Rule.SPAN, second.decision().rule());
            assertEquals(Rational.ONE, second.charge().rho(), "a refusal after the reservation costs like an answer");
            assertEquals(Rational.of(2), second.charge().spent());
        }
    }

    @Test
    void whatWasToldIsRememberedOverARestart() throws IOException {
        var shop = Shop.random(1, 600);
        try (var answers = shop.open(engine, folder)) {
            var first = answered(ask(answers, "SELECT SUM(amount) FROM txn WHERE region='Jeju'"));
            assertEquals(new RowReply.Known(1, 81), first.charge().known());
        }
        try (var answers = shop.open(engine, folder)) {
            var second = refused(ask(answers, "SELECT SUM(amount) FROM txn WHERE region='Jeju' AND NOT " + TARGET));
            assertEquals(Rule.SPAN, second.decision().rule());
            assertEquals(new RowReply.Known(1, 81), second.charge().known());
        }
    }

    @Test
    void aRefusedQuestionTeachesNothingThatRefusesTheNext() throws IOException {
        try (var answers = Shop.random(10, 900).open(engine, folder)) {
            answered(ask(answers, "SELECT SUM(amount) FROM txn"));
            var cut = "CASE WHEN " + TARGET + " THEN 'nobody' WHEN category='cafe' THEN 'cafe' ELSE 'other' END";
            refused(ask(answers, "SELECT " + cut + " AS g, SUM(amount) FROM txn GROUP BY g"));
            var next = answered(ask(answers, "SELECT SUM(amount) FROM txn WHERE category<>'cafe'"));
            assertEquals(2, next.charge().known().numbers());
        }
    }

    @Test
    void theTrackerIsStoppedAtTheThirdQuestion() throws IOException {
        try (var answers = Shop.random(2, 600).open(engine, folder)) {
            answered(ask(answers, "SELECT SUM(amount) FROM txn WHERE " + TARGET + " OR category='cafe'"));
            answered(ask(answers, "SELECT SUM(amount) FROM txn WHERE " + TARGET + " OR NOT category='cafe'"));
            assertEquals(
                    Rule.SPAN,
                    refused(ask(answers, "SELECT SUM(amount) FROM txn"))
                            .decision()
                            .rule());
        }
    }

    @Test
    void averagingLearnsNothingSinceTheNoiseStays() throws IOException {
        try (var answers = Shop.random(3, 300).open(engine, folder)) {
            var seen = new HashSet<Object>();
            for (int i = 0; i < 5; i++) {
                seen.add(answered(ask(answers, "SELECT COUNT(*) FROM txn WHERE region='Seoul'"))
                        .rows());
            }
            assertEquals(1, seen.size());
        }
    }

    @Test
    void monthsAddedUpAgainstTheYearAreChargedForEveryNumber() throws IOException {
        try (var answers = Shop.random(4, 400).open(engine, folder)) {
            answered(ask(answers, "SELECT month, SUM(amount) FROM txn GROUP BY month"));
            var year = answered(ask(answers, "SELECT SUM(amount) FROM txn"));
            assertEquals(Rational.ONE, year.charge().rho());
            assertEquals(Rational.of(2), year.charge().spent());
        }
    }

    @Test
    void theRowCountTellsNothingOfAHiddenTopGroup() throws IOException {
        var shop = Shop.random(5, 500);
        shop.rows.add(new Shop.Row("rich", "Jeju", "70+", "jewelry", 9, 100_000));
        try (var answers = shop.open(engine, folder)) {
            var top = answered(ask(
                    answers,
                    "SELECT region, age_band, category, SUM(amount) FROM txn GROUP BY ALL"
                            + " ORDER BY SUM(amount) DESC LIMIT 1"));
            assertEquals(1, top.rows().size(), "never no rows of one");
            assertTrue(!top.rows().getFirst().contains(Optional.of("Jeju"))
                    || !top.rows().getFirst().contains(Optional.of("jewelry")));
        }
    }

    @Test
    void errorsConditionedOnAPersonAreRefusedForFree() throws IOException {
        try (var answers = Shop.random(6, 100).open(engine, folder)) {
            for (var sql : new String[] {
                "SELECT COUNT(*) FROM txn WHERE CASE WHEN user_id='u1' THEN error('x') ELSE true END",
                "SELECT SUM(CAST(amount AS TINYINT)) FROM txn",
                "SELECT COUNT(*) FROM txn WHERE 1 / (amount - 5) > 0",
                "SELECT COUNT(*) FROM txn WHERE CAST(category AS INTEGER) > 0"
            }) {
                assertEquals(Rational.ZERO, refused(ask(answers, sql)).charge().spent(), sql);
            }
        }
    }

    @Test
    void aDominatedSumIsNotShown() throws IOException {
        var shop = Shop.lacking("Jeju", 7, 400);
        for (int i = 0; i < 90; i++) {
            shop.rows.add(new Shop.Row("j" + i, "Jeju", "30-39", "cafe", 8, 10));
        }
        shop.rows.add(new Shop.Row("whale", "Jeju", "30-39", "cafe", 8, 100_000));
        shop.extra = "dominance: {top1: 0.6, top2: 0.8}";
        try (var answers = shop.open(engine, folder)) {
            var sum = answered(ask(answers, "SELECT region, SUM(amount) FROM txn GROUP BY region"));
            assertTrue(
                    sum.rows().stream().noneMatch(row -> row.contains(Optional.of("Jeju"))),
                    sum.rows().toString());
            var count = answered(ask(answers, "SELECT region, COUNT(*) FROM txn GROUP BY region"));
            assertTrue(count.rows().stream().anyMatch(row -> row.contains(Optional.of("Jeju"))));
        }
    }

    @Test
    void theRemainderOfAGroupingCountsAsReleased() throws IOException {
        try (var answers = Shop.random(8, 700).open(engine, folder)) {
            answered(ask(
                    answers,
                    "SELECT CASE WHEN region='Seoul' THEN 'Seoul' ELSE 'rest' END AS g, SUM(amount) FROM txn"
                            + " GROUP BY g"));
            var second = ask(
                    answers,
                    "SELECT CASE WHEN region='Seoul' OR " + TARGET + " THEN 'more' ELSE 'rest' END AS g, SUM(amount)"
                            + " FROM txn GROUP BY g");
            assertEquals(Rule.SPAN, refused(second).decision().rule());
        }
    }

    @Test
    void anUploadedListIsNotJoinedWhereNoneIsThere() throws IOException {
        var shop = Shop.random(9, 100);
        shop.extra = "joins: [{with: my_customers, on: user_id}]";
        try (var answers = shop.open(engine, folder)) {
            var reply = refused(
                    ask(answers, "SELECT segment, COUNT(*) FROM txn JOIN my_customers USING (user_id) GROUP BY ALL"));
            assertEquals(Rule.NOT_LICENSED, reply.decision().rule());
        }
    }
}
