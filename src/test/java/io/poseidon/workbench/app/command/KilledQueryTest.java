package io.poseidon.workbench.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.ledger.LedgerEntry;
import io.poseidon.workbench.policy.ledger.PrivacyLedger;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that answers as a shard at random instants (SIGKILL) and looks at its privacy ledger. The number of
/// kills is the system property `poseidon.kills`.
final class KilledQueryTest {

    private static final int KILLS = Integer.getInteger("poseidon.kills", 4);
    private static final long SEED = 404;
    private static final String POLICY = """
        policy: 1
        tables:
          txn:
            kind: rows
            identity: user_id
            dimensions:
              region: {type: text, values: [Seoul, Busan, Jeju], static: true}
              month: {type: integer, values: [7, 8, 9]}
            measures: {amount: {min: 0, max: 1000}}
            aggregates: [count, count_distinct_identity, sum, avg]
            literals: [region, month]
            minimumCohort: 20
            maximumGroupsPerContributor: 9
            maximumRowsPerContributorAndGroup: 5
        budget: {rho: 1000, perNumber: 0.5, perQuery: 10, allBuyers: 1000, delta: 1e-9}
        """;

    @TempDir
    Path folder;

    private final Map<Integer, String> told = new HashMap<>();
    private byte[] before = new byte[0];
    private Rational spentBefore = Rational.ZERO;

    @BeforeEach
    void prepare() throws IOException {
        var random = new Random(SEED);
        var rows = new StringBuilder("user_id,region,month,amount\n");
        for (int i = 0; i < 600; i++) {
            rows.append("u%d,%s,%d,%d\n"
                    .formatted(
                            i / 3, List.of("Seoul", "Busan", "Jeju").get(i / 3 % 3), 7 + i % 3, random.nextInt(1_000)));
        }
        Files.writeString(folder.resolve("rows.csv"), rows);
        Files.writeString(folder.resolve("policy.yaml"), POLICY);
        Files.write(folder.resolve("questions.sql"), questions());
    }

    /// One that cannot be computed from what is released, and several that can.
    private static List<String> questions() {
        var questions = new ArrayList<String>();
        for (int month = 7; month <= 9; month++) {
            questions.add(
                    "SELECT region, SUM(amount) FROM txn WHERE month = " + month + " GROUP BY region ORDER BY ALL");
            questions.add("SELECT COUNT(*) FROM txn WHERE month <= " + month);
        }
        questions.add("SELECT CAST('x' || COUNT(*) AS INTEGER) FROM txn WHERE region = 'Seoul'");
        questions.add("SELECT AVG(amount), COUNT(DISTINCT user_id) FROM txn");
        return questions;
    }

    @Test
    void killedAtAnyInstantNoSpendIsLostAndNoneIsMadeTwice() throws Exception {
        var random = new SplittableRandom(SEED);
        int next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            next = askUntilKilled(next, random.nextDouble());
            check();
        }
        assertTrue(!told.isEmpty(), "some questions were answered");
        assertAnsweredAlikeForNothing();
    }

    /// Kills the process within three times the time that its first question took; tells with which it was busy.
    private int askUntilKilled(int from, double fraction) throws Exception {
        var log = folder.resolve("told.txt");
        Files.deleteIfExists(log);
        long started = System.nanoTime();
        var process = start(from, log);
        try {
            while (!Files.readString(log).contains("told ")) {
                assertTrue(process.isAlive(), Files.readString(folder.resolve("errors.txt")));
                Thread.sleep(5);
            }
            long first = (System.nanoTime() - started) / 1_000_000;
            Thread.sleep((long) (fraction * first));
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        int busy = from;
        for (var line : Files.readString(log).lines().toList()) {
            var words = line.split(" ", 5);
            busy = Integer.parseInt(words[1]);
            if (words[0].equals("told") && words.length == 5) {
                remember(busy, words);
            }
        }
        return busy;
    }

    private void remember(int question, String[] words) {
        if (!words[3].equals("-")) {
            spentBefore = spentBefore.max(Rational.parse(words[3]));
        }
        var answer = words[2] + " " + words[4];
        assertEquals(answer, told.getOrDefault(question, answer), "question " + question + ", seed " + SEED);
        told.put(question, answer);
    }

    private Process start(int from, Path log) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--") || flag.startsWith("-Djava.io"))
                .forEach(command::add);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(AskingUntilKilled.class.getName(), folder.toString(), String.valueOf(from)));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("errors.txt").toFile())
                .redirectOutput(log.toFile())
                .start();
    }

    /// Nothing that stood in the ledger is gone or changed, it opens, it holds every spend that was told, and no vector
    /// of numbers is paid for twice.
    private void check() throws IOException {
        var file = folder.resolve("state/privacy-ledger.log");
        int known = before.length;
        try (var ledger = PrivacyLedger.open(folder.resolve("state"))) {
            var spent = ledger.spentBy("local");
            assertTrue(spent.compareTo(spentBefore) >= 0, spent + " under " + spentBefore + ", seed " + SEED);
            spentBefore = spent;
            assertEquals(spent, ledger.spent());
            assertPaidOnce(ledger.entries());
        }
        var now = Files.readAllBytes(file);
        assertTrue(now.length >= known, "the ledger shrank, seed " + SEED);
        assertEquals(
                -1, Arrays.mismatch(before, 0, known, now, 0, known), "what was written has changed, seed " + SEED);
        before = now;
    }

    private static void assertPaidOnce(List<LedgerEntry> entries) {
        var vectors = new HashSet<String>();
        var questions = new HashSet<String>();
        for (var entry : entries) {
            if (entry.kind() == LedgerEntry.Kind.RESERVED) {
                assertTrue(questions.add(entry.question()), "a question was charged twice, seed " + SEED);
                entry.vectors().forEach(vector -> assertTrue(vectors.add(vector), "paid twice, seed " + SEED));
                assertEquals(
                        Rational.parse("0.5").times(Rational.of(entry.vectors().size())), entry.rho());
            }
        }
    }

    /// Whatever was told is told again, for nothing.
    private void assertAnsweredAlikeForNothing() throws IOException {
        var questions = Files.readAllLines(folder.resolve("questions.sql"));
        for (var entry : told.entrySet()) {
            var words =
                    AskingUntilKilled.ask(folder, questions.get(entry.getKey())).split(" ", 3);
            assertEquals(entry.getValue(), words[0] + " " + words[2], questions.get(entry.getKey()));
        }
        try (var ledger = PrivacyLedger.open(folder.resolve("state"))) {
            assertEquals(spentBefore, ledger.spent());
        }
    }
}
