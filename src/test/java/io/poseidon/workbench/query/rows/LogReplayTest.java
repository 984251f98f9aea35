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
import io.poseidon.workbench.query.audit.AuditEntry.Brought;
import io.poseidon.workbench.query.audit.AuditEntry.Circumstances;
import io.poseidon.workbench.query.audit.AuditEntry.Decided;
import io.poseidon.workbench.query.audit.AuditEntry.Joined;
import io.poseidon.workbench.query.audit.AuditEntry.People;
import io.poseidon.workbench.query.audit.AuditLine;
import io.poseidon.workbench.query.audit.AuditLog;
import io.poseidon.workbench.query.audit.LogReading;
import io.poseidon.workbench.query.rows.LogReplay.Difference;
import io.poseidon.workbench.query.upload.JoinFacts;
import io.poseidon.workbench.query.upload.Uploads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
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
                new People(people.buyer(), people.table(), people.snapshot(), people.before(), less, people.joined()));
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

    /// Questions over own tables of both kinds, with all that can be refused about one.
    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void reproducesVerdictsAndBudgetOfQuestionsWithUploads(long seed) throws IOException {
        var random = new Random(seed);
        var joined = Shop.joined(seed, 400);
        joined.budget = "{rho: 9, perNumber: 0.5, perQuery: 2, allBuyers: 12, delta: 1e-9}";
        try (var answers = joined.open(engine, folder)) {
            for (int kind : List.of(0, 5, 6)) {
                var uploads =
                        Uploads.read(engine, joined.policy(), Map.of("my_customers", customers(kind)), Progress.NONE);
                answers.answer(Asking.of("first", WITH_UPLOADS.getFirst()).with(uploads), Progress.NONE);
            }
            for (int i = 0; i < 17; i++) {
                askWithUploads(answers, joined, random);
            }
        }
        var lines = lines();
        var result = LogReplay.of(engine, joined.policy(), lines);
        assertEquals(List.of(), result.differences(), "seed " + seed);
        assertEquals(20, result.replayed());
        var rules = lines.stream()
                .flatMap(line -> ((Decided) line.entry()).rules().stream())
                .distinct()
                .toList();
        assertTrue(rules.contains("COHORT") && rules.contains("SPAN"), () -> seed + ": " + rules);
        assertTrue(
                lines.stream()
                        .map(line -> ((Decided) line.entry()).people().orElseThrow())
                        .anyMatch(people ->
                                !people.joined().isEmpty() && people.after().compareTo(people.before()) > 0),
                "a question with an upload was charged");
    }

    private static final List<String> WITH_UPLOADS = List.of(
            "select c.segment, count(distinct user_id) n from txn join my_customers c using (user_id) group by 1",
            "select segment, count(*) from my_customers natural join txn group by segment",
            "select count(*), sum(amount) from txn join my_customers using (user_id) where segment = 'gold'",
            "select count(*) from txn join my_customers using (user_id) where guess > 1",
            "select s.format, sum(amount), sum(distinct s.stores) from txn join my_stores s using (region) group by 1",
            "select count(*) from txn join my_stores s using (region) where s.stores > 3",
            "select count(*) from txn join my_stores s using (region) where s.format::integer = 3",
            "select a.n, b.n from (select count(*) n from txn) a, (select count(*) n from txn join my_customers"
                    + " using (user_id)) b",
            "select format, sum(stores) from my_stores group by format",
            "select s.format, a.n from (select region, count(*) n from txn group by region) a join my_stores s"
                    + " using (region)",
            "select region, count(*) n from txn group by region",
            "select count(*) from my_friends");

    private void askWithUploads(RowAnswers answers, Shop joined, Random random) throws IOException {
        var uploads = Uploads.read(
                engine,
                joined.policy(),
                Map.of("my_customers", customers(random.nextInt(8)), "my_stores", stores(random)),
                Progress.NONE);
        if (random.nextInt(3) == 0) {
            uploads = uploads.replacing(Set.of("my_customers"));
        }
        var buyer = random.nextInt(4) == 0 ? "second" : "first";
        var sql = WITH_UPLOADS.get(random.nextInt(WITH_UPLOADS.size()));
        try {
            answers.answer(Asking.of(buyer, sql).with(uploads), Progress.NONE);
        } catch (Problem failed) {
            assertEquals("answer-failed", failed.code());
        }
    }

    /// One of a few lists: by thirds, with a value that covers one person only, or far too short.
    private Path customers(int kind) throws IOException {
        var lines = new StringBuilder("user_id,segment,guess\n");
        for (int person = 0; person < (kind == 7 ? 5 : 400); person++) {
            if (kind < 5 || person % 2 == 0) {
                var segment = kind == 6 && person == 8 ? "one" : person % 3 == 0 ? "gold" : "silver";
                lines.append("u").append(person).append(',').append(segment).append(",1.5\n");
            }
        }
        return Files.writeString(folder.resolve("customers.csv"), lines);
    }

    private Path stores(Random random) throws IOException {
        var rows = random.nextInt(5) == 0 ? "Seoul,big,7,8\nSeoul,small,2,8\n" : "Seoul,big,7,8\nBusan,small,2,9\n";
        return Files.writeString(folder.resolve("stores.csv"), "region,format,stores,month\n" + rows);
    }

    /// Whoever may write the log may write all of it anew, with the hashes right.
    @Test
    void findsWhatWasFalsifiedAboutAnUpload() throws IOException {
        var joined = Shop.joined(21, 400);
        try (var answers = joined.open(engine, folder)) {
            var uploads = Uploads.read(engine, joined.policy(), Map.of("my_customers", customers(0)), Progress.NONE);
            answers.answer(Asking.of("first", WITH_UPLOADS.getFirst()).with(uploads), Progress.NONE);
        }
        var line = (Decided) lines().getFirst().entry();
        var people = line.people().orElseThrow();
        var facts = people.joined().getFirst();
        var listed = facts.facts().listed().orElseThrow();
        assertEquals(1, facts.vectors().size());
        assertEquals(
                "c.segment".substring(2), listed.columns().getFirst().column().substring("my_customers.".length()));
        assertTrue(listed.columns().getFirst().fewest() >= 20);
        var few = new JoinFacts(List.of(), Optional.of(new JoinFacts.Listed(3, listed.kinds(), listed.columns())));
        for (var other : List.of(
                List.of(new Joined(few, facts.vectors())),
                List.of(new Joined(facts.facts(), List.of())),
                List.of(new Joined(new JoinFacts(List.of("my_customers"), Optional.empty()), facts.vectors())),
                List.<Joined>of())) {
            var forged = new People(
                    people.buyer(), people.table(), people.snapshot(), people.before(), people.after(), other);
            var lines = changed(lines(), any -> false, any -> with(line, line.decision(), line.rules(), forged));
            var result = LogReplay.of(engine, joined.policy(), lines);
            assertTrue(
                    result.differences().stream().anyMatch(found -> found.what().equals("verdict")), other::toString);
        }
    }

    /// A byte changed, a line cut out or moved.
    @Test
    void aTamperedEntryIsFoundByTheChain() throws IOException {
        var joined = Shop.joined(22, 300);
        try (var answers = joined.open(engine, folder)) {
            for (int i = 0; i < 6; i++) {
                askWithUploads(answers, joined, new Random(i));
            }
        }
        var log = folder.resolve("state").resolve(AuditLog.NAME);
        var sound = Files.readString(log);
        var cut = sound.substring(0, sound.indexOf('\n') + 1) + sound.substring(sound.indexOf('\n', 2_000) + 1);
        for (var other : List.of(
                sound.replaceFirst(
                        "\"fewest\":\\{\"my_customers.segment\":1", "\"fewest\":{\"my_customers.segment\":2"),
                sound.replaceFirst("\"digest\":\"[0-9a-f]", "\"digest\":\"g"),
                sound.replaceFirst("\"after\":\"1\"", "\"after\":\"0\""),
                sound.replaceFirst("\"replaces\":false", "\"replaces\":true"),
                cut)) {
            if (!other.equals(sound)) {
                Files.writeString(log, other);
                assertEquals(
                        "log-damaged",
                        assertThrows(Problem.class, () -> lines()).code(),
                        other);
            }
        }
        assertTrue(!cut.equals(sound) && sound.contains("\"replaces\":false"));
    }

    /// Own tables that came along, in lines as the first builds wrote them.
    @Test
    void carriesTheCostOfLinesThatDoNotSayWhatWasUploaded() throws IOException {
        var joined = Shop.joined(23, 300);
        try (var answers = joined.open(engine, folder)) {
            var uploads = Uploads.read(engine, joined.policy(), Map.of("my_customers", customers(0)), Progress.NONE);
            answers.answer(Asking.of("first", WITH_UPLOADS.getFirst()).with(uploads), Progress.NONE);
            answers.answer("first", WITH_UPLOADS.get(10), Progress.NONE);
        }
        var lines = changed(lines(), any -> false, LogReplayTest::asTheFirstBuilds);
        var result = LogReplay.of(engine, joined.policy(), lines);
        assertEquals(List.of(), result.differences());
        assertEquals(1, result.beyond());
        assertEquals(1, result.replayed());
    }

    private static Decided asTheFirstBuilds(Decided line) {
        var uploads = line.circumstances().uploads().stream()
                .map(own -> new Brought(own.name(), own.digest(), List.of(), false))
                .toList();
        var people = line.people().orElseThrow();
        return new Decided(
                line.place(),
                line.dataset(),
                line.policy(),
                line.text(),
                new Circumstances(
                        line.circumstances().day(), line.circumstances().purposes(), uploads),
                line.ran(),
                line.outcome(),
                line.decision(),
                line.rules(),
                line.code(),
                line.result(),
                line.rows(),
                line.took(),
                Optional.of(new People(
                        people.buyer(),
                        people.table(),
                        people.snapshot(),
                        people.before(),
                        people.after(),
                        List.of())));
    }

    @Test
    void namesATableThatThePolicyDoesNotHave() throws IOException {
        ask(new Random(8), 3);
        var other = PolicyDocument.parse("other", "policy: 1\ntables: {}\n");
        assertEquals(3, LogReplay.of(engine, other, lines()).otherPolicy());
        assertThrows(Problem.class, () -> LogReading.of(folder.resolve("none.log")));
    }
}
