package io.poseidon.workbench.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.Shared;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.decide.Decisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every published worked case in other words: the decision stays.
final class ParaphrasesTest {

    private record Case(String policy, String sql) {}

    private static final Pattern TABLE =
            Pattern.compile("(?i)\\b(FROM|JOIN|,)(\\s+)(txn|spend|my_customers)\\b(?!\\s*\\()");
    private static final Pattern EQUALITY = Pattern.compile("(?<![\\w.(])((?:\\w+\\.)?\\w+)\\s*=\\s*('[^']*'|\\d+\\b)");
    private static final Pattern CONJUNCTION = Pattern.compile(
            "(?i)WHERE ((?:(?!BETWEEN|CASE|EXCEPT|EXISTS).)+?) AND ((?:(?!BETWEEN|CASE|GROUP|ORDER|EXCEPT|\\)).)+?)"
                    + "(?= GROUP| ORDER|\\)|$)");

    /// How a text is said otherwise; `keepsRule` where even the first reason must be the same.
    private enum Paraphrase {
        LAYOUT(true, sql -> "/* a */\n" + outside(sql, part -> part.replace(" ", "\n\t -- b ;\n ")) + "\n;"),
        COMMENTS(true, sql -> outside(sql, part -> part.replace(" ", " /* '; DROP TABLE txn */ ")) + " -- end"),
        UPPER_CASE(true, sql -> outside(sql, part -> part.toUpperCase(Locale.ROOT))),
        LOWER_CASE(true, sql -> outside(sql, part -> part.toLowerCase(Locale.ROOT))),
        QUOTED_NAMES(
                true, sql -> outside(sql, part -> part.replaceAll("\\b(region|age_band|amount|user_id)\\b", "\"$1\""))),
        PARENTHESES(true, sql -> sql.startsWith("SELECT") ? "((" + sql + "))" : sql),
        NESTED_CONDITION(
                true,
                sql -> sql.startsWith("WITH")
                        ? sql
                        : sql.replaceAll("(?s)WHERE (.+?)(?= GROUP BY| EXCEPT|$)", "WHERE (($1))")),
        TABLE_ALIAS(
                true,
                sql -> sql.contains("txn t") || sql.contains("spend s") || sql.contains("my_customers c")
                        ? sql
                        : replace(
                                TABLE,
                                sql,
                                found -> found.group(1) + found.group(2) + found.group(3) + " AS " + found.group(3))),
        DERIVED_TABLE(
                false,
                sql -> replace(
                        TABLE,
                        sql,
                        found -> found.group(1) + found.group(2) + "(SELECT * FROM " + found.group(3) + ")"
                                + alias(sql, found))),
        EXTRACTED_CTE(
                false,
                sql -> sql.startsWith("SELECT")
                        ? with(sql)
                                + replace(
                                        TABLE,
                                        sql,
                                        found -> found.group(1) + found.group(2) + "x_" + found.group(3)
                                                + alias(sql, found))
                        : sql),
        OUTER_QUERY(false, sql -> sql.startsWith("SELECT") ? "WITH answer AS (" + sql + ") SELECT * FROM answer" : sql),
        OUTER_DERIVED(false, sql -> sql.startsWith("SELECT") ? "SELECT * FROM (" + sql + ") AS answer" : sql),
        REORDERED(
                true, sql -> replace(CONJUNCTION, sql, found -> "WHERE " + found.group(2) + " AND " + found.group(1))),
        TURNED_ROUND(false, sql -> replace(EQUALITY, sql, found -> found.group(2) + " = " + found.group(1))),
        AS_LIST(false, sql -> replace(EQUALITY, sql, found -> found.group(1) + " IN (" + found.group(2) + ")")),
        AS_RANGE(
                false,
                sql -> replace(
                        EQUALITY,
                        sql,
                        found -> found.group(1) + " BETWEEN " + found.group(2) + " AND " + found.group(2))),
        AS_NEGATION(
                false,
                sql -> replace(EQUALITY, sql, found -> "(NOT (" + found.group(1) + " <> " + found.group(2) + "))")),
        WITH_TRUTH(
                false,
                sql -> sql.startsWith("WITH")
                        ? sql
                        : sql.replaceAll("(?s)WHERE (.+?)(?= GROUP BY| EXCEPT|$)", "WHERE true AND ($1) AND 1 = 1"));

        private final boolean keepsRule;
        private final UnaryOperator<String> change;

        Paraphrase(boolean keepsRule, UnaryOperator<String> change) {
            this.keepsRule = keepsRule;
            this.change = change;
        }
    }

    private static final List<Case> CASES = new ArrayList<>();
    private static final Map<String, Decisions> DECISIONS = new HashMap<>();
    private static Engine engine;
    private static StatementReader reader;

    @BeforeAll
    static void start() throws IOException {
        engine = Engine.start();
        reader = new StatementReader(engine.sqlText());
        var folder = Shared.path("vectors/policy");
        var json = new ObjectMapper();
        for (var line : Files.readAllLines(folder.resolve("cases.jsonl"))) {
            var item = json.readTree(line);
            var policy = item.path("policy").asText();
            CASES.add(new Case(policy, item.path("sql").asText()));
            DECISIONS.computeIfAbsent(
                    policy, name -> new Decisions(PolicyDocument.read(folder.resolve(Path.of(name + ".yaml")))));
        }
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @ParameterizedTest
    @EnumSource(Paraphrase.class)
    void theDecisionStays(Paraphrase paraphrase) {
        var wrong = new ArrayList<String>();
        int changed = 0;
        for (var item : CASES) {
            var said = paraphrase.change.apply(item.sql());
            changed += said.equals(item.sql()) ? 0 : 1;
            var before = decision(item.policy(), item.sql(), paraphrase.keepsRule);
            var after = decision(item.policy(), said, paraphrase.keepsRule);
            if (!before.equals(after)) {
                wrong.add(before + " / " + after + ": " + said);
            }
        }
        assertTrue(changed > 0, "it changes some case");
        assertEquals(List.of(), wrong, String.join("\n", wrong));
    }

    private static String decision(String policy, String sql, boolean withRule) {
        return switch (DECISIONS.get(policy).decide(reader.read(sql))) {
            case Decision.Refuse refuse -> withRule ? "refuse " + refuse.rule() : "refuse";
            case Decision.Allow allow -> "allow";
            case Decision.Filter filter -> "filter";
            case Decision.Warn warn -> "warn";
        };
    }

    private static String replace(
            Pattern pattern, String sql, java.util.function.Function<MatchResult, String> change) {
        return pattern.matcher(sql).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(change.apply(found)));
    }

    /// The table's own name where the text gives none.
    private static String alias(String sql, MatchResult found) {
        var rest = sql.substring(found.end());
        boolean named = rest.matches(
                "(?is)\\s+(AS\\s+)?(?!(WHERE|GROUP|ORDER|LIMIT|USING|ON|JOIN|LEFT|POSITIONAL|EXCEPT)\\b)\\w+.*");
        return named ? "" : " AS " + found.group(3);
    }

    private static String with(String sql) {
        var tables = TABLE.matcher(sql)
                .results()
                .map(found -> found.group(3))
                .distinct()
                .toList();
        return tables.isEmpty()
                ? ""
                : "WITH "
                        + String.join(
                                ", ",
                                tables.stream()
                                        .map(table -> "x_" + table + " AS (SELECT * FROM " + table + ")")
                                        .toList())
                        + " ";
    }

    /// Changes what stands outside of single quotes.
    private static String outside(String sql, UnaryOperator<String> change) {
        var parts = sql.split("(?=')|(?<=')", -1);
        var out = new StringBuilder();
        boolean quoted = false;
        for (var part : parts) {
            boolean mark = part.equals("'");
            quoted ^= mark;
            out.append(mark || quoted ? part : change.apply(part));
        }
        return out.toString();
    }
}
