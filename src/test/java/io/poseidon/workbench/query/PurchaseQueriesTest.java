package io.poseidon.workbench.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.CancelAfter;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.query.completion.Suggestion;
import io.poseidon.workbench.query.preflight.Cost;
import io.poseidon.workbench.query.preflight.Suppression;
import io.poseidon.workbench.query.preflight.Width;
import io.poseidon.workbench.query.result.ResultColumn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseQueriesTest {

    @TempDir
    private Path folder;

    private Purchase purchase;

    @BeforeEach
    void open() {
        purchase = new Purchase(folder);
    }

    @AfterEach
    void close() {
        purchase.close();
    }

    @Test
    void answersWhatThePolicyAllows() {
        assertEquals(
                List.of(List.of("Busan", "-4567"), List.of("서울", "2124690")),
                purchase.rows("select region, sum(amount_sum) from spend group by 1 order by 2"));
    }

    @Test
    void runsTheRegeneratedText() {
        try (var result =
                purchase.answered("select /* hi */ month   from SPEND -- there").result()) {
            assertEquals("SELECT \"month\" FROM SPEND", result.sql());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop table spend | STATEMENT",
                "select 1; select 2 | STATEMENT",
                "select 1; drop table spend | STATEMENT",
                "explain select 1 | STATEMENT",
                "copy spend to 'x.csv' | STATEMENT",
                "selct 1 | SYNTAX",
                "select ? | STATEMENT",
                "select * from read_csv('/etc/passwd') | TABLE_FUNCTION",
                "from '/etc/passwd' | TABLE_FUNCTION",
                "select * from other | NOT_LICENSED",
                "select random() from spend | NONDETERMINISM",
                "select rowid from spend | ROWID",
                "select nothing from spend | COLUMN",
                "select * from main.spend | CATALOG",
                "select * from duckdb_settings() | CATALOG",
                "pivot spend on region using sum(amount_sum) | PIVOT"
            })
    void refusesWithARuleAndRunsNothing(String sql, Rule rule) {
        var refused = assertInstanceOf(Reply.Refused.class, purchase.queries.ask(sql, Progress.NONE));
        assertEquals(rule, refused.decision().rule(), sql);
    }

    @Test
    void marksThePlaceOfARefusal() {
        var refused = assertInstanceOf(
                Reply.Refused.class, purchase.queries.ask("select\n  random() from spend", Progress.NONE));
        var place = refused.decision().findings().getFirst().place();
        assertEquals(2, place.line());
        assertEquals(3, place.column());
    }

    @Test
    void warnsOfPeopleCountedTwice() {
        var answered = purchase.answered("select region, sum(contributors) from spend group by region");
        answered.result().close();
        assertInstanceOf(Decision.Warn.class, answered.decision());
    }

    @Test
    void namesUnitsOfSumsAndCellsButNotOfCounts() {
        try (var result = purchase.answered("select region, amount_sum, contributors, 2 * amount_sum as twice,"
                        + " amount_sum / contributors as mean from spend")
                .result()) {
            assertEquals(
                    List.of(
                            new ResultColumn("region", ColumnType.TEXT, Optional.empty()),
                            new ResultColumn("amount_sum", ColumnType.INTEGER, Optional.of("KRW")),
                            new ResultColumn("contributors", ColumnType.INTEGER, Optional.empty()),
                            new ResultColumn("twice", ColumnType.INTEGER, Optional.of("KRW")),
                            new ResultColumn("mean", ColumnType.DOUBLE, Optional.of("KRW"))),
                    result.columns());
        }
    }

    @Test
    void tellsWhereAResultComesFrom() {
        try (var result = purchase.answered("select 1 from spend").result()) {
            var facts = result.metadata();
            assertEquals("card-spend-2026q3", facts.get("poseidon.dataset_id"));
            assertEquals("gold", facts.get("poseidon.version"));
            assertEquals("1/2", facts.get("poseidon.rho"));
            assertEquals("20", facts.get("poseidon.k"));
            assertEquals("HDM-2026-004417", facts.get("poseidon.licence"));
            assertEquals(64, facts.get("poseidon.query_sha256").length());
            assertEquals(64, facts.get("poseidon.policy_sha256").length());
        }
    }

    @Test
    void cancelsAQuestionAndGoesOn() {
        var endless = "select count(*) from spend a, spend b, spend c, spend d, spend e, spend f, spend g, spend h,"
                + " spend i, spend j, spend k, spend l, spend m, spend n, spend o, spend p, spend q, spend r, spend s"
                + " where a.amount_sum + b.amount_sum * c.amount_sum + s.amount_sum % 7 = r.month % 3 + q.month";
        var progress = new CancelAfter(Duration.ofMillis(200));
        assertThrows(CancelledException.class, () -> purchase.queries.ask(endless, progress));
        assertEquals(List.of(List.of("3")), purchase.rows("select count(*) from spend"));
    }

    @Test
    void endsAtTheLimitOfRows() throws Exception {
        try (var small = new Purchase(folder, Limits.standard().withRows(2))) {
            assertThrows(Problem.class, () -> small.queries.ask("from spend", Progress.NONE));
        }
    }

    @Test
    void decidesWithoutRunning() {
        assertTrue(purchase.queries.decide("select count(*) from spend").mayRun());
        assertFalse(purchase.queries.decide("select count(*) from nothing").mayRun());
    }

    @Test
    void looksAheadWithoutRunning() {
        var ahead = purchase.queries.preflight(
                "select region, sum(amount_sum) from spend where month = 7 group by region", Progress.NONE);
        assertEquals("allow", ahead.decision().word());
        assertEquals(Cost.NOTHING, ahead.cost());
        assertInstanceOf(Suppression.Known.class, ahead.suppressed());
        assertInstanceOf(Width.Half.class, ahead.widths().getLast().extent());
        assertEquals(
                List.of("SELECT SUM(amount_sum) FROM spend WHERE month = 7"),
                ahead.offers().stream().map(offer -> offer.sql()).toList());
        assertEquals(
                List.of(),
                purchase.queries
                        .preflight("select sum(amount_sum) from spend where month = 7", Progress.NONE)
                        .offers());
    }

    @Test
    void offersAreThemselvesLookedAheadTo() {
        var ahead = purchase.queries.preflight("select region, sum(contributors) from spend group by 1", Progress.NONE);
        var offer = ahead.offers().getFirst();
        assertTrue(offer.preflight().decision().mayRun());
        assertEquals(offer.preflight().widths().size(), ahead.widths().size() + 1);
        assertFalse(offer.difference().isNone());
    }

    @Test
    void completesFromPolicyAndDeclaredValues() {
        var text = "select sum(amount_sum) from spend where region = '서";
        assertEquals(
                List.of("'서울'"),
                purchase.queries.complete(text, text.length()).stream()
                        .map(Suggestion::text)
                        .toList());
    }
}
