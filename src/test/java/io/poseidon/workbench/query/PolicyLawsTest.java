package io.poseidon.workbench.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Statement;
import io.poseidon.workbench.policy.decide.Decisions;
import io.poseidon.workbench.policy.tree.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Laws that hold for every question, over our own worked cases.
final class PolicyLawsTest {

    private record Case(String policy, String sql) {}

    private static final Path FOLDER = Path.of("src/test/resources/io/poseidon/workbench/query");
    private static final Map<String, Decisions> DECISIONS = new HashMap<>();
    private static final List<Case> CASES = new ArrayList<>();
    private static Engine engine;
    private static StatementReader reader;

    @BeforeAll
    static void start() throws IOException {
        engine = Engine.start();
        reader = new StatementReader(engine.sqlText());
        var json = new ObjectMapper();
        for (var line : Files.readAllLines(FOLDER.resolve("cases.jsonl"))) {
            var item = json.readTree(line);
            if (!item.path("rule").asText().matches("SYNTAX|LIMIT")) {
                CASES.add(
                        new Case(item.path("policy").asText(), item.path("sql").asText()));
            }
        }
        for (var name : List.of("people", "cells")) {
            DECISIONS.put(name, new Decisions(PolicyDocument.read(FOLDER.resolve(name + ".yaml"))));
        }
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    private static String decision(Case item, String sql) {
        return switch (DECISIONS.get(item.policy()).decide(reader.read(sql))) {
            case Decision.Refuse refuse -> "refuse " + refuse.rule();
            case Decision.Allow allow -> "allow";
            case Decision.Filter filter -> "filter";
            case Decision.Warn warn -> "warn";
        };
    }

    /// Over every third case: the kinds stand together, so each is there.
    private static void unchangedBy(UnaryOperator<String> paraphrase) {
        var wrong = new ArrayList<String>();
        for (int i = 0; i < CASES.size(); i += 3) {
            var item = CASES.get(i);
            var before = decision(item, item.sql());
            var after = decision(item, paraphrase.apply(item.sql()));
            if (!before.equals(after)) {
                wrong.add(before + " / " + after + ": " + paraphrase.apply(item.sql()));
            }
        }
        assertEquals(List.of(), wrong, String.join("\n", wrong));
    }

    /// Changes what stands outside of quotes.
    private static String outside(String sql, UnaryOperator<String> change) {
        var out = new StringBuilder();
        int at = 0;
        while (at < sql.length()) {
            int quote = at;
            while (quote < sql.length() && sql.charAt(quote) != '\'' && sql.charAt(quote) != '"') {
                quote++;
            }
            out.append(change.apply(sql.substring(at, quote)));
            int end = quote < sql.length() ? sql.indexOf(sql.charAt(quote), quote + 1) : -1;
            at = end < 0 ? sql.length() : end + 1;
            out.append(sql, quote, at);
        }
        return out.toString();
    }

    @Test
    void layoutAndCommentsChangeNothing() {
        unchangedBy(sql -> "-- a note\n" + outside(sql, part -> part.replace(" ", " /* ; DROP */\n\t ")) + " ;");
    }

    @Test
    void caseChangesNothing() {
        unchangedBy(sql -> outside(sql, part -> part.toUpperCase(Locale.ROOT)));
        unchangedBy(sql -> outside(sql, part -> part.toLowerCase(Locale.ROOT)));
    }

    /// The canonical text is read as the same question: what runs is what was decided.
    @Test
    void whatIsWrittenBackIsDecidedAlike() {
        unchangedBy(sql -> {
            if (!(reader.read(sql) instanceof Statement.Understood understood)
                    || sql.toUpperCase(Locale.ROOT).matches("(?s).*(PIVOT|RECURSIVE|SAMPLE|\\bAT \\().*")) {
                return sql;
            }
            return Sql.of(understood.query());
        });
    }

    @Test
    void outerParenthesesChangeNothing() {
        unchangedBy(sql -> sql.startsWith("SELECT") && !sql.contains(";") ? "((" + sql + "))" : sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "region = 'Seoul' AND month = 7",
                "month = 7 AND region = 'Seoul'",
                "((month) = (7)) AND (((region) = ('Seoul')))",
                "region IN ('Seoul') AND month BETWEEN 7 AND 7",
                "NOT (region <> 'Seoul' OR month <> 7)",
                "region || '' = 'Seoul' AND month + 0 = 7",
                "CASE WHEN region = 'Seoul' THEN month = 7 ELSE false END"
            })
    void equivalentConditionsAreDecidedAlike(String condition) {
        for (var form : List.of(
                "SELECT age_band, SUM(amount) FROM txn WHERE %s GROUP BY age_band",
                "SELECT t.age_band AS a, SUM(t.amount) AS s FROM txn AS t WHERE %s GROUP BY a",
                "WITH x AS (SELECT * FROM txn WHERE %s) SELECT age_band, SUM(amount) FROM x GROUP BY ALL",
                "SELECT g, SUM(m) FROM (SELECT age_band, amount, region, month FROM txn) AS q(g, m, region, month)"
                        + " WHERE %s GROUP BY g",
                "WITH x AS (SELECT age_band, SUM(amount) AS s FROM txn WHERE %s GROUP BY 1) SELECT * FROM x")) {
            var sql = form.formatted(condition);
            assertEquals("filter", decision(new Case("people", sql), sql), sql);
        }
    }

    @Test
    void aStricterPolicyAllowsNothingMore() throws IOException {
        var text = Files.readString(FOLDER.resolve("people.yaml"));
        for (var stricter : List.of(
                text.replace("aggregates: [count, count_distinct_identity, sum, avg]", "aggregates: [count]"),
                text.replace("literals: [region, age_band, category, month]", "literals: [region]"),
                text.replace("minimumCohort: 50", "minimumCohort: 500"),
                text.replace("      - {with: my_customers, on: user_id}\n", ""),
                text.replace("      points: {min: -100, max: 100}\n", ""))) {
            var strict = new Decisions(PolicyDocument.parse("strict.yaml", stricter));
            for (var item : CASES) {
                boolean refused = decision(item, item.sql()).startsWith("refuse");
                if (item.policy().equals("people") && refused) {
                    assertInstanceOf(Decision.Refuse.class, strict.decide(reader.read(item.sql())), item.sql());
                }
            }
        }
    }

    @Test
    void hostileTextsAreRefusedInBoundedTime() {
        var texts = List.of(
                "(".repeat(1_000_000),
                "SELECT " + "(".repeat(90) + "1",
                "SELECT 1" + " + 1".repeat(20_000),
                "SELECT COUNT(*) FROM txn WHERE " + "NOT ".repeat(5_000) + "true",
                "SELECT " + "a.".repeat(2_000) + "b FROM txn",
                "SELECT '" + "\0".repeat(10),
                "SELECT \ud83d FROM txn",
                "SELECT * FROM \"../../../etc/passwd\"",
                "SELECT * FROM \"C:\\x\"",
                "SELECT 이름, \"😀\" FROM 거래",
                "SELECT COUNT(*) FROM \"txn\"\"; DROP TABLE txn; --\"",
                "/* never closed SELECT COUNT(*) FROM txn",
                "$$ never closed",
                ";".repeat(50_000),
                doubling());
        for (var sql : texts) {
            for (var decisions : DECISIONS.values()) {
                assertInstanceOf(Decision.Refuse.class, decisions.decide(reader.read(sql)), () -> head(sql));
            }
        }
        assertTrue(texts.size() > 10);
    }

    /// Each named query doubles the one before: two to the sixtieth parts once written out.
    private static String doubling() {
        var sql = new StringBuilder("WITH c0 AS (SELECT region AS r FROM txn)");
        for (int i = 1; i < 60; i++) {
            sql.append(", c")
                    .append(i)
                    .append(" AS (SELECT r || r AS r FROM c")
                    .append(i - 1)
                    .append(")");
        }
        return sql.append(" SELECT r, COUNT(*) FROM c59 GROUP BY r").toString();
    }

    private static String head(String sql) {
        return sql.substring(0, Math.min(80, sql.length()));
    }
}
