package io.poseidon.workbench.query.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Decision.Change;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.query.cases.PreflightDocument;
import io.poseidon.workbench.query.preflight.Cost;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.preflight.Suppression;
import io.poseidon.workbench.query.preflight.Width;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is foretold about questions over rows, and that no row has a part in it.
class RowOutlookTest extends OverRows {

    private static final List<String> QUESTIONS = List.of(
            "SELECT region, COUNT(*), SUM(amount) AS won, AVG(amount) FROM txn GROUP BY region",
            "SELECT region, category, month, COUNT(DISTINCT user_id) FROM txn WHERE month > 7 GROUP BY ALL",
            "SELECT COUNT(*) FROM txn WHERE region = 'Jeju' AND category = 'jewelry'",
            "SELECT MAX(amount) FROM txn",
            "SELECT * FROM txn",
            "SELECT region FROM txn WHERE amount > 7",
            "SELECT COUNT(*) + SUM(amount) FROM txn",
            "SELECT 1 + 1");

    private RowOutlook outlook(Shop shop) {
        return RowOutlook.open(engine, shop.policy(), folder.resolve("state"), Shop.timing());
    }

    private Preflight ahead(Shop shop, String sql) {
        try (var outlook = outlook(shop)) {
            return outlook.of(Asking.of("buyer", sql), Progress.NONE);
        }
    }

    private static String text(Preflight ahead) {
        var document = JsonNodeFactory.instance.objectNode();
        PreflightDocument.fill(document, ahead);
        return document.toString();
    }

    private static Map<String, String> files(Path folder) throws IOException {
        var files = new HashMap<String, String>();
        if (Files.isDirectory(folder)) {
            try (var walk = Files.walk(folder)) {
                for (var file : walk.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    @Test
    void otherRowsWithTheSamePolicyAndHistoryLookTheSame() throws IOException {
        var shop = Shop.random(1, 400);
        try (var answers = shop.open(engine, folder)) {
            Shop.ask(answers, QUESTIONS.getFirst());
        }
        var before = QUESTIONS.stream().map(sql -> text(ahead(shop, sql))).toList();
        var other = Shop.random(2, 90);
        other.data(folder);
        var after = QUESTIONS.stream().map(sql -> text(ahead(other, sql))).toList();
        assertEquals(before, after);
        Files.delete(folder.resolve("rows.csv"));
        assertEquals(
                before, QUESTIONS.stream().map(sql -> text(ahead(other, sql))).toList());
    }

    @Test
    void theShardItselfForetellsTheSame() throws IOException {
        var shop = Shop.random(3, 300);
        try (var answers = shop.open(engine, folder)) {
            Shop.ask(answers, QUESTIONS.getFirst());
            for (var sql : QUESTIONS) {
                assertEquals(
                        text(ahead(shop, sql)), text(answers.preflight(Asking.of("buyer", sql), Progress.NONE)), sql);
            }
        }
    }

    @Test
    void lookingAheadWritesAndChargesNothing() throws IOException {
        var shop = Shop.random(4, 300);
        for (var sql : QUESTIONS) {
            ahead(shop, sql);
        }
        assertFalse(Files.exists(folder.resolve("state")));
        try (var answers = shop.open(engine, folder)) {
            Shop.ask(answers, QUESTIONS.getFirst());
        }
        var before = files(folder.resolve("state"));
        for (var sql : QUESTIONS) {
            ahead(shop, sql);
        }
        assertEquals(before, files(folder.resolve("state")));
    }

    @Test
    void foretellsTheChargeThatComes() throws IOException {
        var shop = Shop.random(5, 300);
        for (var sql : QUESTIONS) {
            var ahead = ahead(shop, sql);
            try (var answers = shop.open(engine, folder)) {
                var reply = Shop.ask(answers, sql);
                assertEquals(ahead.decision().mayRun(), reply instanceof RowReply.Answered, sql);
                switch (ahead.cost()) {
                    case Cost.Nothing ignored ->
                        assertEquals(Rational.ZERO, reply.charge().rho(), sql);
                    case Cost.Charged charged -> {
                        assertEquals(charged.rho(), reply.charge().rho(), sql);
                        assertEquals(charged.after(), reply.charge().spent(), sql);
                        assertEquals(charged.allowance(), reply.charge().allowance(), sql);
                    }
                }
            }
        }
    }

    @Test
    void aRepeatedQuestionIsFreeAndItsGapsAreKnown() throws IOException {
        var shop = Shop.random(6, 300);
        var sql = "SELECT region, age_band, category, COUNT(*) FROM txn GROUP BY ALL";
        int shown;
        try (var answers = shop.open(engine, folder)) {
            shown = Shop.answered(Shop.ask(answers, sql)).rows().size();
        }
        var ahead = ahead(shop, "select count(*), category, region, age_band from txn group by 2, 3, 4");
        var charged = assertInstanceOf(Cost.Charged.class, ahead.cost());
        assertTrue(charged.repeated());
        assertEquals(0, charged.epsilon().epsilon().signum());
        double hidden = 1 - shown / 27.0;
        assertEquals(new Suppression.Expected(hidden, hidden, 27, Suppression.Basis.REPEATED), ahead.suppressed());
    }

    @Test
    void groupsAroundOnesThatWereShownAreExpected() throws IOException {
        var shop = Shop.random(7, 300);
        var sql = "SELECT region, COUNT(*) FROM txn GROUP BY region";
        assertEquals(
                new Suppression.Unknown(Suppression.Reason.NOTHING_KNOWN),
                ahead(shop, sql).suppressed());
        try (var answers = shop.open(engine, folder)) {
            Shop.ask(answers, "SELECT region, category, COUNT(*) FROM txn WHERE region <> 'Jeju' GROUP BY ALL");
        }
        var expected =
                assertInstanceOf(Suppression.Expected.class, ahead(shop, sql).suppressed());
        assertEquals(Suppression.Basis.PAST_ANSWERS, expected.basis());
        assertEquals(3, expected.groups());
        assertEquals(1 / 3.0, expected.most(), 1e-9);
    }

    /// Fieller's interval in a group of just the minimum cohort, by hand: σ = Δ/√(2ρ) for both parts.
    @Test
    void theWidthOfAMeanIsBoundedByTheSmallestGroupThatIsShown() {
        var shop = new Shop();
        shop.cohort = 1000;
        shop.budget = "{rho: 2000, perNumber: 2, perQuery: 100, allBuyers: 4000, delta: 1e-9}";
        var widths = ahead(
                        shop,
                        "SELECT region, AVG(amount), SUM(amount) / COUNT(DISTINCT user_id) AS each, ROUND(AVG(amount))"
                                + " AS rounded, SUM(amount) / SUM(amount) FROM txn GROUP BY region")
                .widths();
        double over = 100_000 / 2.0;
        double under = 5 / 2.0;
        double lost = Math.pow(1.959964 * under / 1000, 2);
        double half = 1.959964 / (1000 * (1 - lost)) * Math.sqrt((1 - lost) * over * over + 1e10 * under * under);
        var mean = assertInstanceOf(Width.AtMost.class, widths.get(1).extent());
        assertEquals(half, mean.half(), half * 0.01);
        assertEquals(1000, mean.people());
        var each = assertInstanceOf(Width.AtMost.class, widths.get(2).extent());
        assertTrue(each.half() < mean.half(), "fewer people than rows, but with less noise");
        assertInstanceOf(Width.Untold.class, widths.get(3).extent());
        assertFalse(widths.get(4).extent() instanceof Width.AtMost);
    }

    /// The complement of one cell after everybody, and harmless questions; what was foretold is what came.
    @Test
    void foretellsARefusalBySpan() throws IOException {
        var shop = Shop.random(31, 500);
        var all = "SELECT COUNT(*) FROM txn";
        var rest = "SELECT COUNT(*) FROM txn WHERE NOT (region = 'Jeju' AND age_band = '70+' AND category = 'jewelry'"
                + " AND month = 7)";
        assertEquals(Preflight.Audit.CLEAR, ahead(shop, rest).audit(), "nothing was told yet");
        try (var answers = shop.open(engine, folder)) {
            Shop.answered(Shop.ask(answers, all));
            var ahead = answers.preflight(Asking.of("buyer", rest), Progress.NONE);
            assertEquals(Preflight.Audit.OPENS, ahead.audit());
            assertTrue(text(ahead).contains("\"audit\":\"opens\""));
            var refused = assertInstanceOf(RowReply.Refused.class, Shop.ask(answers, rest));
            assertEquals(Rule.SPAN, refused.decision().rule());
            assertEquals(Preflight.Audit.OPENS, ahead(shop, rest).audit(), "from the ledger alone too");
            var by = "SELECT region, COUNT(*) FROM txn GROUP BY region";
            assertEquals(Preflight.Audit.CLEAR, ahead(shop, by).audit());
            Shop.answered(Shop.ask(answers, by));
            assertEquals(Preflight.Audit.CLEAR, ahead(shop, all).audit(), "told before");
            var finest = "SELECT region, age_band, category, month, COUNT(*) FROM txn GROUP BY ALL";
            assertEquals(Preflight.Audit.DEPENDS, ahead(shop, finest).audit());
            assertTrue(
                    ahead.offers().stream().allMatch(offer -> offer.preflight().audit() != Preflight.Audit.OPENS));
        }
    }

    /// Two months were told together: with one of them the other is known, unless both are shown.
    @Test
    void remembersWhatGaveNoAnswer() throws IOException {
        var shop = Shop.random(31, 500);
        shop.rows.removeIf(row -> row.region().equals("Seoul") && row.month() == 8);
        var both = "SELECT COUNT(*) FROM txn WHERE region = 'Seoul' AND age_band = '20-29' AND category = 'cafe'"
                + " AND month IN (7, 8)";
        var each = both.replace("SELECT", "SELECT month,") + " GROUP BY month";
        try (var answers = shop.open(engine, folder)) {
            Shop.answered(Shop.ask(answers, both));
            assertEquals(Preflight.Audit.DEPENDS, ahead(shop, each).audit());
            var refused = assertInstanceOf(RowReply.Refused.class, Shop.ask(answers, each));
            assertEquals(Rule.SPAN, refused.decision().rule());
            assertEquals(Preflight.Audit.WITHHELD, ahead(shop, each).audit());
            assertTrue(text(ahead(shop, each)).contains("\"audit\":\"withheld\""));
        }
    }

    @Test
    void widthsFollowFromThePolicyAlone() {
        var shop = new Shop();
        shop.budget = "{rho: 1, perNumber: 0.125, perQuery: 1, allBuyers: 4, delta: 1e-9}";
        var widths = ahead(
                        shop,
                        "SELECT region, SUM(amount), 2 * SUM(amount) AS twice, AVG(amount), COUNT(DISTINCT"
                                + " user_id) AS people FROM txn GROUP BY region")
                .widths();
        assertEquals(Width.EXACT, widths.get(0).extent());
        // one person stands in one region: Δ = 100,000, σ = Δ/√(2ρ) = 200,000
        assertEquals(1.959964 * 200_000, half(widths.get(1)), 10);
        assertEquals(2 * 1.959964 * 200_000, half(widths.get(2)), 20);
        assertInstanceOf(Width.AtMost.class, widths.get(3).extent());
        // σ = 2 on the integers
        assertEquals(4, half(widths.get(4)));
        assertEquals("people", widths.get(4).column());
    }

    private static double half(Width width) {
        return assertInstanceOf(Width.Half.class, width.extent()).middle();
    }

    @Test
    void anEmptyPurseIsToldWithWhatIsLeftAndWhatItStillBuys() throws IOException {
        var shop = Shop.random(8, 300);
        shop.budget = "{rho: 0.3, perNumber: 0.125, perQuery: 1, allBuyers: 4, delta: 1e-9}";
        var sql = "SELECT region, COUNT(*), SUM(amount) FROM txn GROUP BY region";
        var ahead = ahead(shop, sql);
        var refusal = assertInstanceOf(Decision.Refuse.class, ahead.decision());
        assertEquals(Rule.BUDGET, refusal.rule());
        assertEquals("rho: 3/8 > 3/10", refusal.findings().getFirst().subject());
        var charged = assertInstanceOf(Cost.Charged.class, ahead.cost());
        assertEquals(Rational.of(3, 10), charged.left());
        assertEquals(charged.spent(), charged.after());
        try (var answers = shop.open(engine, folder)) {
            var refused = assertInstanceOf(RowReply.Refused.class, Shop.ask(answers, sql));
            assertEquals(Rule.BUDGET, refused.decision().rule());
            var repair = refused.decision().repair().orElseThrow();
            assertEquals(Change.DROPS_OUTPUT, repair.effects().getFirst().change());
            assertInstanceOf(RowReply.Answered.class, Shop.ask(answers, repair.sql()), repair.sql());
        }
    }

    @Test
    void withLittleLeftPeopleAloneAreOffered() throws IOException {
        var shop = Shop.random(8, 300);
        shop.budget = "{rho: 0.2, perNumber: 0.125, perQuery: 1, allBuyers: 4, delta: 1e-9}";
        try (var answers = shop.open(engine, folder)) {
            var refused = assertInstanceOf(
                    RowReply.Refused.class, Shop.ask(answers, "SELECT region, SUM(amount) FROM txn GROUP BY region"));
            assertEquals(
                    "SELECT region, COUNT(DISTINCT user_id) FROM txn GROUP BY region",
                    refused.decision().repair().orElseThrow().sql());
        }
    }

    @Test
    void aSpanRefusalOffersAQuestionThatIsAnswered() throws IOException {
        var shop = Shop.random(9, 2_000);
        try (var answers = shop.open(engine, folder)) {
            Shop.ask(answers, "SELECT COUNT(*) FROM txn WHERE region = 'Seoul'");
            var refused = assertInstanceOf(
                    RowReply.Refused.class,
                    Shop.ask(
                            answers,
                            "SELECT COUNT(*), SUM(amount) FROM txn WHERE region = 'Seoul' AND NOT (age_band = '70+' AND"
                                    + " category = 'cafe' AND month = 9)"));
            assertEquals(Rule.SPAN, refused.decision().rule());
            var repair = refused.decision().repair().orElseThrow();
            assertInstanceOf(RowReply.Answered.class, Shop.ask(answers, repair.sql()), repair.sql());
        }
    }
}
