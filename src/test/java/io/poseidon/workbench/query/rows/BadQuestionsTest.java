package io.poseidon.workbench.query.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Explanations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a shard says to texts it will not answer, with people's values at hand: one of few sentences, none of which
/// holds a value.
final class BadQuestionsTest extends OverRows {

    private static final String PERSON = "canary77";
    private static final long AMOUNT = 98_761;
    private static final Path CORPUS = Path.of("src/test/resources/io/poseidon/workbench/query/bad-input.jsonl");

    @Test
    void noErrorTellsAValueAndRefusedTextsAreFree() throws IOException {
        var shop = Shop.random(21, 60);
        shop.rows.add(new Shop.Row(PERSON, "Jeju", "70+", "jewelry", 9, AMOUNT));
        var codes = new HashSet<String>();
        try (var answers = shop.open(engine, folder)) {
            for (var sql : texts()) {
                var before = spent(answers);
                var said = said(answers, sql, codes);
                assertFalse(said.contains(PERSON) || said.contains(String.valueOf(AMOUNT)), sql + "\n" + said);
                if (said.startsWith("refused")) {
                    assertEquals(before, spent(answers), sql);
                }
            }
        }
        codes.removeAll(Set.of("answer-failed"));
        assertEquals(Set.of(), codes, "one code for whatever fails after the reservation");
    }

    /// The texts of the corpus, and casts and overflows over released numbers, where the engine itself fails.
    private static List<String> texts() throws IOException {
        var json = new ObjectMapper();
        var texts = new ArrayList<String>();
        for (var line : Files.readAllLines(CORPUS)) {
            texts.add(json.readTree(line).path("sql").asText());
        }
        texts.add("SELECT CAST(SUM(amount) AS TINYINT) FROM txn");
        texts.add("SELECT CAST(region AS INTEGER) FROM (SELECT region, SUM(amount) FROM txn GROUP BY region)");
        texts.add("SELECT SUM(amount) * 9223372036854775807 * 9223372036854775807 * 9223372036854775807 FROM txn");
        texts.add("SELECT sqrt(-SUM(amount)) FROM txn");
        texts.addAll(ATTEMPTS);
        return texts;
    }

    /// What an attacker tries to make the engine speak, or to slip past the decision.
    private static final List<String> ATTEMPTS = List.of(
            "SELECT COUNT(*) FROM txn WHERE CASE WHEN category = 'jewelry' THEN 1 / (month - 7) ELSE 1 END > 0",
            "SELECT MAX(c) FROM (SELECT category, COUNT(*) AS c FROM txn GROUP BY category)"
                    + " WHERE CAST(category AS INTEGER) = 1",
            "SELECT region, COUNT(*) FROM txn GROUP BY region ORDER BY CAST(region AS INTEGER)",
            "SELECT region, MIN(COUNT(*)) OVER () FROM txn GROUP BY region QUALIFY CAST(region AS INTEGER) > 1",
            "SELECT list_sum(range(CAST(COUNT(*) AS BIGINT) * 1000000000)) FROM txn",
            "SELECT format('{:d}', region), COUNT(*) FROM txn GROUP BY region",
            "SELECT strftime(COUNT(*), '%Q') FROM txn",
            "SELECT json_extract('{', '$'), COUNT(*) FROM txn",
            "SELECT COUNT(*) FROM txn LIMIT -1",
            "SELECT COUNT(*) FROM txn LIMIT (SELECT COUNT(*) FROM txn)",
            "SELECT COUNT(*) FROM txn WHERE substr(category, -9223372036854775808, 1) = 'a'",
            "SELECT COUNT(*) FROM txn WHERE category COLLATE foo = 'a'",
            "SELECT SUM(amount) FROM txn HAVING SUM(amount) > (SELECT MAX(amount) FROM txn)",
            "SELECT COUNT(*) AS amount FROM txn HAVING amount > 5",
            "SELECT COUNT(*) FROM txn, (SELECT 1) x",
            "SELECT COUNT(*) FROM txn, (VALUES ('Jeju')) v(region) WHERE txn.region = v.region",
            "SELECT t FROM txn t",
            "SELECT COUNT(txn) FROM txn",
            "SELECT COUNT(*) FROM raw",
            "SELECT * FROM released_0",
            "SELECT COUNT(*) FROM 'txn.parquet'",
            "SELECT (SELECT COUNT(*) FROM duckdb_settings()), COUNT(*) FROM txn");

    @Test
    void aJoinThatIsNotDeclaredIsSaidToBeOne() throws IOException {
        try (var answers = Shop.random(23, 60).open(engine, folder)) {
            var said = said(answers, "SELECT COUNT(*) FROM txn, (SELECT 1) x", new HashSet<>());
            assertTrue(said.contains("declares no join"), said);
        }
    }

    private static String said(RowAnswers answers, String sql, Set<String> codes) {
        try {
            return switch (Shop.ask(answers, sql)) {
                case RowReply.Answered answered -> "answered";
                case RowReply.Refused refused ->
                    "refused "
                            + new Explanations(Locale.ENGLISH).why(refused.decision())
                            + new Explanations(Locale.KOREAN).why(refused.decision());
            };
        } catch (Problem failed) {
            codes.add(failed.code());
            return "failed " + failed.message(Locale.ENGLISH) + failed.message(Locale.KOREAN);
        }
    }

    private static Rational spent(RowAnswers answers) {
        return Shop.ask(answers, "SELECT 1").charge().spent();
    }

    @Test
    void aShardGoesOnAfterAnyOfThem() throws IOException {
        try (var answers = Shop.random(22, 200).open(engine, folder)) {
            for (var sql :
                    List.of("(".repeat(1_000_000), "\0", "SELECT \ud83d", "DROP TABLE cells", "x".repeat(200_000))) {
                assertTrue(Shop.ask(answers, sql) instanceof RowReply.Refused);
            }
            Shop.answered(Shop.ask(answers, "SELECT COUNT(*) FROM txn"));
        }
    }
}
