package io.poseidon.workbench.query.view.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Deliveries;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.preflight.Cost;
import io.poseidon.workbench.query.shard.Shard;
import io.poseidon.workbench.query.shard.ShardDesk;
import io.poseidon.workbench.query.shard.ShardFolder;
import io.poseidon.workbench.query.shard.ShardShelf;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.question.Workbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The choice of where to ask, without a toolkit: outcomes are delivered on the test's own thread.
final class VenueChoiceTest {

    private static final String PEOPLE = "SELECT region, COUNT(DISTINCT user_id) AS people FROM txn GROUP BY region";

    private static Engine engine;

    private final Deliveries deliveries = new Deliveries();
    private final Jobs jobs = new Jobs(deliveries);

    @TempDir
    private Path folder;

    private Path harbour;
    private ShardShelf shelf;
    private VenueChoice choice;
    private QueryTabs tabs;

    @BeforeAll
    static void start() {
        engine = Engine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void make() throws IOException {
        harbour = ShardFolder.write(folder.resolve("harbour"));
        shelf = new ShardShelf(folder.resolve("person"));
        choice = choice();
        tabs = new QueryTabs(jobs, choice.venueProperty(), new Workbook(folder.resolve("person")), ShardFolder.CLOCK);
    }

    @AfterEach
    void close() throws InterruptedException {
        choice.close();
        settle();
        jobs.close();
    }

    @Test
    void opensAFolderAndRemembersIt() throws InterruptedException {
        choice.open(harbour);
        assertInstanceOf(VenueState.Opening.class, choice.stateProperty().get());
        assertTrue(choice.venueProperty().get().isEmpty());
        settle();
        assertInstanceOf(VenueState.Open.class, choice.stateProperty().get());
        assertEquals(
                "harbour",
                choice.venueProperty().get().orElseThrow().provenance().dataset());
        assertEquals(List.of(harbour), shelf.folders());
        choice.forget(choice.shards().getFirst());
        settle();
        assertEquals(List.of(), shelf.folders());
        assertInstanceOf(VenueState.Cells.class, choice.stateProperty().get());
    }

    @Test
    void whatCannotBeOpenedSaysWhyAndCanBeTriedAgain() throws Exception {
        choice.open(folder.resolve("nowhere"));
        settle();
        var failed =
                assertInstanceOf(VenueState.Failed.class, choice.stateProperty().get());
        assertEquals("shard-no-folder", failed.problem().code());
        assertEquals(List.of(), shelf.folders());
        Files.move(harbour, folder.resolve("nowhere"));
        choice.to(failed.shard());
        settle();
        assertInstanceOf(VenueState.Open.class, choice.stateProperty().get());
    }

    @Test
    void aShardThatSomebodyElseAsksIsNotWaitedFor() throws InterruptedException {
        try (var other = new ShardDesk(engine, ShardFolder.seat())) {
            other.open(Shard.in(harbour), Progress.NONE);
            choice.open(harbour);
            settle();
            var failed = assertInstanceOf(
                    VenueState.Failed.class, choice.stateProperty().get());
            assertEquals("ledger-in-use", failed.problem().code());
            assertTrue(failed.isBusy(), "nothing is broken: it opens once the other one has left");
        }
        choice.to(choice.shards().getFirst());
        settle();
        assertInstanceOf(VenueState.Open.class, choice.stateProperty().get());
    }

    @Test
    void leavingFreesTheHoldersFolderAndTheAnswers() throws InterruptedException {
        choice.open(harbour);
        settle();
        tabs.ask(PEOPLE);
        settle();
        assertInstanceOf(QueryState.Answered.class, tabs.shown().state());
        assertTrue(tabs.purseProperty().get().orElseThrow().own().spent().signum() > 0);
        choice.toCells();
        settle();
        assertInstanceOf(QueryState.NoPurchase.class, tabs.shown().state());
        assertTrue(tabs.purseProperty().get().isEmpty());
        try (var other = new ShardDesk(engine, ShardFolder.seat())) {
            other.open(Shard.in(harbour), Progress.NONE);
        }
    }

    @Test
    void anotherPlaceFreesTheHoldersFolderThoughAQuestionRuns() throws Exception {
        var quay = ShardFolder.write(folder.resolve("quay"));
        choice.open(harbour);
        settle();
        tabs.ask(PEOPLE);
        choice.open(quay);
        settle();
        assertEquals(
                "quay", choice.venueProperty().get().orElseThrow().provenance().dataset());
        try (var other = new ShardDesk(engine, ShardFolder.seat())) {
            other.open(Shard.in(harbour), Progress.NONE);
        }
    }

    @Test
    void closingTheWindowFreesTheHoldersFolder() throws InterruptedException {
        choice.open(harbour);
        settle();
        choice.close();
        try (var other = new ShardDesk(engine, ShardFolder.seat())) {
            other.open(Shard.in(harbour), Progress.NONE);
        }
    }

    @Test
    void changingOnesMindWhileItOpensLeavesNothingOpen() throws InterruptedException {
        choice.open(harbour);
        choice.toCells();
        settle();
        assertInstanceOf(VenueState.Cells.class, choice.stateProperty().get());
        try (var other = new ShardDesk(engine, ShardFolder.seat())) {
            other.open(Shard.in(harbour), Progress.NONE);
        }
    }

    @Test
    void whatAQuestionCostIsForeseenBeforeAndFreeAfterwards() throws InterruptedException {
        choice.open(harbour);
        settle();
        tabs.ask(PEOPLE);
        settle();
        var ahead = tabs.shown().ahead().seenProperty().get().orElseThrow();
        assertInstanceOf(Cost.Charged.class, ahead.cost());
        assertTrue(((Cost.Charged) ahead.cost()).repeated());
    }

    private VenueChoice choice() {
        var purchase = new SimpleObjectProperty<Optional<PurchaseQueries>>(Optional.empty());
        return new VenueChoice(jobs, purchase, new ShardDesk(engine, ShardFolder.seat()), shelf, List.of());
    }

    private void settle() throws InterruptedException {
        deliveries.settle(jobs);
    }
}
