package io.poseidon.workbench.query.view.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Deliveries;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.query.History;
import io.poseidon.workbench.query.PurchaseQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tabs and history without a toolkit and without a purchase.
class QueryTabsTest {

    private final Deliveries deliveries = new Deliveries();
    private final Jobs jobs = new Jobs(deliveries);
    private final SimpleObjectProperty<Optional<PurchaseQueries>> open = new SimpleObjectProperty<>(Optional.empty());

    @TempDir
    private Path folder;

    private QueryTabs tabs;

    @BeforeEach
    void make() {
        tabs = tabs();
    }

    /// What is still written to the folder is written before the folder goes.
    @AfterEach
    void end() throws InterruptedException {
        settle();
        jobs.close();
    }

    @Test
    void beginsWithOneEmptyTab() {
        assertEquals(1, tabs.tabs().size());
        assertEquals("", tabs.shown().textProperty().get());
        assertInstanceOf(QueryState.NoPurchase.class, tabs.shown().state());
    }

    @Test
    void showsATextWhereItLoosesNoOther() {
        tabs.show("select 1");
        assertEquals(List.of("select 1"), texts());
        tabs.show("select 2");
        assertEquals(List.of("select 1", "select 2"), texts());
        tabs.show("select 1 ");
        assertEquals(List.of("select 1", "select 2"), texts());
        assertSame(tabs.tabs().getFirst(), tabs.shown());
    }

    @Test
    void closesAllButOneWhichIsEmptiedInstead() {
        tabs.show("select 1");
        tabs.open("select 2");
        tabs.open("select 3");
        tabs.close(tabs.tabs().get(1));
        assertEquals(List.of("select 1", "select 3"), texts());
        assertEquals("select 3", tabs.shown().textProperty().get());
        tabs.close(tabs.shown());
        var last = tabs.shown();
        assertEquals("select 1", last.textProperty().get());
        tabs.close(last);
        assertEquals(List.of(""), texts());
        assertNotSame(last, tabs.shown());
    }

    @Test
    void bringsBackWhatWasClosedLast() {
        tabs.show("select 1");
        tabs.open("select 2");
        tabs.close(tabs.shown());
        tabs.close(tabs.shown());
        assertEquals(List.of(""), texts());
        tabs.reopen();
        tabs.reopen();
        tabs.reopen();
        assertEquals(List.of("select 1", "select 2"), texts());
    }

    @Test
    void goesRoundTheTabs() {
        tabs.show("a");
        tabs.open("b");
        tabs.step(1);
        assertEquals("a", tabs.shown().textProperty().get());
        tabs.step(-1);
        assertEquals("b", tabs.shown().textProperty().get());
    }

    @Test
    void restoresEveryTabAndTheOneThatWasShown() throws InterruptedException {
        tabs.show("-- 하나\nselect 1");
        tabs.open("-- 둘");
        tabs.shownProperty().set(tabs.tabs().getFirst());
        assertFalse(tabs.keptProperty().get());
        tabs.save();
        settle();
        assertTrue(tabs.keptProperty().get());
        var again = tabs();
        assertEquals(
                List.of("-- 하나\nselect 1", "-- 둘"),
                again.tabs().stream().map(tab -> tab.textProperty().get()).toList());
        assertEquals("-- 하나\nselect 1", again.shown().textProperty().get());
    }

    @Test
    void beginsAnewWhereTheDraftsAreNotToBeUnderstood() throws IOException {
        Files.createDirectories(folder.resolve("book"));
        Files.writeString(folder.resolve("book/query-drafts.json"), "{\"shown\": 9, \"texts\": [\"sel");
        assertEquals("", tabs().shown().textProperty().get());
        Files.writeString(folder.resolve("book/query-drafts.json"), "{\"shown\": 9, \"texts\": [\"a\", \"b\"]}");
        assertEquals("b", tabs().shown().textProperty().get());
    }

    @Test
    void savesOnlyWhatChanged() throws InterruptedException {
        tabs.save();
        settle();
        assertFalse(Files.exists(folder.resolve("book/query-drafts.json")));
    }

    @Test
    void findsWhatWasAskedByWordsAndByHowItEnded() {
        var past = tabs.past();
        past.add(entry("-- Totals by month\nselect sum(amount_sum) from spend", "answered", ""));
        past.add(entry("select user_id from txn", "refused", "IDENTITY_OUTPUT"));
        past.add(entry("select median(amount_sum) from spend", "failed", "query-failed"));
        past.add(entry("select 1", "cancelled", ""));
        assertEquals(4, past.found().size());
        past.searchProperty().set("  AMOUNT  month ");
        assertEquals(1, past.found().size());
        past.searchProperty().set("identity");
        assertEquals("refused", past.found().getFirst().outcome());
        past.searchProperty().set("");
        past.endedProperty().set(PastQuestions.Ended.CANCELLED);
        assertEquals(
                List.of("cancelled"),
                past.found().stream().map(History.Entry::outcome).toList());
        past.searchProperty().set("nothing like it");
        assertTrue(past.found().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "ALL, 7",
        "ANSWERED, 4",
        "FILTERED, 1",
        "WARNED, 1",
        "REPAIRED, 1",
        "REFUSED, 2",
        "EXHAUSTED, 1",
        "FAILED, 1",
        "CANCELLED, 0"
    })
    void everyWayToEndCanBeFound(PastQuestions.Ended ended, int found) {
        var past = tabs.past();
        past.add(entry("select 1", "answered", ""));
        past.add(entry("select 2", "answered", "filtered"));
        past.add(entry("select 3", "answered", "repaired"));
        past.add(new History.Entry(Instant.EPOCH, "d", "select 4", "warn", "answered", "", 2, Duration.ZERO));
        past.add(entry("select 5", "refused", "COLUMN"));
        past.add(entry("select 6", "refused", "BUDGET"));
        past.add(entry("select 7", "failed", "query-failed"));
        past.endedProperty().set(ended);
        assertEquals(found, past.found().size());
    }

    @Test
    void goesOnTellingListenersAfterMemoryWasCleared() {
        var told = new ArrayList<String>();
        tabs.past().found().addListener((ListChangeListener<History.Entry>) change -> told.add("past"));
        tabs.tabs().addListener((ListChangeListener<QueryModel>) change -> told.add("tabs"));
        System.gc();
        tabs.past().add(entry("select 1", "answered", ""));
        tabs.open("select 2");
        assertEquals(List.of("past", "tabs"), told);
    }

    /// The window cancels all jobs before it closes its screens, also those that were about to write.
    @Test
    void closingWritesDownWhatWasAskedInTheOrderInWhichItEnded() {
        var asked = IntStream.range(0, 40).mapToObj(i -> "select " + i).toList();
        asked.forEach(sql -> tabs.past().add(entry(sql, "answered", "")));
        jobs.close();
        tabs.close();
        var kept = new Workbook(folder.resolve("book")).history().entries();
        assertEquals(asked.reversed(), kept.stream().map(History.Entry::sql).toList());
    }

    private static History.Entry entry(String sql, String outcome, String detail) {
        return new History.Entry(Instant.EPOCH, "d", sql, "", outcome, detail, -1, Duration.ZERO);
    }

    private List<String> texts() {
        return tabs.tabs().stream().map(tab -> tab.textProperty().get()).toList();
    }

    private QueryTabs tabs() {
        return new QueryTabs(jobs, open, new Workbook(folder.resolve("book")), Clock.systemUTC());
    }

    private void settle() throws InterruptedException {
        deliveries.settle(jobs);
    }
}
