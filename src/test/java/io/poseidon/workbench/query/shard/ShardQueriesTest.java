package io.poseidon.workbench.query.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.query.Receipt;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.completion.Suggestion;
import io.poseidon.workbench.query.interval.Interval;
import io.poseidon.workbench.query.preflight.Cost;
import io.poseidon.workbench.query.result.Export;
import io.poseidon.workbench.query.result.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShardQueriesTest {

    private static final String PEOPLE =
            "SELECT region, COUNT(DISTINCT user_id) AS people FROM txn GROUP BY region ORDER BY region";
    private static final String THREE = "SELECT region, COUNT(DISTINCT user_id) AS people, SUM(amount) AS spend,"
            + " AVG(amount) AS mean FROM txn GROUP BY region ORDER BY region";

    private static Engine engine;

    @TempDir
    private Path folder;

    private ShardQueries shard;

    @BeforeAll
    static void start() {
        engine = Engine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void open() throws IOException {
        shard = opened(ShardFolder.write(folder.resolve("seoul")));
    }

    @AfterEach
    void close() {
        shard.close();
    }

    private static ShardQueries opened(Path folder) {
        return ShardQueries.open(engine, "seoul", ShardFiles.in(folder), ShardFolder.seat());
    }

    @Test
    void everyNoisyNumberComesWithItsInterval() {
        var answered = answered(THREE);
        try (var result = answered.result()) {
            var page = result.page(0, 10, Progress.NONE);
            assertEquals(List.of("region", "people", "spend", "mean"), names(answered));
            assertEquals(2, page.count());
            for (long row = 0; row < 2; row++) {
                assertEquals(Interval.EXACT, page.interval(0, row));
                for (int column = 1; column < 4; column++) {
                    var between = assertInstanceOf(Interval.Between.class, page.interval(column, row));
                    double value = page.rows().number(column, row);
                    assertTrue(between.low() < value && value < between.high(), between + " around " + value);
                }
            }
            assertHolds(page.interval(1, 1), 400 - 4 + 1, 30);
        }
    }

    /// Seed-free: the interval is around a number that is near the truth.
    private static void assertHolds(Interval interval, double truth, double slack) {
        var between = assertInstanceOf(Interval.Between.class, interval);
        assertTrue(between.low() - slack < truth && truth < between.high() + slack, between + " for " + truth);
    }

    @Test
    void saysHowManyGroupsAreHiddenAndNotWhich() {
        var answered = answered(PEOPLE);
        answered.result().close();
        assertEquals(Optional.of(new Receipt.Groups(3, 1)), answered.receipt().groups());
        assertEquals(Rational.of(1, 10), answered.receipt().rho());
    }

    @Test
    void theSameQuestionIsPaidOnceHoweverItIsSpelled() {
        answered(PEOPLE).result().close();
        assertEquals(Rational.of(1, 10), shard.purse().orElseThrow().own().spent());
        var again = answered("select count(distinct user_id) as n, region as r from txn group by 2");
        again.result().close();
        assertEquals(Rational.ZERO, again.receipt().rho());
        assertEquals(Rational.of(1, 10), shard.purse().orElseThrow().own().spent());
        assertTrue(shard.purse().orElseThrow().known().numbers() > 0);
    }

    @Test
    void refusesWhatTheBudgetDoesNotCoverAndOffersWhatItDoes() {
        for (var month : List.of(7, 8, 9)) {
            answered(PEOPLE.replace("FROM txn", "FROM txn WHERE month = " + month))
                    .result()
                    .close();
        }
        var refused = assertInstanceOf(Reply.Refused.class, shard.ask(THREE, Progress.NONE));
        assertEquals(Rule.BUDGET, refused.decision().rule());
        assertEquals(Rational.ZERO, refused.receipt().rho());
        var offer = refused.decision().repair().orElseThrow();
        var ahead = assertInstanceOf(
                Cost.Charged.class, shard.preflight(offer.sql(), Progress.NONE).cost());
        assertTrue(ahead.missing().isEmpty());
        assertEquals(Rational.of(1, 5), shard.purse().orElseThrow().left());
    }

    @Test
    void takesAnAnswerAwayWithItsIntervalsAndWithTheHoldersSignature() throws IOException {
        var answered = answered(THREE);
        try (var result = answered.result()) {
            for (var format : Format.values()) {
                new Export(answered, true).write(folder.resolve("a." + format), format, Progress.NONE);
            }
            var csv = Files.readString(folder.resolve("a." + Format.CSV));
            assertTrue(csv.startsWith("region,people,people_low,people_high,spend,spend_low,spend_high,mean,mean_low"));
            assertEquals("1", result.metadata().get("poseidon.groups_hidden"));
            var file = folder.resolve("answer.evidence.json");
            shard.evidence(answered, file, Progress.NONE);
            assertTrue(Files.exists(file));
            assertTrue(Files.exists(folder.resolve("seoul/state/evidence.pub")));
        }
    }

    @Test
    void offersWhatThePolicyAllowsAndNothingElse() {
        var offered = shard.complete("SELECT  FROM txn", 7).stream()
                .map(Suggestion::text)
                .toList();
        assertTrue(offered.stream().anyMatch(text -> text.contains("region")), offered.toString());
        assertTrue(offered.stream().noneMatch(text -> text.equals("user_id")), offered.toString());
    }

    @Test
    void aHolderIsAskedByOneAtATime() {
        var again = assertThrows(Problem.class, () -> opened(folder.resolve("seoul")));
        assertEquals("ledger-in-use", again.code());
        shard.close();
        opened(folder.resolve("seoul")).close();
    }

    @Test
    void whoAsksAShardThatWasLeftIsNotAnswered() {
        shard.close();
        assertThrows(CancelledException.class, () -> shard.ask(PEOPLE, Progress.NONE));
        shard.close();
    }

    @Test
    void theBudgetIsTheOneOfTheCommandLine() {
        answered(PEOPLE).result().close();
        shard.close();
        shard = opened(folder.resolve("seoul"));
        assertEquals(Rational.of(1, 10), shard.purse().orElseThrow().own().spent());
    }

    private Reply.Answered answered(String sql) {
        return assertInstanceOf(Reply.Answered.class, shard.ask(sql, Progress.NONE));
    }

    private static List<String> names(Reply.Answered answered) {
        return answered.result().columns().stream().map(column -> column.name()).toList();
    }
}
