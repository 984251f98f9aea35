package io.poseidon.workbench.query.rows;

import static io.poseidon.workbench.query.rows.Shop.answered;
import static io.poseidon.workbench.query.rows.Shop.ask;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.decide.Decisions;
import io.poseidon.workbench.query.StatementReader;
import io.poseidon.workbench.query.domain.Joining;
import io.poseidon.workbench.query.rows.question.Grouping;
import io.poseidon.workbench.query.rows.question.Vector;
import io.poseidon.workbench.query.rows.snapshot.ShardKey;
import io.poseidon.workbench.query.rows.snapshot.Snapshot;
import io.poseidon.workbench.query.upload.Uploads;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RowAnswersTest extends OverRows {

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void numbersAreNearTheBoundedTruthAndSmallGroupsAreMissing(long seed) throws IOException {
        var shop = Shop.random(seed, 900);
        try (var answers = shop.open(engine, folder)) {
            var answer = answered(ask(
                    answers,
                    "SELECT region, age_band, category, COUNT(DISTINCT user_id), COUNT(*), SUM(amount), AVG(amount)"
                            + " FROM txn GROUP BY ALL ORDER BY ALL"));
            assertTrue(answer.rows().size() > 8, "seed " + seed);
            for (var row : answer.rows()) {
                long people = people(shop, text(row, 0), text(row, 1), text(row, 2));
                assertTrue(Math.abs(people - (Long) row.get(3).orElseThrow()) < 15, "seed " + seed + " " + row);
                assertTrue((Long) row.get(3).orElseThrow() >= shop.cohort, "seed " + seed + " " + row);
                assertTrue(people > 0, "a group of nobody is never shown: seed " + seed);
            }
            assertEquals(Rational.of(3, 2), answer.charge().rho());
        }
    }

    @Test
    void thresholdComesBeforeHavingOrderAndLimit() throws IOException {
        try (var answers = Shop.random(3, 600).open(engine, folder)) {
            assertEquals(
                    List.of(),
                    answered(ask(
                                    answers,
                                    "SELECT region, COUNT(*) FROM txn GROUP BY region"
                                            + " HAVING COUNT(DISTINCT user_id) < 5"))
                            .rows());
            var ranked = answered(ask(
                    answers,
                    "WITH a AS (SELECT age_band, category, SUM(amount) AS s FROM txn WHERE region = 'Busan'"
                            + " GROUP BY ALL) SELECT age_band || '/' || category, RANK() OVER (ORDER BY s DESC)"
                            + " FROM a ORDER BY 2 LIMIT 1"));
            assertEquals(1, ranked.rows().size());
            assertEquals(1L, ranked.rows().getFirst().get(1).orElseThrow());
        }
    }

    @Test
    void theSameQuestionInOtherWordsGetsTheSameAnswerAndIsChargedOnce() throws IOException {
        var spellings = List.of(
                "SELECT SUM(amount) FROM txn WHERE month BETWEEN 7 AND 8",
                "SELECT sum(Amount) FROM txn WHERE NOT (month = 9)",
                "SELECT SUM(amount) FROM txn WHERE month IN (7, 8) AND (region = 'Seoul' OR TRUE)",
                "SELECT SUM(amount) FROM txn WHERE month <= 8.5 /* all of it */",
                "WITH t AS (SELECT amount AS a, month AS m FROM txn) SELECT SUM(a) FROM t WHERE m < 9",
                "SELECT SUM(amount) FROM txn WHERE COALESCE(month, 9) <> 9 GROUP BY 'x'");
        var seen = new HashSet<List<List<Optional<Object>>>>();
        var shop = Shop.random(4, 500);
        try (var answers = shop.open(engine, folder)) {
            var first = answered(ask(answers, spellings.getFirst()));
            assertEquals(Rational.ONE, first.charge().rho());
            seen.add(first.rows());
            for (var sql : spellings) {
                var again = answered(ask(answers, sql));
                assertEquals(Rational.ZERO, again.charge().rho(), sql);
                seen.add(again.rows());
            }
        }
        try (var reopened = shop.open(engine, folder)) {
            seen.add(answered(ask(reopened, spellings.getLast())).rows());
        }
        assertEquals(1, seen.size());
    }

    @Test
    void anyChangeOfTheDataIsANewStateWithOtherNoiseWhileTheBudgetGoesOn() throws IOException {
        var shop = Shop.random(5, 500);
        var sql = "SELECT COUNT(DISTINCT user_id), SUM(amount) FROM txn";
        List<List<Optional<Object>>> before;
        try (var answers = shop.open(engine, folder)) {
            before = answered(ask(answers, sql)).rows();
        }
        var last = shop.rows.removeLast();
        shop.rows.addFirst(last);
        try (var answers = shop.open(engine, folder)) {
            var after = answered(ask(answers, sql));
            assertNotEquals(before, after.rows(), "the same people, told with other noise");
            assertEquals(Rational.of(2), after.charge().spent());
        }
    }

    @Test
    void emptyAndSuppressedGroupsAreAnsweredAlike() throws IOException {
        var empty = Shop.lacking("Jeju", 6, 400);
        var few = Shop.lacking("Jeju", 6, 400);
        few.rows.add(new Shop.Row("solo", "Jeju", "70+", "cafe", 7, 40_000));
        var asking = Asking.of("buyer", "SELECT COUNT(*), SUM(amount) FROM txn WHERE region = 'Jeju'");
        assertEquals(shown(empty, "a", asking), shown(few, "b", asking));
    }

    @Test
    void anExhaustedBudgetRefusesForFreeAndNothingIsRead() throws IOException {
        var shop = Shop.random(7, 300);
        shop.budget = "{rho: 1, perNumber: 0.5, perQuery: 1, allBuyers: 2, delta: 1e-9}";
        try (var answers = shop.open(engine, folder)) {
            answered(ask(answers, "SELECT region, COUNT(*) FROM txn GROUP BY region"));
            var refused = assertInstanceOf(
                    RowReply.Refused.class, ask(answers, "SELECT category, COUNT(*) FROM txn GROUP BY category"));
            assertEquals(Rule.BUDGET, refused.decision().rule());
            assertEquals(Rational.ZERO, refused.charge().rho());
            answered(ask(answers, "SELECT region, COUNT(*) FROM txn GROUP BY region"));
            var other = answers.answer("other", "SELECT region, COUNT(*) FROM txn GROUP BY region", Progress.NONE);
            assertEquals(Rational.ONE, answered(other).charge().rho(), "another organisation pays for itself");
        }
    }

    @Test
    void aQuestionOverItsOwnCapIsRefused() throws IOException {
        var shop = Shop.random(8, 300);
        shop.budget = "{rho: 10, perNumber: 0.5, perQuery: 1, allBuyers: 20, delta: 1e-9}";
        try (var answers = shop.open(engine, folder)) {
            var refused =
                    assertInstanceOf(RowReply.Refused.class, ask(answers, "SELECT COUNT(*), SUM(amount) FROM txn"));
            assertEquals(Rule.BUDGET, refused.decision().rule());
        }
    }

    @Test
    void aFailureAfterTheReservationIsChargedAndSaysNothing() throws IOException {
        try (var answers = Shop.random(9, 300).open(engine, folder)) {
            var failed = assertThrows(
                    Problem.class, () -> ask(answers, "SELECT CAST('x' || SUM(amount) AS INTEGER) FROM txn"));
            assertEquals("answer-failed", failed.code());
            var later = answered(ask(answers, "SELECT COUNT(*) FROM txn WHERE region = 'Seoul'"));
            assertEquals(Rational.of(2), later.charge().spent());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"category, month", "region, age_band, category, month"})
    void onePersonMovesNoNumberByMoreThanTheBound(String groups) throws IOException {
        var shop = Shop.random(10, 300);
        shop.groups = 2;
        for (int i = 0; i < 200; i++) {
            shop.rows.add(
                    new Shop.Row("whale", "Seoul", "20-29", Shop.CATEGORIES.get(i % 3), 7 + i / 3 % 3, 50_000_000L));
        }
        var without = Shop.random(10, 300);
        without.groups = 2;
        var exact = exact(shop, groups, "a", Optional.empty());
        var less = exact(without, groups, "b", Optional.of("a"));
        long moved = 0;
        for (int group = 0; group < exact.length; group++) {
            long people = exact[group][0] - less[group][0];
            moved += people;
            assertTrue(people == 0 || people == 1);
            assertTrue(exact[group][1] - less[group][1] <= 5);
            assertTrue(exact[group][2] - less[group][2] <= 100_000);
        }
        assertEquals(2, moved, "one person stands in two groups at most");
    }

    /// With the secrets of another state, so that only the rows differ.
    private long[][] exact(Shop shop, String groups, String name, Optional<String> secretsOf) throws IOException {
        var own = Files.createDirectory(folder.resolve(name));
        var policy = shop.policy();
        if (secretsOf.isPresent()) {
            ShardKey.of(own.resolve("state"), shop.data(own), policy.digest());
            var file = own.resolve("state/snapshot.key");
            var secrets = Files.readAllLines(folder.resolve(secretsOf.get()).resolve("state/snapshot.key"));
            Files.write(file, List.of(Files.readAllLines(file).getFirst(), secrets.get(1), secrets.get(2)));
        }
        var sql = "SELECT " + groups + ", COUNT(*), SUM(amount) FROM txn GROUP BY ALL";
        try (var snapshot = Snapshot.open(engine, policy, shop.data(own), own.resolve("state"), Progress.NONE)) {
            var decision = new Decisions(policy).decide(new StatementReader(engine.sqlText()).read(sql));
            var reading = ((Decision.Filter) decision).reading();
            var question = reading.questions().getFirst();
            var meaning = Joining.of(question, Uploads.NONE).meaning(engine, snapshot.domain(), Progress.NONE);
            var grouping = Grouping.of(question, meaning, snapshot.domain());
            assertEquals(2, grouping.bound());
            var vectors = Vector.of(grouping, Rational.ONE);
            return snapshot.bounded(engine, grouping, vectors, Progress.NONE);
        }
    }

    @Test
    void whatIsNotDeclaredIsSetAside() throws IOException {
        var shop = Shop.random(12, 200);
        int size = shop.rows.size();
        for (int i = 0; i < 500; i++) {
            shop.rows.add(new Shop.Row("x" + i, "Atlantis", "20-29", "cafe", 7, 1));
        }
        try (var answers = shop.open(engine, folder)) {
            long count = (Long) answered(ask(answers, "SELECT COUNT(*) FROM txn"))
                    .rows()
                    .getFirst()
                    .getFirst()
                    .orElseThrow();
            assertTrue(Math.abs(count - size) < 60, count + " against " + size);
        }
    }

    @Test
    void inputThatDoesNotFitIsNamed() throws IOException {
        var shop = Shop.random(13, 20);
        var policy = shop.policy();
        var data = Files.writeString(folder.resolve("other.csv"), "user_id,region\nu1,Seoul\n");
        assertEquals("column-missing", problem(() -> RowAnswers.open(engine, policy, data, folder, Shop.timing())));
        assertEquals(
                "data-unreadable",
                problem(() -> RowAnswers.open(engine, policy, folder.resolve("none.csv"), folder, Shop.timing())));
        try (var first = shop.open(engine, folder)) {
            assertEquals("ledger-in-use", problem(() -> shop.open(engine, folder)));
            assertTrue(ask(first, "SELECT 1 + 1") instanceof RowReply.Answered);
        }
    }

    private interface Opening {
        RowAnswers open() throws IOException;
    }

    private static String problem(Opening opening) {
        return assertThrows(Problem.class, () -> opening.open().close()).code();
    }

    private static long people(Shop shop, String region, String age, String category) {
        Set<String> persons = new HashSet<>();
        for (var row : shop.rows) {
            if (row.region().equals(region)
                    && row.age().equals(age)
                    && row.category().equals(category)) {
                persons.add(row.person());
            }
        }
        return persons.size();
    }

    private static String text(List<Optional<Object>> row, int column) {
        return String.valueOf(row.get(column).orElseThrow());
    }
}
