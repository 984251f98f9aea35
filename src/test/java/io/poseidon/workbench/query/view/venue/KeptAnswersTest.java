package io.poseidon.workbench.query.view.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.job.Deliveries;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.History;
import io.poseidon.workbench.query.Purchase;
import io.poseidon.workbench.query.audit.AuditLog;
import io.poseidon.workbench.query.audit.Place;
import io.poseidon.workbench.query.gate.Attestation;
import io.poseidon.workbench.query.gate.Gate;
import io.poseidon.workbench.query.gate.Notary;
import io.poseidon.workbench.query.result.Format;
import io.poseidon.workbench.query.shard.ShardDesk;
import io.poseidon.workbench.query.shard.ShardFolder;
import io.poseidon.workbench.query.shard.ShardShelf;
import io.poseidon.workbench.query.upload.UploadShelf;
import io.poseidon.workbench.query.view.BesideCells;
import io.poseidon.workbench.query.view.BesideRows;
import io.poseidon.workbench.query.view.OpenPurchase;
import io.poseidon.workbench.query.view.own.OwnTable;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.question.Workbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Answers are a person's work: they stay while another place is asked, and whoever takes one away is not hurried.
/// Without
/// a toolkit: outcomes are delivered on the test's own thread.
final class KeptAnswersTest {

    private static final String CELLS = "select region, sum(amount_sum) as won from spend group by 1";
    private static final String JOINED =
            "select m.manager, sum(s.amount_sum) as won from spend s join stores m on s.region = m.region group by 1";
    private static final String PEOPLE = "SELECT region, COUNT(DISTINCT user_id) AS people FROM txn GROUP BY region";
    private static final String ENDLESS = "select count(*) from spend a, spend b, spend c, spend d, spend e, spend f,"
            + " spend g, spend h, spend i, spend j, spend k, spend l, spend m, spend n, spend o, spend p, spend q,"
            + " spend r, spend s where a.amount_sum + b.amount_sum * s.month % 7 = q.month";

    private final Deliveries deliveries = new Deliveries();
    private final Jobs jobs = new Jobs(deliveries);
    private final List<Problem> told = new ArrayList<>();
    private final List<Outcome<Path>> taken = new ArrayList<>();
    private final SlowNotary notary = new SlowNotary();
    private final SimpleObjectProperty<Optional<OpenedBundle>> bundle = new SimpleObjectProperty<>(Optional.empty());

    @TempDir
    private Path folder;

    private Purchase purchase;
    private OpenPurchase open;
    private BesideCells cells;
    private BesideRows rows;
    private VenueChoice choice;
    private QueryTabs tabs;

    /// Signs when it may.
    private static final class SlowNotary implements Notary {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch may = new CountDownLatch(1);

        @Override
        public Attestation attestation() {
            return Attestation.SELF;
        }

        @Override
        public byte[] sign(ObjectNode statement) {
            asked.countDown();
            try {
                may.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return statement.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        purchase = new Purchase(folder);
        var engine = purchase.sealed.engine;
        var gate = new Gate(AuditLog.inMemory(ShardFolder.CLOCK), Optional.of(notary), Place.QUERY);
        open = new OpenPurchase(jobs, engine, bundle, gate, told::add);
        var shelf = UploadShelf.open(folder.resolve("own-tables.json"));
        cells = new BesideCells(jobs, engine, open, shelf, told::add);
        choice = new VenueChoice(
                jobs,
                cells.queriesProperty(),
                new ShardDesk(engine, ShardFolder.seat()),
                new ShardShelf(folder.resolve("person")),
                List.of());
        rows = new BesideRows(jobs, choice.venueProperty(), shelf, told::add);
        tabs = new QueryTabs(
                jobs,
                rows.venueProperty(),
                cells.queriesProperty(),
                new Workbook(folder.resolve("book")),
                ShardFolder.CLOCK);
        bundle.set(Optional.of(purchase.bundle));
        ShardFolder.write(folder.resolve("harbour"));
        settle();
    }

    /// Closing the engine fails where an answer was left open.
    @AfterEach
    void close() throws InterruptedException {
        bundle.set(Optional.empty());
        List.copyOf(tabs.tabs()).forEach(tabs::close);
        choice.close();
        settle();
        open.close();
        jobs.close();
        settle();
        purchase.close();
        assertEquals(List.of(), told);
    }

    @Test
    void theAnswerOfEachPlaceIsThereAgain() throws InterruptedException {
        ask(CELLS);
        var ofCells = assertInstanceOf(QueryState.Answered.class, state());
        choice.open(folder.resolve("harbour"));
        settle();
        assertInstanceOf(QueryState.Ready.class, state(), "nothing was asked here");
        ask(PEOPLE);
        var ofRows = assertInstanceOf(QueryState.Answered.class, state());
        choice.toCells();
        settle();
        assertSame(ofCells, state());
        assertEquals(2, ofCells.reply().result().page(0, 10, progress()).count());
        choice.to(choice.shards().getFirst());
        settle();
        assertSame(ofRows, state());
        assertTrue(question().outdatedProperty().get().isEmpty());
    }

    @Test
    void anAnswerOfAShardThatWasLeftCanStillBeTakenAway() throws Exception {
        choice.open(folder.resolve("harbour"));
        settle();
        ask(PEOPLE);
        choice.toCells();
        choice.to(choice.shards().getFirst());
        settle();
        var table = folder.resolve("people.csv");
        question().export(table, Format.CSV, taken::add);
        var record = folder.resolve("people.evidence.json");
        question().exportEvidence(record, taken::add);
        settle();
        taken.forEach(outcome -> assertInstanceOf(Outcome.Done.class, outcome));
        assertEquals(2, taken.size());
        assertTrue(Files.readString(table).startsWith("region,people"));
        assertTrue(Files.exists(record));
    }

    @Test
    void whatRunsWhereOneLeavesIsGivenUpAndRemembered() throws InterruptedException {
        question().textProperty().set(ENDLESS);
        question().run();
        choice.open(folder.resolve("harbour"));
        settle();
        assertInstanceOf(QueryState.Ready.class, state());
        choice.toCells();
        settle();
        assertInstanceOf(QueryState.Cancelled.class, state());
        assertEquals(
                List.of("cancelled"),
                tabs.past().all().stream().map(History.Entry::outcome).toList());
    }

    @Test
    void anAnswerSaysThatItsOwnTableIsAnotherByNow() throws Exception {
        cells.own().add(List.of(stores("Kim")));
        settle();
        ask(JOINED);
        var before = assertInstanceOf(QueryState.Answered.class, state());
        assertEquals(List.of(), question().outdatedProperty().get());
        cells.own().replace(cells.own().tables().getFirst(), stores("Park"));
        settle();
        cells.own()
                .accept(assertInstanceOf(
                        OwnTable.Changed.class, cells.own().tables().getFirst()));
        settle();
        assertSame(before, state(), "the answer stays");
        assertEquals(List.of("stores"), question().outdatedProperty().get());
        assertEquals(2, before.reply().result().page(0, 10, progress()).count(), "and can be read further");
        question().run();
        settle();
        assertEquals(List.of(), question().outdatedProperty().get());
        cells.own().remove(cells.own().tables().getFirst());
        settle();
        assertEquals(List.of("stores"), question().outdatedProperty().get());
    }

    @Test
    void anAnswerWithoutOwnTablesIsNotTouchedByThem() throws Exception {
        cells.own().add(List.of(stores("Kim")));
        settle();
        ask(CELLS);
        cells.own().remove(cells.own().tables().getFirst());
        settle();
        assertInstanceOf(QueryState.Answered.class, state());
        assertEquals(List.of(), question().outdatedProperty().get());
    }

    @Test
    void theAnswersOfAPurchaseGoWithItThoughAShardIsAsked() throws InterruptedException {
        ask(CELLS);
        var answered = assertInstanceOf(QueryState.Answered.class, state());
        choice.open(folder.resolve("harbour"));
        settle();
        ask(PEOPLE);
        bundle.set(Optional.empty());
        assertInstanceOf(QueryState.Answered.class, state(), "the shard's stays");
        choice.toCells();
        settle();
        assertInstanceOf(QueryState.NoPurchase.class, state());
        bundle.set(Optional.of(purchase.bundle));
        settle();
        assertInstanceOf(QueryState.Ready.class, state());
        assertFalse(state() == answered);
    }

    @Test
    @Timeout(60)
    void aFileThatWasBegunIsFinishedThoughItsTabIsClosed() throws Exception {
        ask(CELLS);
        var file = folder.resolve("answer.evidence.json");
        question().exportEvidence(file, taken::add);
        notary.asked.await();
        question().run();
        tabs.close(question());
        assertFalse(Files.exists(file));
        notary.may.countDown();
        settle();
        assertInstanceOf(Outcome.Done.class, taken.getFirst());
        assertTrue(Files.exists(file));
    }

    @Test
    @Timeout(60)
    void aFileThatWasBegunEndsWithItsPurchaseAndLeavesNothing() throws Exception {
        ask(CELLS);
        question().exportEvidence(folder.resolve("taken.evidence.json"), taken::add);
        notary.asked.await();
        tabs.close(question());
        bundle.set(Optional.empty());
        settle();
        assertInstanceOf(Outcome.Cancelled.class, taken.getFirst());
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().contains("taken")).toList());
        }
    }

    private static Progress progress() {
        return Progress.NONE;
    }

    private QueryModel question() {
        return tabs.shown();
    }

    private QueryState state() {
        return question().state();
    }

    private Path stores(String manager) throws IOException {
        return Files.writeString(folder.resolve("stores.csv"), "region,manager\n서울," + manager + "\nBusan,Lee\n");
    }

    private void ask(String sql) throws InterruptedException {
        question().textProperty().set(sql);
        question().run();
        settle();
    }

    private void settle() throws InterruptedException {
        deliveries.settle(jobs);
    }
}
