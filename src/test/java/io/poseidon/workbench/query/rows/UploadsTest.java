package io.poseidon.workbench.query.rows;

import static io.poseidon.workbench.query.rows.Shop.answered;
import static io.poseidon.workbench.query.rows.Shop.ask;
import static io.poseidon.workbench.query.rows.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.query.upload.Uploads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An asker's own tables joined with rows of people.
final class UploadsTest extends OverRows {

    private static final String BY_SEGMENT = "SELECT c.segment, COUNT(DISTINCT t.user_id) AS people, SUM(amount) AS won"
            + " FROM txn t JOIN my_customers c USING (user_id) GROUP BY c.segment ORDER BY 1";

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void onlyUploadedPeopleAreCounted(long seed) throws IOException {
        var shop = Shop.joined(seed, 600);
        var segments = segments(shop, seed, 0.5);
        try (var answers = shop.open(engine, folder)) {
            var answer = answered(ask(answers, BY_SEGMENT, customers(segments)));
            assertEquals(2, answer.rows().size(), "seed " + seed);
            for (var row : answer.rows()) {
                long people = segments.values().stream()
                        .filter(segment -> Optional.of(segment).equals(row.getFirst()))
                        .count();
                assertTrue(Math.abs(people - (Long) row.get(1).orElseThrow()) < 12, "seed " + seed + ": " + row);
            }
            assertEquals(Rational.ONE, answer.charge().rho());
        }
    }

    @Test
    void theSameQuestionIsTheSameHoweverTheTableIsWrittenAndTheTextIsPut() throws IOException {
        var shop = Shop.joined(3, 500);
        var segments = segments(shop, 3, 0.6);
        var spellings = List.of(
                "SELECT COUNT(*) FROM txn t JOIN my_customers c ON t.user_id = c.user_id WHERE c.segment = 'gold'",
                "SELECT COUNT(*) FROM my_customers NATURAL JOIN txn WHERE segment <> 'silver'",
                "SELECT COUNT(1) FROM txn, my_customers c WHERE txn.user_id = c.user_id AND lower(segment) LIKE 'go%'",
                "WITH j AS (SELECT segment AS s FROM txn JOIN my_customers USING (user_id))"
                        + " SELECT COUNT(*) FROM j WHERE s IN ('gold')");
        var seen = new HashSet<List<List<Optional<Object>>>>();
        try (var answers = shop.open(engine, folder)) {
            seen.add(answered(ask(answers, spellings.getFirst(), customers(segments)))
                    .rows());
            for (var sql : spellings) {
                var lines = lines(segments);
                Collections.shuffle(lines, new Random(3));
                var again = answered(ask(answers, sql, write("user_id,segment,guess", lines)));
                assertEquals(Rational.ZERO, again.charge().rho(), sql);
                seen.add(again.rows());
            }
        }
        assertEquals(1, seen.size());
    }

    @Test
    void aQuestionAboutUploadedPeopleIsAnotherThanTheOneAboutEverybody() throws IOException {
        var shop = Shop.joined(4, 400);
        try (var answers = shop.open(engine, folder)) {
            var all = answered(ask(answers, "SELECT COUNT(*) FROM txn", Uploads.NONE));
            var mine = answered(ask(
                    answers,
                    "SELECT COUNT(*) FROM txn JOIN my_customers USING (user_id)",
                    customers(segments(shop, 4, 0.5))));
            assertEquals(Rational.ONE, mine.charge().rho());
            assertNotEquals(all.rows(), mine.rows());
        }
    }

    @Test
    void aValueThatCoversTooFewIsRefusedAtItsPlaceAndForFree() throws IOException {
        var shop = Shop.joined(5, 400);
        var segments = segments(shop, 5, 0.6);
        var first = segments.keySet().iterator().next();
        segments.put(first, "one");
        try (var answers = shop.open(engine, folder)) {
            var sql = "SELECT COUNT(*) FROM txn JOIN my_customers c USING (user_id) WHERE c.segment = 'gold'";
            var refused = refused(ask(answers, sql, customers(segments)));
            assertEquals(Rule.COHORT, refused.decision().rule());
            assertEquals(
                    sql.indexOf("c.segment") + 1,
                    refused.decision().findings().getFirst().place().column());
            assertEquals(Rational.ZERO, refused.charge().spent());
            answered(ask(answers, "SELECT COUNT(*) FROM txn JOIN my_customers USING (user_id)", customers(segments)));
        }
    }

    @Test
    void tooFewUploadedPeopleAreRefused() throws IOException {
        var shop = Shop.joined(6, 200);
        try (var answers = shop.open(engine, folder)) {
            var few = write("user_id,segment,guess", List.of("u1,gold,1", "u2,gold,1"));
            assertEquals(
                    Rule.COHORT,
                    refused(ask(answers, "SELECT COUNT(*) FROM txn JOIN my_customers USING (user_id)", few))
                            .decision()
                            .rule());
        }
    }

    @Test
    void numbersBesideThePersonAndRepeatedKeysAreRefused() throws IOException {
        var shop = Shop.joined(7, 300);
        var segments = segments(shop, 7, 0.6);
        try (var answers = shop.open(engine, folder)) {
            var guess = "SELECT COUNT(*) FROM txn JOIN my_customers c USING (user_id) WHERE c.guess > 1";
            assertEquals(
                    Rule.COLUMN,
                    refused(ask(answers, guess, customers(segments))).decision().rule());
            var lines = lines(segments);
            lines.add(lines.getFirst());
            var repeated = refused(ask(answers, BY_SEGMENT, write("user_id,segment,guess", lines)));
            assertEquals(Rule.JOIN_COLUMN, repeated.decision().rule());
            assertEquals(Rational.ZERO, repeated.charge().spent());
        }
    }

    @Test
    void targetInTargetOutIsStopped() throws IOException {
        var shop = Shop.joined(8, 500);
        var segments = segments(shop, 8, 0.5);
        var without = new HashMap<>(segments);
        without.remove(segments.keySet().iterator().next());
        var sql = "SELECT SUM(amount) FROM txn JOIN my_customers USING (user_id)";
        try (var answers = shop.open(engine, folder)) {
            answered(ask(answers, sql, customers(segments)));
            var frozen = refused(ask(answers, sql, customers(without)));
            assertEquals(Rule.SPAN, frozen.decision().rule());
            assertEquals(Rational.ZERO, frozen.charge().rho(), "nothing was read");
            var replaced = refused(ask(answers, sql, customers(without).replacing(Set.of("my_customers"))));
            assertEquals(Rule.SPAN, replaced.decision().rule());
            assertEquals(Rational.ONE, replaced.charge().rho(), "after the reservation it costs like an answer");
        }
        try (var reopened = shop.open(engine, folder)) {
            var again = refused(ask(reopened, sql, customers(without)));
            assertEquals(Rule.SPAN, again.decision().rule(), "the history outlives the process");
            assertEquals(
                    Rational.ZERO,
                    answered(ask(reopened, sql, customers(segments))).charge().rho());
        }
    }

    @Test
    void targetInTargetOutUnderTwoNamesIsStopped() throws IOException {
        var shop = Shop.joined(9, 500);
        var segments = segments(shop, 9, 0.5);
        var friends = new ArrayList<String>();
        segments.keySet().stream().skip(1).forEach(person -> friends.add(person + ",near"));
        try (var answers = shop.open(engine, folder)) {
            answered(ask(
                    answers,
                    "SELECT region, COUNT(*) FROM txn JOIN my_customers USING (user_id) GROUP BY region",
                    customers(segments)));
            var out = Files.writeString(folder.resolve("friends.csv"), "user_id,circle\n" + String.join("\n", friends));
            var uploads = Uploads.read(engine, shop.policy(), Map.of("my_friends", out), Progress.NONE);
            var second = refused(ask(
                    answers,
                    "SELECT region, COUNT(*) FROM txn JOIN my_friends USING (user_id) GROUP BY region",
                    uploads));
            assertEquals(Rule.SPAN, second.decision().rule());
        }
    }

    @Test
    void aTableThatDiffersByManyIsANewQuestionWithItsOwnCharge() throws IOException {
        var shop = Shop.joined(10, 600);
        var segments = segments(shop, 10, 0.4);
        var more = segments(shop, 11, 0.4);
        var sql = "SELECT COUNT(*) FROM txn JOIN my_customers USING (user_id)";
        try (var answers = shop.open(engine, folder)) {
            answered(ask(answers, sql, customers(segments)));
            var second = answered(ask(answers, sql, customers(more).replacing(Set.of("my_customers"))));
            assertEquals(Rational.ONE, second.charge().rho());
            assertEquals(Rational.of(2), second.charge().spent());
            assertEquals(
                    Rational.ZERO,
                    answered(ask(answers, sql, customers(segments))).charge().rho());
        }
    }

    @Test
    void aTableJoinedOnADimensionOnlyChoosesDeclaredCells() throws IOException {
        var shop = Shop.joined(12, 600);
        try (var answers = shop.open(engine, folder)) {
            var plain = answered(ask(
                    answers,
                    "SELECT COUNT(DISTINCT user_id) FROM txn WHERE region IN ('Seoul', 'Busan')",
                    Uploads.NONE));
            var joined = answered(ask(
                    answers,
                    "SELECT s.format, COUNT(DISTINCT user_id), SUM(DISTINCT s.stores) FROM txn t"
                            + " JOIN my_stores s ON t.region = s.region WHERE s.stores > 3 GROUP BY s.format",
                    stores("Seoul,big,7,x", "Busan,big,5,y", "Jeju,small,2,z", "Nowhere,huge,90,z")));
            assertEquals(
                    List.of(List.of(Optional.of("big"), plain.rows().getFirst().getFirst(), Optional.of(12L))),
                    joined.rows(),
                    "the same cells, so the same number");
            assertEquals(Rational.ZERO, joined.charge().rho());
        }
    }

    @Test
    void otherAggregatesOfAnOwnColumnAreRefused() throws IOException {
        var shop = Shop.joined(13, 300);
        try (var answers = shop.open(engine, folder)) {
            for (var aggregate : List.of(
                    "SUM(s.stores)", "AVG(s.stores)", "MAX(s.stores)", "SUM(DISTINCT s.format)", "COUNT(s.stores)")) {
                var sql = "SELECT " + aggregate + ", COUNT(*) FROM txn t JOIN my_stores s USING (region)";
                assertEquals(
                        Rule.FUNCTION,
                        refused(ask(answers, sql, stores("Seoul,big,7,x")))
                                .decision()
                                .rule(),
                        aggregate);
            }
        }
    }

    @Test
    void bothKindsOfJoinGoTogether() throws IOException {
        var shop = Shop.joined(14, 700);
        var segments = segments(shop, 14, 0.7);
        try (var answers = shop.open(engine, folder)) {
            var uploads = new HashMap<>(customers(segments).tables());
            uploads.putAll(stores("Seoul,big,7,x", "Busan,big,5,y").tables());
            var answer = answered(ask(
                    answers,
                    "SELECT s.format, c.segment, COUNT(DISTINCT t.user_id), SUM(DISTINCT s.stores)"
                            + " FROM txn t JOIN my_stores s USING (region) JOIN my_customers c USING (user_id)"
                            + " WHERE t.month < 9 GROUP BY ALL ORDER BY ALL",
                    new Uploads(uploads, Set.of())));
            assertEquals(2, answer.rows().size());
            assertEquals(Optional.of(12L), answer.rows().getFirst().getLast());
        }
    }

    @Test
    void peopleNobodyKnowsAndTooFewOfThemAreAnsweredAlike() throws IOException {
        var shop = Shop.joined(15, 300);
        var nobody = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            nobody.add("stranger" + i + ",gold,1");
        }
        var some = new ArrayList<>(nobody.subList(0, 55));
        for (int i = 0; i < 5; i++) {
            some.add("u" + i + ",gold,1");
        }
        var sql = "SELECT COUNT(*), SUM(amount) FROM txn JOIN my_customers USING (user_id)";
        var about = Asking.of("buyer", sql);
        assertEquals(
                shown(shop, "a", about.with(write("user_id,segment,guess", nobody))),
                shown(shop, "b", about.with(write("user_id,segment,guess", some))));
    }

    @Test
    void oneUploadedPersonMovesNoNumberByMoreThanTheBound() throws IOException {
        var shop = Shop.joined(16, 300);
        shop.groups = 2;
        for (int i = 0; i < 200; i++) {
            shop.rows.add(new Shop.Row("u1", "Seoul", "20-29", Shop.CATEGORIES.get(i % 3), 7 + i / 3 % 3, 50_000_000L));
        }
        var segments = segments(shop, 16, 1);
        try (var answers = shop.open(engine, folder)) {
            var sql = "SELECT c.segment, category, month, COUNT(*), SUM(amount) FROM txn"
                    + " JOIN my_customers c USING (user_id) GROUP BY ALL";
            var answer = answered(ask(answers, sql, customers(segments)));
            long most = answer.rows().stream()
                    .mapToLong(row -> (Long) row.getLast().orElseThrow())
                    .max()
                    .orElseThrow();
            assertTrue(most < 300L * 2 * 100_000, "the clamp holds inside the join: " + most);
            assertEquals(Rational.of(3, 2), answer.charge().rho());
        }
    }

    @Test
    void ownTablesByThemselvesAreFreeAndNeedNoRows() throws IOException {
        var shop = Shop.joined(17, 300);
        try (var answers = shop.open(engine, folder)) {
            var alone = answered(ask(
                    answers,
                    "SELECT format, SUM(stores), MAX(region) FROM my_stores GROUP BY format ORDER BY ALL",
                    stores("Seoul,big,7,x", "Busan,big,5,y")));
            assertEquals(Rational.ZERO, alone.charge().spent());
            assertEquals(1, alone.rows().size());
            var beside = answered(ask(
                    answers,
                    "SELECT s.format, a.n > 0 FROM (SELECT region, COUNT(*) AS n FROM txn GROUP BY region) a"
                            + " JOIN my_stores s USING (region) WHERE s.stores = 7",
                    stores("Seoul,big,7,x", "Busan,big,5,y")));
            assertEquals(List.of(List.of(Optional.of("big"), Optional.of(true))), beside.rows());
        }
    }

    @Test
    void aListThatWasTakenAwayStopsAnswers() throws IOException {
        var shop = Shop.joined(18, 300);
        var segments = segments(shop, 18, 0.6);
        try (var answers = shop.open(engine, folder)) {
            answered(ask(answers, BY_SEGMENT, customers(segments)));
        }
        try (var lists = Files.list(folder.resolve("state/people"))) {
            for (var list : lists.toList()) {
                Files.delete(list);
            }
        }
        try (var answers = shop.open(engine, folder)) {
            var stopped = assertThrows(
                    Problem.class, () -> ask(answers, "SELECT COUNT(*) FROM txn WHERE month = 7", Uploads.NONE));
            assertEquals("list-damaged", stopped.code());
        }
    }

    @Test
    void nothingInTheStateNamesAnUploadedPerson() throws IOException {
        var shop = Shop.joined(19, 300);
        var segments = segments(shop, 19, 0.6);
        try (var answers = shop.open(engine, folder)) {
            answered(ask(answers, BY_SEGMENT, customers(segments)));
        }
        try (var files = Files.walk(folder.resolve("state"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertTrue(
                        segments.keySet().stream().noneMatch(person -> text.contains(person + ",")), file.toString());
                assertTrue(!text.contains("gold"), file.toString());
            }
        }
    }

    /// A share of the shop's people, each gold or silver.
    private static Map<String, String> segments(Shop shop, long seed, double share) {
        var random = new Random(seed);
        var segments = new HashMap<String, String>();
        shop.rows.stream().map(Shop.Row::person).distinct().forEach(person -> {
            if (random.nextDouble() < share) {
                segments.put(person, random.nextBoolean() ? "gold" : "silver");
            }
        });
        return segments;
    }

    private Uploads customers(Map<String, String> segments) throws IOException {
        return write("user_id,segment,guess", lines(segments));
    }

    private static List<String> lines(Map<String, String> segments) {
        var lines = new ArrayList<String>();
        segments.forEach((person, segment) -> lines.add(person + "," + segment + ",1.5"));
        return lines;
    }

    private Uploads write(String head, List<String> lines) throws IOException {
        var file = Files.writeString(folder.resolve("customers.csv"), head + "\n" + String.join("\n", lines) + "\n");
        return Uploads.read(engine, Shop.joined(0, 1).policy(), Map.of("my_customers", file), Progress.NONE);
    }

    private Uploads stores(String... lines) throws IOException {
        var file = Files.writeString(
                folder.resolve("stores.csv"), "region,format,stores,month\n" + String.join("\n", lines) + "\n");
        return Uploads.read(engine, Shop.joined(0, 1).policy(), Map.of("my_stores", file), Progress.NONE);
    }
}
