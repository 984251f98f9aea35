package io.poseidon.workbench.query.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.ledger.LedgerEntry;
import io.poseidon.workbench.policy.ledger.PrivacyLedger;
import io.poseidon.workbench.query.rows.RandomQuestions.Asked;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Laws of answers over rows, on random people and random questions.
final class RowLawsTest extends OverRows {

    /// With so much budget that the noise is nearly nothing, so that the true numbers can be held to the rules.
    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void everyShownGroupHasTheCohortAndNobodyDominatesIt(long seed) throws IOException {
        var shop = Shop.random(seed, 500);
        shop.budget = "{rho: 10000000, perNumber: 50000, perQuery: 1000000, allBuyers: 10000000, delta: 1e-9}";
        shop.extra = "dominance: {top1: 0.6, top2: 0.8}";
        shop.rows.add(new Shop.Row("whale", "Jeju", "70+", "cafe", 8, 100_000));
        var questions = new RandomQuestions(seed);
        int shown = 0;
        try (var answers = shop.open(engine, folder)) {
            for (int i = 0; i < 15; i++) {
                var asked = questions.next();
                if (Shop.ask(answers, asked.sql()) instanceof RowReply.Answered answered) {
                    for (var row : answered.rows()) {
                        assertAllowed(shop, asked, row, seed);
                        shown++;
                    }
                }
            }
        }
        assertTrue(shown > 20, "seed " + seed + " showed " + shown);
    }

    private static void assertAllowed(Shop shop, Asked asked, List<Optional<Object>> row, long seed) {
        Map<String, Long> totals = new HashMap<>();
        shop.rows.stream()
                .filter(asked.filter())
                .filter(person -> isIn(person, asked.groups(), row))
                .forEach(person -> totals.merge(person.person(), person.amount(), Long::sum));
        var parts = totals.values().stream()
                .mapToLong(total -> Math.min(total, 100_000))
                .sorted()
                .toArray();
        var what = "seed " + seed + ": " + asked.sql() + " " + row;
        assertTrue(parts.length >= shop.cohort, what + " has " + parts.length + " people");
        long sum = Arrays.stream(parts).sum();
        assertTrue(parts[parts.length - 1] <= 0.6 * sum, what);
        assertTrue(parts[parts.length - 1] + parts[parts.length - 2] <= 0.8 * sum, what);
        assertEquals((double) parts.length, ((Number) row.get(row.size() - 2).orElseThrow()).doubleValue(), 2, what);
    }

    private static boolean isIn(Shop.Row person, List<String> groups, List<Optional<Object>> row) {
        for (int i = 0; i < groups.size(); i++) {
            if (!RandomQuestions.of(person, groups.get(i))
                    .equals(String.valueOf(row.get(i).orElseThrow()))) {
                return false;
            }
        }
        return true;
    }

    /// By exact fractions, which the shard does not use.
    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void noPrefixOfAnAcceptedHistoryOpensACellNotEvenWithOneOutsideFact(long seed) throws IOException {
        var shop = Shop.random(seed, 700);
        var questions = new RandomQuestions(seed);
        int refused = 0;
        try (var answers = shop.open(engine, folder)) {
            for (int i = 0; i < 25; i++) {
                refused += Shop.ask(answers, questions.next().sql()) instanceof RowReply.Refused ? 1 : 0;
            }
        }
        assertTrue(refused > 0, "some question would have opened a cell, seed " + seed);
        try (var ledger = PrivacyLedger.open(folder.resolve("state"))) {
            var history = new ExactSpan(81);
            for (var entry : ledger.entries()) {
                if (entry.kind() == LedgerEntry.Kind.RELEASED) {
                    entry.groups().forEach(set -> history.learn(set.toBits()));
                    assertEquals(Set.of(), history.opened(), "seed " + seed + " after " + entry.question());
                }
            }
            assertTrue(history.rank() > 5, "seed " + seed);
        }
    }

    /// The judge of the law above does see what is open.
    @Test
    void theExactSpanSeesAnOpenCellAndAnOpenPair() {
        var span = new ExactSpan(4);
        span.learn(set(0, 1, 2));
        span.learn(set(0, 1, 3));
        assertEquals(Set.of(set(2, 3)), span.opened(), "one of the two gives the other away");
        span.learn(set(2));
        assertEquals(Set.of(set(3), set(0, 1)), span.opened());
    }

    private static BitSet set(int... cells) {
        var set = new BitSet();
        Arrays.stream(cells).forEach(set::set);
        return set;
    }

    /// In each form in which an answer leaves: the text and the document of the command line.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void emptyAndSuppressedAreTheSameBytes(boolean json) throws IOException {
        var empty = Shop.lacking("Jeju", 51, 200);
        var few = Shop.lacking("Jeju", 51, 200);
        few.rows.add(new Shop.Row("solo", "Jeju", "70+", "cafe", 7, 40_000));
        few.rows.add(new Shop.Row("duo", "Jeju", "70+", "cafe", 7, 90_000));
        assertArrayEquals(printed(empty, "a", json), printed(few, "b", json));
    }

    private byte[] printed(Shop shop, String name, boolean json) throws IOException {
        var own = Files.createDirectory(folder.resolve(name));
        var policy = Files.writeString(own.resolve("policy.yaml"), shop.policyText());
        var out = new StringWriter();
        var arguments = new ArrayList<>(List.of(
                "query",
                "--shard",
                shop.data(own).toString(),
                "--policy",
                policy.toString(),
                "--state",
                own.resolve("state").toString(),
                "SELECT region, category, COUNT(*), SUM(amount), AVG(amount) FROM txn WHERE region = 'Jeju'"
                        + " GROUP BY ALL"));
        if (json) {
            arguments.add("--json");
        }
        assertEquals(
                0, Main.run(new PrintWriter(out), new PrintWriter(System.err, true), arguments.toArray(String[]::new)));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Never before the beat, whatever the question and its answer: faster work is not seen.
    @Test
    void nothingLeavesBeforeTheBeat() throws IOException {
        var shop = Shop.random(52, 100);
        var beat = Duration.ofMillis(120);
        var timing = new Timing(Clock.systemUTC(), beat);
        try (var answers = RowAnswers.open(engine, shop.policy(), shop.data(folder), folder.resolve("state"), timing)) {
            for (var sql : List.of(
                    "SELECT COUNT(*) FROM txn WHERE region = 'Jeju'",
                    "SELECT amount FROM txn",
                    "no question at all",
                    "SELECT COUNT(*) FROM txn WHERE region = 'Jeju'")) {
                long start = System.nanoTime();
                answers.answer("buyer", sql, Progress.NONE);
                assertTrue(System.nanoTime() - start >= beat.toNanos(), sql);
            }
        }
    }
}
