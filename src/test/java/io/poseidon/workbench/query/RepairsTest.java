package io.poseidon.workbench.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Decision.Repair;
import io.poseidon.workbench.policy.Explanations;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What is offered in place of a question that is refused: the nearest that is allowed.
class RepairsTest {

    private static final PolicyDocument POLICY = policy("[count, count_distinct_identity, sum, avg]");

    private static PolicyDocument policy(String aggregates) {
        return PolicyDocument.parse("policy", """
            policy: 1
            tables:
              txn:
                kind: rows
                identity: user_id
                dimensions:
                  region: {type: text, values: [Seoul, Busan, Jeju]}
                  age_band: {type: text, values: [20-29, 30-39, 40-49, 70+]}
                  month: {type: integer, values: [7, 8, 9]}
                measures: {amount: {min: 0, max: 2000000}}
                aggregates: %s
                literals: [region, age_band, month]
                minimumCohort: 50
                joins: [{with: my_customers, on: user_id}]
              my_customers: {kind: own, columns: {user_id: text, segment: text}}
            """.formatted(aggregates));
    }

    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = Engine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    private static Decider decider() {
        return new Decider(engine, POLICY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ROW_PROJECTION | select * from txn | SELECT region, age_band, month, COUNT(*) FROM txn GROUP BY ALL",
                "ROW_PROJECTION | from txn | SELECT region, age_band, month, COUNT(*) FROM txn GROUP BY ALL",
                "ROW_PROJECTION | select * exclude (month) from txn | SELECT region, age_band, COUNT(*) FROM txn GROUP"
                        + " BY ALL",
                "ROW_PROJECTION | select region, amount from txn | SELECT region, SUM(amount) FROM txn GROUP BY ALL",
                "ROW_PROJECTION | select region, count(*) from txn | SELECT region, COUNT(*) FROM txn GROUP BY ALL",
                "IDENTITY_OUTPUT | select user_id, count(*) from txn group by user_id | SELECT COUNT(*) FROM txn",
                "IDENTITY_LITERAL | select count(*) from txn where user_id = 'u1' | SELECT COUNT(*) FROM txn",
                "FUNCTION | select region, max(amount) from txn group by 1 | SELECT region, AVG(amount) FROM txn GROUP"
                        + " BY 1",
                "FUNCTION | select median(amount), list(user_id) from txn | SELECT AVG(amount), COUNT(DISTINCT"
                        + " user_id) FROM txn",
                "NESTED_EXPR | select sum(amount * 2) from txn | SELECT SUM(amount) FROM txn",
                "WINDOW | select region, sum(amount) over (partition by region) from txn | SELECT region, SUM(amount)"
                        + " FROM txn GROUP BY ALL",
                "LITERAL_COLUMN | select count(*) from txn where amount > 5 and month = 7 | SELECT COUNT(*) FROM txn"
                        + " WHERE month = 7",
                "MEASURE | select amount, count(*) from txn group by amount | SELECT SUM(amount), COUNT(*) FROM txn",
                "COLUMN | select regoin, sum(amount) from txn group by regoin | SELECT region, SUM(amount) FROM txn"
                        + " GROUP BY region",
                "COLUMN | select region, sum(amount) from txn where shoe_size > 3 group by 1 | SELECT region,"
                        + " SUM(amount) FROM txn GROUP BY 1",
                "NOT_LICENSED | select count(*) from txm | SELECT COUNT(*) FROM txn",
                "NOT_LICENSED | select count(*) from transactions | SELECT COUNT(*) FROM txn",
                "NOT_LICENSED | select count(*) from txn join other using (region) | SELECT COUNT(*) FROM txn",
                "CATALOG | select count(*) from main.txn | SELECT COUNT(*) FROM txn",
                "TABLE_FUNCTION | select count(*) from txn, read_csv('x') as x | SELECT COUNT(*) FROM txn",
                "JOIN_TYPE | select count(*) from txn left join my_customers using (user_id) | SELECT COUNT(*) FROM"
                        + " txn JOIN my_customers USING(user_id)",
                "JOIN_TYPE | select count(*) from txn t positional join my_customers c | SELECT COUNT(*) FROM txn AS t"
                        + " JOIN my_customers AS c ON t.user_id = c.user_id",
                "JOIN_TYPE | select count(*) from txn a join txn b using (region) | SELECT COUNT(*) FROM txn AS a",
                "JOIN_CONDITION | select count(*) from txn t join my_customers c on t.user_id = c.user_id or t.region"
                    + " = c.segment | SELECT COUNT(*) FROM txn AS t JOIN my_customers AS c ON t.user_id = c.user_id",
                "JOIN_COLUMN | select count(*) from txn t join my_customers c on t.region = c.segment | SELECT"
                        + " COUNT(*) FROM txn AS t JOIN my_customers AS c ON t.user_id = c.user_id",
                "SAMPLE | select count(*) from txn using sample 10% | SELECT COUNT(*) FROM txn",
                "SET_OP | select count(*) from txn union all select count(*) from txn | SELECT COUNT(*) FROM txn",
                "GROUPING_SETS | select region, sum(amount) from txn group by cube(region) | SELECT region,"
                        + " SUM(amount) FROM txn GROUP BY region",
                "SUBQUERY | select count(*) from txn where region in (select segment from my_customers) | SELECT"
                        + " COUNT(*) FROM txn",
                "NONDETERMINISM | select count(*) from txn where random() < 0.5 | SELECT COUNT(*) FROM txn",
                "ERROR_CHANNEL | select count(*) from txn where cast(region as integer) = 1 | SELECT COUNT(*) FROM txn",
                "PIVOT | pivot txn on region using sum(amount) group by month | SELECT month, region, SUM(amount) FROM"
                        + " txn GROUP BY ALL",
                "STATEMENT | select count(*) from txn; drop table txn | SELECT COUNT(*) FROM txn",
                "STATEMENT | explain analyze select sum(amount) from txn | SELECT SUM(amount) FROM txn",
                "STATEMENT | create table t as select * from txn | SELECT region, age_band, month, COUNT(*) FROM txn"
                        + " GROUP BY ALL",
                "STATEMENT | copy (select sum(amount) from txn) to 'x.csv' | SELECT SUM(amount) FROM txn",
                "STATEMENT | summarize txn | SELECT region, age_band, month, COUNT(*) FROM txn GROUP BY ALL"
            })
    void offersTheNearestAllowedQuestion(Rule rule, String sql, String repair) {
        var refusal = assertInstanceOf(Decision.Refuse.class, decider().decide(sql));
        assertEquals(rule, refusal.rule());
        assertEquals(repair, refusal.repair().map(Repair::sql).orElse("none"));
        assertTrue(decider().decide(repair).mayRun(), repair);
        assertFalse(refusal.repair().orElseThrow().effects().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[count] | SELECT COUNT(*) FROM txn",
                "[count_distinct_identity] | SELECT COUNT(DISTINCT user_id) FROM txn",
                "[sum] | SELECT SUM(amount) FROM txn"
            })
    void offersOnlyAggregatesThatThePolicyHas(String aggregates, String repair) {
        var decider = new Decider(engine, policy(aggregates));
        var refusal = assertInstanceOf(Decision.Refuse.class, decider.decide("select max(amount) from txn"));
        assertEquals(repair, refusal.repair().map(Repair::sql).orElse("none"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"selct 1", "select * from read_csv('x')", "set threads = 3", "select ?", "''", "drop table txn"})
    void offersNothingWhereNothingIsNear(String sql) {
        var refusal = assertInstanceOf(Decision.Refuse.class, decider().decide(sql));
        assertTrue(refusal.repair().isEmpty(), String.valueOf(refusal.repair()));
    }

    @Test
    void offersCoarserQuestionsNextToOneThatIsAllowed() {
        var sql =
                "select region, age_band as age, sum(amount), count(*) n from txn where month = 7 and region <> 'Jeju'"
                        + " group by 1, age order by n desc, 2 limit 5";
        var offers = decider().nearby(decider().rule(sql), Map.of());
        var texts = offers.stream().map(Repair::sql).toList();
        assertEquals(
                List.of(
                        "SELECT age_band AS age, SUM(amount), COUNT(*) AS n FROM txn WHERE month = 7 AND region <>"
                                + " 'Jeju' GROUP BY age_band ORDER BY n DESC, age LIMIT 5",
                        "SELECT region, SUM(amount), COUNT(*) AS n FROM txn WHERE month = 7 AND region <> 'Jeju'"
                                + " GROUP BY region ORDER BY n DESC",
                        "SELECT region, CASE WHEN age_band IN ('20-29', '30-39') THEN '20-29 … 30-39' WHEN age_band"
                                + " IN ('40-49', '70+') THEN '40-49 … 70+' ELSE NULL END AS age, SUM(amount),"
                                + " COUNT(*) AS n FROM txn WHERE month = 7 AND region <> 'Jeju' GROUP BY region, CASE"
                                + " WHEN age_band IN ('20-29', '30-39') THEN '20-29 … 30-39' WHEN age_band IN"
                                + " ('40-49', '70+') THEN '40-49 … 70+' ELSE NULL END ORDER BY n DESC",
                        "SELECT region, age_band AS age, SUM(amount), COUNT(*) AS n FROM txn WHERE region <> 'Jeju'"
                                + " GROUP BY region, age_band ORDER BY n DESC, age LIMIT 5",
                        "SELECT region, age_band AS age, SUM(amount), COUNT(*) AS n FROM txn WHERE month = 7 GROUP BY"
                                + " region, age_band ORDER BY n DESC, age LIMIT 5",
                        "SELECT region, age_band AS age, COUNT(*) AS n FROM txn WHERE month = 7 AND region <> 'Jeju'"
                                + " GROUP BY region, age_band ORDER BY n DESC, age LIMIT 5",
                        "SELECT region, age_band AS age, SUM(amount) FROM txn WHERE month = 7 AND region <> 'Jeju'"
                                + " GROUP BY region, age_band ORDER BY age",
                        "SELECT region, age_band AS age, COUNT(DISTINCT user_id) FROM txn WHERE month = 7 AND region"
                                + " <> 'Jeju' GROUP BY region, age_band ORDER BY age"),
                texts);
        texts.forEach(text -> assertTrue(decider().decide(text).mayRun(), text));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleSaysWhatItWouldNeedInBothLanguages(Rule rule) {
        var sentences = Arrays.stream(new Locale[] {Locale.ENGLISH, Locale.KOREAN})
                .map(locale -> new Explanations(locale).needs(rule))
                .distinct()
                .toList();
        assertEquals(2, sentences.size());
    }
}
