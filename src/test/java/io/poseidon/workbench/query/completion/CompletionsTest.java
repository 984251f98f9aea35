package io.poseidon.workbench.query.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.decide.Decisions;
import io.poseidon.workbench.query.StatementReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is offered is allowed where it is offered, and what is allowed is offered.
class CompletionsTest {

    private static final PolicyDocument PEOPLE = PolicyDocument.parse("people", """
        policy: 1
        tables:
          txn:
            kind: rows
            identity: user_id
            dimensions:
              region: {type: text, values: [Seoul, Busan, 제주]}
              age_band: {type: text, values: [20-29, 70+]}
              category: text
              month: {type: integer, values: [7, 8, 9]}
            measures: {amount: {min: 0, max: 2000000}, visits: {min: 0, max: 9}}
            aggregates: [count, count_distinct_identity, sum, avg]
            literals: [region, age_band, month]
            minimumCohort: 50
            joins:
              - {with: my_customers, on: user_id}
              - {with: my_stores, on: region}
          my_customers: {kind: own, columns: {user_id: text, segment: text, guess: double}}
          my_stores: {kind: own, columns: {region: text, kind: text, stores: integer}}
        """);

    private static final PolicyDocument CELLS = PolicyDocument.parse("cells", """
        policy: 1
        tables:
          spend:
            kind: cells
            columns: {region: text, Month: integer, contributors: integer, 금액: integer}
        """);

    private static final Schema SPEND = new Schema(
            "spend",
            List.of(
                    Column.dimension("region", ColumnType.TEXT, List.of("Seoul", "Busan", "O'Hare")),
                    Column.dimension("Month", ColumnType.INTEGER, List.of("7", "8")),
                    noisy("contributors", Role.COUNT),
                    noisy("금액", Role.MEASURE)));

    private static Engine engine;

    private static Column noisy(String name, Role role) {
        return new Column(
                name,
                role,
                ColumnType.INTEGER,
                Optional.of("KRW"),
                List.of(),
                Optional.empty(),
                Optional.of(Rational.of(4)));
    }

    @BeforeAll
    static void start() {
        engine = Engine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    /// `¦` is the caret.
    private static List<Suggestion> at(PolicyDocument policy, String text) {
        return new Completions(policy, List.of(SPEND)).at(text.replace("¦", ""), text.indexOf('¦'));
    }

    private static List<String> texts(PolicyDocument policy, String text) {
        return at(policy, text).stream().map(Suggestion::text).toList();
    }

    private static List<Finding> against(PolicyDocument policy, String sql) {
        return switch (new Decisions(policy).decide(new StatementReader(engine.sqlText()).read(sql))) {
            case Decision.Refuse refuse -> refuse.findings();
            case Decision.Allow ignored -> List.of();
            case Decision.Filter ignored -> List.of();
            case Decision.Warn ignored -> List.of();
        };
    }

    /// Whether a reason stands against what lies in this stretch, and not against a larger whole.
    private static boolean isAgainst(Finding finding, int from, int to) {
        return finding.place().length() > 0
                && finding.place().start() >= from
                && finding.place().start() + finding.place().length() <= to;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ¦ FROM txn GROUP BY ALL",
                "SELECT DISTINCT ¦ FROM txn",
                "SELECT region, ¦ FROM txn GROUP BY region",
                "SELECT region, 1 + ¦ FROM txn GROUP BY region",
                "SELECT region, sum(¦) FROM txn GROUP BY region",
                "SELECT avg(¦) FROM txn",
                "SELECT count(DISTINCT ¦) FROM txn",
                "SELECT round(¦) FROM txn GROUP BY ALL",
                "SELECT count(*) FROM txn WHERE ¦ IS NULL",
                "SELECT count(*) FROM txn WHERE region = 'Seoul' AND ¦ IS NOT NULL",
                "SELECT count(*) FROM txn WHERE lower(¦) = 'seoul'",
                "SELECT count(*) FROM txn WHERE (month = 7 OR ¦ IS NULL)",
                "SELECT region, count(*) FROM txn GROUP BY region, ¦",
                "SELECT count(*) FROM txn GROUP BY ¦",
                "SELECT region FROM txn GROUP BY region HAVING ¦ IS NOT NULL",
                "SELECT region, count(*) AS n FROM txn GROUP BY region ORDER BY ¦",
                "SELECT ¦, count(*) FROM txn t JOIN my_customers c USING (user_id) GROUP BY ALL",
                "SELECT count(*) FROM txn t JOIN my_customers c USING (user_id) WHERE ¦ IS NULL",
                "SELECT count(*) FROM txn t JOIN my_stores s USING (region) WHERE ¦ IS NULL",
                "SELECT sum(DISTINCT ¦) FROM txn JOIN my_stores USING (region)",
                "SELECT ¦ FROM (SELECT region, amount FROM txn) d GROUP BY ALL",
                "SELECT sum(¦) FROM (SELECT region, amount AS won FROM txn) d",
                "WITH d AS (SELECT region AS r, count(*) AS n FROM txn GROUP BY region) SELECT ¦ FROM d",
                "WITH d AS (SELECT region, month FROM txn) SELECT count(*) FROM d WHERE ¦ IS NULL"
            })
    void offersOfColumnsAreThoseThatAreAllowed(String text) {
        offersWhatIsAllowed(
                PEOPLE,
                text,
                List.of(
                        "user_id",
                        "region",
                        "age_band",
                        "category",
                        "month",
                        "amount",
                        "visits",
                        "segment",
                        "guess",
                        "kind",
                        "stores",
                        "r",
                        "n",
                        "won"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ¦ FROM spend",
                "SELECT region, ¦ FROM spend ORDER BY 1",
                "SELECT count(*) FROM spend WHERE ¦ IS NULL",
                "SELECT region, sum(contributors) FROM spend GROUP BY ¦, region",
                "SELECT s.region FROM spend s ORDER BY ¦",
                "SELECT count(*) FROM (SELECT region AS r, \"Month\" FROM spend) WHERE ¦ IS NULL"
            })
    void everyColumnOfCellsIsOffered(String text) {
        offersWhatIsAllowed(CELLS, text, List.of("region", "\"Month\"", "contributors", "\"금액\"", "r", "amount"));
    }

    /// Both ways: nothing that is offered is refused for itself, nothing that is allowed is missing.
    private static void offersWhatIsAllowed(PolicyDocument policy, String text, List<String> columns) {
        int caret = text.indexOf('¦');
        var sql = text.replace("¦", "");
        var offered = at(policy, text);
        assertFalse(offered.isEmpty(), text);
        for (var suggestion : offered) {
            if (suggestion.kind() != Suggestion.Kind.KEYWORD
                    && !suggestion.text().endsWith("(")) {
                var with = suggestion.in(sql);
                var against = against(policy, with).stream()
                        .filter(finding -> isAgainst(
                                finding, caret, caret + suggestion.text().length()))
                        .toList();
                assertEquals(List.of(), against, with);
            }
        }
        var texts = offered.stream().map(Suggestion::text).toList();
        for (var column : columns) {
            var with = sql.substring(0, caret) + column + sql.substring(caret);
            boolean again =
                    sql.contains("GROUP BY " + column) || (text.contains("sum(DISTINCT") && column.equals("kind"));
            assertTrue(again || !against(policy, with).isEmpty() || texts.contains(column), with + " " + texts);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT count(*) FROM txn WHERE region = ¦ | 'Seoul','Busan','제주'",
                "SELECT count(*) FROM txn WHERE region IN ('Seoul', ¦) | 'Seoul','Busan','제주'",
                "SELECT count(*) FROM txn WHERE region NOT IN (¦ | 'Seoul','Busan','제주'",
                "SELECT count(*) FROM txn WHERE month BETWEEN 7 AND ¦ | 7,8,9",
                "SELECT count(*) FROM txn WHERE region = 'S¦ | 'Seoul'",
                "SELECT count(*) FROM txn WHERE amount > ¦ | -",
                "SELECT count(*) FROM txn WHERE category = ¦ | -",
                "SELECT c¦ FROM txn | category,count(*),count(DISTINCT user_id)",
                "SELECT region, sum(v¦) FROM txn GROUP BY region | visits",
                "SELECT count(¦ | *,DISTINCT",
                "SELECT count(*) FROM t¦ | txn",
                "SELECT count(*) FROM txn JOIN ¦ | my_customers,my_stores",
                "SELECT count(*) FROM txn t JOIN my_customers c ¦ | ON,USING",
                "SELECT count(*) FROM txn t JOIN my_customers c ON ¦ | t.user_id = c.user_id",
                "SELECT count(*) FROM txn t JOIN my_stores s USING (¦ | region",
                "SELECT count(*) FROM txn LEFT¦ | -",
                "SELECT count(*) FROM txn JOIN my_customers c USING (user_id) JOIN ¦ | my_stores",
                "SELECT t.a¦ FROM txn t JOIN my_customers c USING (user_id) | age_band",
                "SELECT -- ¦ | -",
                "SELECT 'it is ¦ done' FROM txn | -",
                "SELECT count(*) FROM txn WHERE month = 7¦ | -",
                "¦ | SELECT,WITH,FROM",
                "SELECT region FROM txn GROUP BY region ¦ | HAVING,ORDER BY,LIMIT"
            })
    void offersOverPeople(String text, String expected) {
        assertEquals(
                expected.equals("-") ? List.of() : List.of(expected.split(",")), texts(PEOPLE, text.strip()), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT count(*) FROM spend WHERE region = ¦ | 'Seoul','Busan','O''Hare'",
                "SELECT count(*) FROM spend WHERE region = 'o¦ | 'O''Hare'",
                "SELECT sum(¦) FROM spend WHERE 1 = 1 | \"Month\",contributors,\"금액\"",
                "SELECT 금¦ FROM spend | \"금액\"",
                "SELECT \"M¦ FROM spend | \"Month\"",
                "SELECT \"r¦ FROM spend | \"region\"",
                "SELECT r¦ | region,round(",
                "SELECT a.r¦ FROM spend a | region",
                "SELECT a.con¦ FROM spend a JOIN spend b USING (region) | contributors"
            })
    void offersOverCells(String text, String expected) {
        var offered = texts(CELLS, text.strip());
        assertEquals(
                List.of(expected.strip().split(",(?! )")),
                offered.subList(0, Math.min(offered.size(), expected.split(",").length)),
                text);
    }

    @Test
    void namesThatTwoTablesHaveAreQualified() {
        assertTrue(texts(CELLS, "SELECT ¦ FROM spend a JOIN spend b USING (region)")
                .contains("a.contributors"));
    }

    @Test
    void aRunOfFirstOffersIsAnAllowedQuestion() {
        var sql = "SELECT ";
        for (var step :
                List.of("region", "count(*)", "FROM", "txn", "WHERE", "month", "=", "8", "GROUP BY", "region")) {
            var typed = sql;
            var next = new Completions(PEOPLE, List.of())
                    .at(typed, typed.length()).stream()
                            .filter(offer -> offer.text().equals(step))
                            .findFirst();
            assertTrue(next.isPresent(), sql + "¦ " + step);
            sql = next.get().in(sql) + (step.equals("region") && !sql.contains("FROM") ? ", " : " ");
        }
        assertEquals(List.of(), against(PEOPLE, sql), sql);
    }

    @Test
    void anyTextAtAnyCaretIsAnswered() {
        var pieces = List.of(
                "SELECT",
                "FROM",
                "txn",
                "(",
                ")",
                ",",
                "'a",
                "'b'",
                "\"c",
                "--x\n",
                "/*",
                "WITH",
                "x",
                "AS",
                "JOIN",
                "GROUP",
                "BY",
                ".",
                "=",
                "IN",
                "BETWEEN",
                "AND",
                "7",
                "my_customers",
                "ON",
                "USING",
                ";",
                "é한🙂",
                "count");
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var words = new ArrayList<String>();
            for (int i = random.nextInt(25); i > 0; i--) {
                words.add(pieces.get(random.nextInt(pieces.size())));
            }
            var text = String.join(random.nextBoolean() ? " " : "", words);
            int caret = random.nextInt(text.length() + 1);
            for (var suggestion : new Completions(PEOPLE, List.of(SPEND)).at(text, caret)) {
                assertEquals(caret, suggestion.from() + suggestion.length(), "seed " + seed);
                assertFalse(suggestion.in(text).isBlank());
            }
        }
    }
}
