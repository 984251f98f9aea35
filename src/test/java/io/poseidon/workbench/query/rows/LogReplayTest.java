package io.poseidon.workbench.query.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.query.audit.AuditEntry;
import io.poseidon.workbench.query.audit.AuditEntry.Decided;
import io.poseidon.workbench.query.audit.AuditEntry.People;
import io.poseidon.workbench.query.audit.AuditLine;
import io.poseidon.workbench.query.audit.AuditLog;
import io.poseidon.workbench.query.audit.LogReading;
import io.poseidon.workbench.query.rows.LogReplay.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// P9: replaying the audit log reproduces verdicts and budget.
class LogReplayTest {

    private static final List<String> QUESTIONS = List.of(
            "select region, count(*) n from txn group by region",
            "-- the same\nSELECT REGION, COUNT(*) AS N FROM txn GROUP BY 1",
            "select age_band, sum(amount) s, avg(amount) a from txn where month = 7 group by age_band",
            "select category, count(distinct user_id) p from txn where region <> 'Jeju' group by category",
            "select count(*) n from txn where region = 'Jeju' and age_band = '70+' and category = 'jewelry'",
            "select count(*) n from txn where not (region = 'Jeju' and age_band = '70+' and category = 'jewelry')",
            "select count(*) n from txn",
            "select user_id from txn",
            "select max(amount) m from txn",
            "select cast('x' || sum(amount) as integer) c from txn",
            "select count(*) n from txn where cast(region as integer) = 3",
            "select * from nothing",
            "not sql at all",
            "select t.region, count(*) n from txn t group by 1");

    private final Engine engine = Engine.start();
    private final Shop shop = Shop.random(9, 300);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    private List<AuditLine> lines() {
        return LogReading.of(folder.resolve("state").resolve(AuditLog.NAME)).lines();
    }

    private void ask(Random random, int questions) throws IOException {
        try (var answers = shop.open(engine, folder)) {
            for (int i = 0; i < questions; i++) {
                try {
                    var buyer = random.nextBoolean() ? "first" : "second";
                    answers.answer(buyer, QUESTIONS.get(random.nextInt(QUESTIONS.size())), Progress.NONE);
                } catch (Problem failed) {
                    assertEquals("answer-failed", failed.code());
                }
            }
        }
    }

    private LogReplay.Result replay(List<AuditLine> lines) {
        return LogReplay.of(engine, shop.policy(), lines);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void reproducesVerdictsAndBudgetOfRandomHistories(long seed) throws IOException {
        var random = new Random(seed);
        shop.budget = "{rho: 6, perNumber: 0.5, perQuery: 1.5, allBuyers: 7, delta: 1e-9}";
        ask(random, 25);
        shop.rows.removeLast();
        ask(random, 10);
        var result = replay(lines());
        assertEquals(List.of(), result.differences(), "seed " + seed);
        assertEquals(35, result.replayed());
        assertEquals(0, result.otherPolicy() + result.beyond());
        var rules = lines().stream()
                .map(line -> (Decided) line.entry())
                .flatMap(decided -> decided.rules().stream())
                .toList();
        assertTrue(rules.contains("BUDGET"), () -> "the history exhausts the budget: " + rules);
    }

    @Test
    void findsAChangedVerdictAndAChangedFigure() throws IOException {
        ask(new Random(4), 12);
        var lines = lines();
        var refused = changed(lines, line -> !line.decision().equals("filter"), LogReplayTest::refuse);
        assertEquals("verdict", only(replay(refused)).what());
        var cheaper = changed(
                lines,
                line -> line.people()
                        .orElseThrow()
                        .after()
                        .equals(line.people().orElseThrow().before()),
                LogReplayTest::cheaper);
        assertTrue(replay(cheaper).differences().stream()
                .anyMatch(found -> found.what().equals("after")));
    }

    private static Difference only(LogReplay.Result result) {
        assertEquals(1, result.differences().size(), () -> result.differences().toString());
        return result.differences().getFirst();
    }

    /// The first line that is not passed over, changed.
    private static List<AuditLine> changed(
            List<AuditLine> lines, Predicate<Decided> passed, UnaryOperator<Decided> change) {
        int at = 0;
        while (passed.test((Decided) lines.get(at).entry())) {
            at++;
        }
        var all = new ArrayList<>(lines);
        var line = lines.get(at);
        AuditEntry entry = change.apply((Decided) line.entry());
        all.set(at, new AuditLine(line.sequence(), line.previous(), line.time(), entry, line.digest()));
        return all;
    }

    private static Decided refuse(Decided line) {
        return with(line, "refuse", List.of("COLUMN"), line.people().orElseThrow());
    }

    private static Decided cheaper(Decided line) {
        var people = line.people().orElseThrow();
        var less = people.before().plus(Rational.of(1, 100));
        return with(
                line,
                line.decision(),
                line.rules(),
                new People(people.buyer(), people.table(), people.snapshot(), people.before(), less));
    }

    private static Decided with(Decided line, String decision, List<String> rules, People people) {
        return new Decided(
                line.place(),
                line.dataset(),
                line.policy(),
                line.text(),
                line.circumstances(),
                line.ran(),
                line.outcome(),
                decision,
                rules,
                line.code(),
                line.result(),
                line.rows(),
                line.took(),
                Optional.of(people));
    }

    @Test
    void leavesLinesUnderAnotherPolicyAloneAndCarriesTheirCost() throws IOException {
        ask(new Random(5), 6);
        var before = shop.cohort;
        shop.cohort = 30;
        ask(new Random(6), 6);
        var result = replay(lines());
        assertEquals(List.of(), result.differences());
        assertEquals(6, result.otherPolicy());
        assertEquals(6, result.replayed());
        assertEquals(20, before);
    }

    /// Killed between the reservation and the line.
    @Test
    void reproducesWhatCameAfterACrash() throws IOException {
        ask(new Random(7), 5);
        var log = folder.resolve("state").resolve(AuditLog.NAME);
        var kept = Files.readAllBytes(log);
        var end = Files.readAllBytes(log.resolveSibling("audit.log.end"));
        try (var answers = shop.open(engine, folder)) {
            answers.answer("first", "select month, sum(amount) s from txn group by month", Progress.NONE);
        }
        Files.write(log, kept);
        Files.write(log.resolveSibling("audit.log.end"), end);
        try (var answers = shop.open(engine, folder)) {
            answers.answer("first", "select month, sum(amount) s from txn group by 1", Progress.NONE);
        }
        assertEquals(List.of(), replay(lines()).differences());
    }

    @Test
    void namesATableThatThePolicyDoesNotHave() throws IOException {
        ask(new Random(8), 3);
        var other = PolicyDocument.parse("other", "policy: 1\ntables: {}\n");
        assertEquals(3, LogReplay.of(engine, other, lines()).otherPolicy());
        assertThrows(Problem.class, () -> LogReading.of(folder.resolve("none.log")));
    }
}
