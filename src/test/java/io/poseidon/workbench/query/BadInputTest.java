package io.poseidon.workbench.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Explanations;
import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.decide.Decisions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every shape of statement that the engine knows and a policy over people does not, and texts that are no SQL at all:
/// each is answered by a rule in our own words, in bounded time.
final class BadInputTest {

    /// A text and the first rule against it; empty where it may be asked after all.
    private record Bad(String sql, String rule) {}

    private static final Path FOLDER = Path.of("src/test/resources/io/poseidon/workbench/query");
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.KOREAN);

    private static Engine engine;
    private static StatementReader reader;
    private static Decisions people;
    private static Decisions cells;
    private static List<Bad> corpus;

    @BeforeAll
    static void start() throws IOException {
        engine = Engine.start();
        reader = new StatementReader(engine.sqlText());
        people = new Decisions(PolicyDocument.read(FOLDER.resolve("people.yaml")));
        cells = new Decisions(PolicyDocument.read(FOLDER.resolve("cells.yaml")));
        corpus = corpus();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    static List<String> texts() throws IOException {
        return corpus().stream().map(Bad::sql).toList();
    }

    private static List<Bad> corpus() throws IOException {
        var json = new ObjectMapper();
        var corpus = new ArrayList<Bad>();
        for (var line : Files.readAllLines(FOLDER.resolve("bad-input.jsonl"))) {
            var item = json.readTree(line);
            corpus.add(new Bad(item.path("sql").asText(), item.path("rule").asText()));
        }
        return corpus;
    }

    @Test
    void everyShapeIsRefusedByItsRule() {
        var wrong = new ArrayList<String>();
        for (var bad : corpus) {
            var decision = assertTimeoutPreemptively(LONGEST, () -> people.decide(reader.read(bad.sql())), bad.sql());
            var rule =
                    decision instanceof Decision.Refuse refuse ? refuse.rule().name() : "";
            if (!rule.equals(bad.rule())) {
                wrong.add(rule + " instead of " + bad.rule() + ": " + bad.sql());
            }
        }
        assertTrue(corpus.size() > 400);
        assertEquals(List.of(), wrong, String.join("\n", wrong));
    }

    /// Over cells much may be computed, but nothing here may be, except for what names no table.
    @Test
    void cellsAreNoWayAround() {
        for (var bad : corpus) {
            var decision = cells.decide(reader.read(bad.sql()));
            if (decision.mayRun()) {
                assertTrue(bad.sql().matches("VALUES.*|SELECT \\* FROM range.*"), bad.sql());
            }
        }
    }

    @Test
    void theCorpusMeetsEveryRuleThatATextCanBreak() {
        var met = EnumSet.noneOf(Rule.class);
        corpus.forEach(bad -> findings(bad).forEach(finding -> met.add(finding.rule())));
        var onlyWithData =
                EnumSet.of(Rule.COHORT, Rule.DOMINANCE, Rule.SPAN, Rule.BUDGET, Rule.EXPIRED, Rule.PURPOSE, Rule.LIMIT);
        assertEquals(EnumSet.complementOf(onlyWithData), met);
    }

    private static List<Finding> findings(Bad bad) {
        return people.decide(reader.read(bad.sql())) instanceof Decision.Refuse refuse ? refuse.findings() : List.of();
    }

    @Test
    void everyPlaceLiesInItsText() {
        for (var bad : corpus) {
            for (var finding : findings(bad)) {
                var place = finding.place();
                assertTrue(
                        place.start() >= 0
                                && place.length() >= 0
                                && place.start() + place.length() <= bad.sql().length(),
                        bad.sql() + " " + finding);
                assertTrue(place.line() >= 1 && place.column() >= 1, bad.sql() + " " + finding);
            }
        }
    }

    /// Another kind of statement, or a second one, is named in the asker's own word and marked.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP|DROP TABLE txn",
                "SUMMARIZE|FROM (SUMMARIZE txn)",
                "SHOW|SHOW TABLES",
                "desc|desc txn",
                "DELETE|WITH x AS (DELETE FROM txn RETURNING *) SELECT * FROM x",
                ";|SELECT COUNT(*) FROM txn; SELECT 1",
                ";|SELECT 1; DROP TABLE txn",
                ";|BEGIN; COMMIT",
                "?|SELECT COUNT(*) FROM txn WHERE region = ?",
                "$|SELECT COUNT(*) FROM txn WHERE region = $1"
            })
    void anotherStatementIsMarkedByItsWord(String example) {
        var word = example.substring(0, example.indexOf('|'));
        var sql = example.substring(example.indexOf('|') + 1);
        var refuse = assertInstanceOf(Decision.Refuse.class, people.decide(reader.read(sql)));
        var finding = refuse.findings().getFirst();
        assertEquals(Rule.STATEMENT, finding.rule());
        assertEquals(word, finding.subject());
        var place = finding.place();
        assertEquals(word, sql.substring(place.start(), place.start() + place.length()));
    }

    /// What is said is a sentence of the catalogue with a word of the asker's in it: the engine's own sentences, and
    /// values, have no way in.
    @Test
    void whatIsSaidIsOneOfFewSentences() {
        for (var language : LANGUAGES) {
            var explanations = new Explanations(language);
            var sentences = new HashSet<String>();
            for (var bad : corpus) {
                for (var finding : findings(bad)) {
                    var said = explanations.of(finding);
                    assertFalse(said.contains("Error"), said);
                    sentences.add(explanations.of(new Finding(finding.rule(), finding.place(), "·")));
                    assertTrue(isKnown(finding.subject(), bad.sql()), finding + " in " + bad.sql());
                }
            }
            assertTrue(sentences.size() <= Rule.values().length, sentences.toString());
        }
    }

    /// A subject is a word of the text, a column of the policy, or one of the names that the engine gives to operators.
    private static boolean isKnown(String subject, String sql) {
        var text = sql.toLowerCase(Locale.ROOT).replace("\"\"", "\"");
        return Arrays.stream(subject.toLowerCase(Locale.ROOT).split("[ .]"))
                .allMatch(word -> text.contains(word) || OWN_WORDS.contains(word));
    }

    private static final Set<String> OWN_WORDS = Set.of(
            "user_id",
            "amount",
            "points",
            "union_by_name",
            "inner",
            "cross",
            "regular",
            "regexp_full_match",
            "list_value",
            "struct_pack",
            "array_agg",
            "quantile_cont",
            "lambda",
            "tinyint",
            "integer",
            "double",
            "columns",
            "depth",
            "length",
            "max",
            "row",
            "timezone",
            "trunc",
            "to_days",
            "collate",
            "list_filter",
            "list_transform",
            "statement");

    /// Seeded rubbish: pieces of the corpus put together, cut, doubled and with bytes changed.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rubbishIsDecidedToo(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            var sql = rubbish(random);
            assertTimeoutPreemptively(LONGEST, () -> people.decide(reader.read(sql)), "seed " + seed + ": " + sql);
        }
    }

    private static String rubbish(Random random) {
        var one = corpus.get(random.nextInt(corpus.size())).sql();
        var other = corpus.get(random.nextInt(corpus.size())).sql();
        return switch (random.nextInt(4)) {
            case 0 ->
                one.substring(0, random.nextInt(one.length() + 1))
                        + other.substring(random.nextInt(other.length() + 1));
            case 1 -> "SELECT * FROM (" + one + ") AS a JOIN (" + other + ") AS b USING (region)";
            case 2 -> {
                var bytes = one.getBytes(StandardCharsets.UTF_8);
                for (int i = 0; bytes.length > 0 && i < 3; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                yield new String(bytes, StandardCharsets.UTF_8);
            }
            default -> "WITH a AS (" + one + "), b AS (" + other + ") SELECT COUNT(*) FROM a, b, txn";
        };
    }
}
