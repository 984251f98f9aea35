package io.poseidon.workbench.query.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PolicyDeskTest {

    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = Engine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void stopsTheSecondHalfOfADifference() {
        assertEquals(
                List.of("filter", "refuse"),
                words(
                        "SELECT SUM(amount) FROM txn WHERE region='Seoul'",
                        "SELECT SUM(amount) FROM txn WHERE region='Seoul' AND NOT (age_band='70+' AND"
                                + " category='jewelry' AND month=9)"));
    }

    @Test
    void stopsTheThirdQuestionOfATracker() {
        var narrow = "(region='Jeju' AND age_band='70+' AND category='jewelry')";
        assertEquals(
                List.of("filter", "filter", "refuse"),
                words(
                        "SELECT SUM(amount) FROM txn WHERE " + narrow + " OR category='cafe'",
                        "SELECT SUM(amount) FROM txn WHERE " + narrow + " OR NOT category='cafe'",
                        "SELECT SUM(amount) FROM txn"));
    }

    @Test
    void theRemaindersOfTwoGroupingsAreHeldAgainstEachOther() {
        var narrow = "(region='Jeju' AND age_band='70+' AND category='jewelry')";
        assertEquals(
                List.of("filter", "refuse"),
                words(
                        "SELECT CASE WHEN category='cafe' THEN 'cafe' ELSE 'rest' END AS g, COUNT(*) FROM txn GROUP BY"
                                + " g",
                        "SELECT CASE WHEN category='cafe' OR " + narrow
                                + " THEN 'more' ELSE 'rest' END AS g, COUNT(*) FROM txn GROUP BY g"));
    }

    @Test
    void aRefusedQuestionIsNoPartOfTheHistory() {
        assertEquals(
                List.of("filter", "refuse", "filter"),
                words(
                        "SELECT SUM(amount) FROM txn WHERE region='Seoul'",
                        "SELECT SUM(amount) FROM txn WHERE region='Seoul' AND NOT (age_band='70+' AND"
                                + " category='jewelry')",
                        "SELECT SUM(amount) FROM txn WHERE region='Busan'"));
    }

    @Test
    void repetitionRollUpAndDrillDownStayAllowed() {
        assertEquals(
                List.of("filter", "filter", "allow", "filter", "filter", "filter"),
                words(
                        "SELECT SUM(amount) FROM txn WHERE region='Seoul'",
                        "SELECT SUM(amount) FROM txn WHERE region IN ('Seoul')",
                        "SELECT SUM(amount) FROM txn",
                        "SELECT region, SUM(amount) FROM txn GROUP BY region",
                        "SELECT region, age_band, SUM(amount) FROM txn GROUP BY region, age_band",
                        "SELECT category, SUM(amount) FROM txn WHERE region='Seoul' GROUP BY category"));
    }

    @Test
    void sessionsDoNotKnowOfEachOther() {
        var desk = desk();
        desk.decide(Optional.of("a"), "SELECT COUNT(*) FROM txn WHERE region='Seoul'");
        var other = desk.decide(
                Optional.of("b"),
                "SELECT COUNT(*) FROM txn WHERE region='Seoul' AND NOT (age_band='70+' AND category='cafe')");
        assertInstanceOf(Decision.Filter.class, other);
    }

    @Test
    void whatIsOfferedInsteadIsAllowed() {
        var desk = desk();
        for (var sql : List.of(
                "SELECT region, MAX(amount) FROM txn WHERE amount > 5 AND month = 7 GROUP BY region",
                "SELECT * FROM txn",
                "SELECT user_id, region, COUNT(*) FROM txn GROUP BY ALL",
                "SELECT region, SUM(amount * 2) FROM txn WHERE user_id = 'u1' GROUP BY region",
                "SELECT region, month, SUM(amount) FROM txn GROUP BY CUBE(region, month)",
                "WITH a AS (SELECT * FROM txn LIMIT 5) SELECT SUM(amount) FROM a",
                "SELECT COUNT(*) FROM txn USING SAMPLE 10%",
                "SELECT COUNT(*) FROM txn LEFT JOIN my_customers USING (user_id)",
                "SELECT COUNT(*) FROM main.txn",
                "SELECT COUNT(*) FROM txn UNION ALL SELECT COUNT(*) FROM txn")) {
            var refusal = assertInstanceOf(Decision.Refuse.class, desk.decide(Optional.empty(), sql), sql);
            var repair = refusal.repair().orElseThrow(() -> new AssertionError("no offer for " + sql));
            assertTrue(desk.decide(Optional.empty(), repair.sql()).mayRun(), sql + " -> " + repair.sql());
        }
    }

    @Test
    void aRefusalMarksThePlaceInTheText() {
        var refusal = assertInstanceOf(
                Decision.Refuse.class,
                desk().decide(Optional.empty(), "SELECT '한글😀' AS \"이름\",\n  MAX(amount)\nFROM txn"));
        var finding = refusal.findings().getFirst();
        assertEquals(Rule.FUNCTION, finding.rule());
        assertEquals(2, finding.place().line());
        assertEquals(3, finding.place().column());
        assertEquals("MAX(amount)".length(), finding.place().length());
    }

    private static List<String> words(String... questions) {
        var desk = desk();
        return List.of(questions).stream()
                .map(sql -> desk.decide(Optional.of("s"), sql).word())
                .toList();
    }

    private static PolicyDesk desk() {
        var file = Path.of("src/test/resources/io/poseidon/workbench/query/people.yaml");
        return new PolicyDesk(engine, PolicyDocument.read(file));
    }
}
