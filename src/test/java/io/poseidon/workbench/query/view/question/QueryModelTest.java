package io.poseidon.workbench.query.view.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Deliveries;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.query.History;
import io.poseidon.workbench.query.Purchase;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.result.Format;
import io.poseidon.workbench.query.view.QueryWorkspace;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The query screen without a toolkit: outcomes are delivered on the test's own thread.
class QueryModelTest {

    private static final String ENDLESS = "select count(*) from spend a, spend b, spend c, spend d, spend e, spend f,"
            + " spend g, spend h, spend i, spend j, spend k, spend l, spend m, spend n, spend o, spend p, spend q,"
            + " spend r, spend s where a.amount_sum + b.amount_sum * s.month % 7 = q.month";

    /// Nearly five million rows, of which one far down cannot be had.
    private static final String FAILS_LATE = "select cast(case when n = 3000000 then region else '1' end as integer)"
            + " from (select a.region, row_number() over () as n from spend a, spend b, spend c, spend d, spend e,"
            + " spend f, spend g, spend h, spend i, spend j, spend k, spend l, spend m, spend o)";

    private final Deliveries deliveries = new Deliveries();
    private final Jobs jobs = new Jobs(deliveries);
    private final SimpleObjectProperty<Optional<PurchaseQueries>> open = new SimpleObjectProperty<>(Optional.empty());

    @TempDir
    private Path folder;

    private Purchase purchase;
    private QueryTabs tabs;
    private QueryModel model;

    @BeforeEach
    void open() {
        purchase = new Purchase(folder);
        open.set(Optional.of(purchase.queries));
        tabs = tabs();
        model = tabs.shown();
    }

    /// Closing fails where a result was left open.
    @AfterEach
    void close() throws InterruptedException {
        open.set(Optional.empty());
        settle();
        jobs.close();
        purchase.close();
    }

    @Test
    void answersAndRemembers() throws InterruptedException {
        ask("-- mine\nselect region, sum(amount_sum) from spend group by 1");
        var answered = assertInstanceOf(QueryState.Answered.class, model.state());
        assertEquals(2, answered.rows());
        assertTrue(answered.counted());
        assertEquals("answered", tabs.past().found().getFirst().outcome());
        assertEquals(2, tabs.past().found().getFirst().rows());
        assertEquals("mine", Titles.of(tabs.past().found().getFirst().sql()));
    }

    @Test
    void refusesAndOffersARewriteThatDoesNotRunByItself() throws InterruptedException {
        ask("select region, random() from spend");
        var refused = assertInstanceOf(QueryState.Refused.class, model.state());
        assertEquals("NONDETERMINISM", refused.decision().rule().name());
        assertEquals("NONDETERMINISM", tabs.past().found().getFirst().detail());
        model.useRepair();
        assertTrue(purchase.queries.decide(model.textProperty().get()).mayRun());
        assertInstanceOf(QueryState.Refused.class, model.state());
        model.run();
        settle();
        assertTrue(PastQuestions.Ended.REPAIRED.holds(tabs.past().all().getFirst()));
        model.textProperty().set(model.textProperty().get() + " -- by hand");
        model.run();
        settle();
        assertFalse(PastQuestions.Ended.REPAIRED.holds(tabs.past().all().getFirst()));
    }

    @Test
    void cancelsAtOnceAndCanBeAskedAgain() throws InterruptedException {
        model.textProperty().set(ENDLESS);
        model.run();
        assertInstanceOf(QueryState.Running.class, model.state());
        model.cancel();
        settle();
        assertInstanceOf(QueryState.Cancelled.class, model.state());
        ask("select count(*) from spend");
        assertInstanceOf(QueryState.Answered.class, model.state());
    }

    @Test
    void aNewQuestionTakesTheOldOnesPlace() throws InterruptedException {
        model.textProperty().set(ENDLESS);
        model.run();
        ask("select count(*) from spend");
        var answered = assertInstanceOf(QueryState.Answered.class, model.state());
        assertEquals(3, answered.first().rows().integer(0, 0));
    }

    @Test
    void failsWithAProblemAndKeepsTheText() throws InterruptedException {
        ask("select cast(region as integer) from spend");
        assertEquals(
                "query-failed",
                assertInstanceOf(QueryState.Failed.class, model.state())
                        .problem()
                        .code());
        assertEquals(
                "select cast(region as integer) from spend",
                model.textProperty().get());
    }

    @Test
    void anAnswerThatFailsFurtherDownIsShownAndRememberedAsFailed() throws InterruptedException {
        var states = new ArrayList<Class<?>>();
        model.stateProperty().subscribe(state -> states.add(state.getClass()));
        ask(FAILS_LATE);
        assertTrue(states.contains(QueryState.Answered.class), states.toString());
        var failed = assertInstanceOf(QueryState.Failed.class, model.state());
        assertEquals("query-failed", failed.problem().code());
        assertEquals(
                List.of("failed"),
                tabs.past().all().stream().map(History.Entry::outcome).toList());
        assertEquals(
                List.of("failed"),
                tabs().past().all().stream().map(History.Entry::outcome).toList());
    }

    @Test
    void aPageOfAnAnswerThatIsGoneChangesNothing() throws InterruptedException {
        ask("from spend");
        var before = assertInstanceOf(QueryState.Answered.class, model.state());
        ask("select count(*) from spend");
        model.broke(before, new IllegalStateException("closed"));
        assertInstanceOf(QueryState.Answered.class, model.state());
        assertEquals(2, tabs.past().all().size());
    }

    @Test
    void closesItsResultWhenThePurchaseGoes() throws InterruptedException {
        ask("from spend");
        open.set(Optional.empty());
        assertInstanceOf(QueryState.NoPurchase.class, model.state());
        model.run();
        assertInstanceOf(QueryState.NoPurchase.class, model.state());
    }

    @Test
    void typedTextOutlivesTheSession() throws InterruptedException {
        model.textProperty().set("select '한글' -- not finished");
        assertFalse(tabs.keptProperty().get());
        tabs.save();
        settle();
        assertTrue(tabs.keptProperty().get());
        assertEquals(
                "select '한글' -- not finished", tabs().shown().textProperty().get());
    }

    @Test
    void historyOutlivesTheSession() throws InterruptedException {
        ask("select 1 from spend");
        ask("select random() from spend");
        assertEquals(
                List.of("refused", "answered"),
                tabs().past().found().stream().map(History.Entry::outcome).toList());
    }

    @Test
    void exportsWhatIsSeen() throws InterruptedException {
        ask("select region, contributors from spend order by 2");
        var file = folder.resolve("seen.csv");
        var outcomes = new LinkedBlockingQueue<Outcome<Path>>();
        model.export(file, Format.CSV, outcomes::add);
        settle();
        assertInstanceOf(Outcome.Done.class, outcomes.poll());
        assertTrue(Files.exists(file));
        assertFalse(model.state() instanceof QueryState.Failed);
    }

    @Test
    void everyExampleIsAllowed() {
        var examples =
                new Examples(new Words(Language.ENGLISH).in(QueryWorkspace.class)).of(purchase.queries.schemas());
        assertEquals(3, examples.size());
        examples.forEach(sql -> assertTrue(purchase.queries.decide(sql).mayRun(), sql));
    }

    private QueryTabs tabs() {
        return new QueryTabs(jobs, open, new Workbook(folder.resolve("book")), Clock.systemUTC());
    }

    private void ask(String sql) throws InterruptedException {
        model.textProperty().set(sql);
        model.run();
        settle();
    }

    /// Delivers until no job runs.
    private void settle() throws InterruptedException {
        deliveries.settle(jobs);
    }
}
