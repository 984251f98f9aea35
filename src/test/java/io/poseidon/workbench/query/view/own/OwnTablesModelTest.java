package io.poseidon.workbench.query.view.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.job.Deliveries;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.Purchase;
import io.poseidon.workbench.query.gate.Gate;
import io.poseidon.workbench.query.upload.UploadShelf;
import io.poseidon.workbench.query.view.BesideCells;
import io.poseidon.workbench.query.view.OpenPurchase;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.question.Workbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Own tables beside the cells of a purchase, without a toolkit: outcomes are delivered on the test's own thread.
class OwnTablesModelTest {

    private static final String JOINED =
            "select m.manager, sum(s.amount_sum) as won from spend s join stores m on s.region = m.region group by 1";

    private final Deliveries deliveries = new Deliveries();
    private final Jobs jobs = new Jobs(deliveries);
    private final List<Problem> told = new ArrayList<>();
    private final SimpleObjectProperty<Optional<OpenedBundle>> bundle = new SimpleObjectProperty<>(Optional.empty());

    @TempDir
    private Path folder;

    private Purchase purchase;
    private OpenPurchase open;
    private BesideCells cells;
    private OwnTablesModel own;
    private QueryModel question;

    @BeforeEach
    void open() throws InterruptedException {
        purchase = new Purchase(folder);
        start();
        bundle.set(Optional.of(purchase.bundle));
        settle();
    }

    /// Closing fails where a result or an own table was left open.
    @AfterEach
    void close() throws InterruptedException {
        end();
        jobs.close();
        purchase.close();
        assertEquals(List.of(), told);
    }

    @Test
    void aTableThatIsAddedIsSeenByQuestionsAndOffered() throws Exception {
        own.add(List.of(stores("Kim")));
        assertInstanceOf(OwnTable.Reading.class, only());
        settle();
        var here = assertInstanceOf(OwnTable.Here.class, only());
        assertEquals("stores", here.name());
        assertEquals(2, here.upload().rows());
        assertEquals(List.of(List.of("Kim"), List.of("Lee")), managers());
        var offers = question.venue().orElseThrow().complete("select m. from spend s join stores m on true", 9);
        assertTrue(offers.stream().anyMatch(offer -> offer.toString().contains("manager")), offers.toString());
        assertTrue(question.venue()
                .orElseThrow()
                .provenance()
                .facts()
                .containsValue(here.upload().digest()));
    }

    @Test
    void theOtherScreensGoOnWithoutIt() throws Exception {
        var shared = open.queriesProperty().get();
        own.add(List.of(stores("Kim")));
        settle();
        assertEquals(shared, open.queriesProperty().get());
        assertFalse(shared.orElseThrow().decide(JOINED).mayRun());
        assertTrue(cells.queriesProperty().get().orElseThrow().decide(JOINED).mayRun());
    }

    @Test
    void aTableThatIsRemovedIsSeenByNobody() throws Exception {
        own.add(List.of(stores("Kim")));
        settle();
        ask(JOINED);
        own.remove(only());
        settle();
        assertTrue(own.tables().isEmpty());
        ask(JOINED);
        assertInstanceOf(QueryState.Refused.class, question.state());
        assertEquals(open.queriesProperty().get(), cells.queriesProperty().get());
    }

    @Test
    void anotherContentUnderANameNeedsConsent() throws Exception {
        own.add(List.of(stores("Kim")));
        settle();
        var before = only().known();
        own.add(List.of(stores("Park")));
        settle();
        var changed = assertInstanceOf(OwnTable.Changed.class, only());
        assertEquals(before, changed.known());
        assertEquals(List.of(List.of("Kim"), List.of("Lee")), managers(), "until then questions see the old one");
        own.accept(changed);
        settle();
        assertEquals(List.of(List.of("Lee"), List.of("Park")), managers());
    }

    @Test
    void consentThatIsDeniedKeepsTheOldOne() throws Exception {
        own.add(List.of(stores("Kim")));
        settle();
        own.replace(only(), stores("Park"));
        settle();
        own.dismiss(only());
        assertInstanceOf(OwnTable.Here.class, only());
        assertEquals(List.of(List.of("Kim"), List.of("Lee")), managers());
    }

    @Test
    void filesOfOneNameThatComeAtOnceAreTablesOfTheirOwn() throws Exception {
        var other = Files.createDirectory(folder.resolve("other")).resolve("stores.csv");
        Files.writeString(other, "region,manager\nBusan,Park\n");
        own.add(List.of(stores("Kim"), other));
        settle();
        assertEquals(
                List.of("stores", "stores_2"),
                own.tables().stream()
                        .map(table ->
                                assertInstanceOf(OwnTable.Here.class, table).name())
                        .toList());
    }

    @Test
    void theSameContentNeedsNoConsentWhateverItsOrder() throws Exception {
        own.add(List.of(stores("Kim")));
        settle();
        var turned = folder.resolve("elsewhere").resolve("stores.csv");
        Files.createDirectories(turned.getParent());
        Files.writeString(turned, "region,manager\nBusan,Lee\n서울,Kim\n");
        own.add(List.of(turned));
        settle();
        assertEquals(turned, assertInstanceOf(OwnTable.Here.class, only()).file());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "csv-header-twice | region,REGION\\nSeoul,Busan\\n",
                "csv-too-few-fields | region,manager\\nSeoul\\n",
                "csv-empty | ''",
            })
    void aBadFileSaysWhyInItsPlaceAndChangesNothing(String code, String content) throws Exception {
        own.add(List.of(stores("Kim")));
        settle();
        var bad = folder.resolve("bad.csv");
        Files.writeString(bad, content.replace("\\n", "\n"));
        own.add(List.of(bad));
        settle();
        var broken = assertInstanceOf(OwnTable.Broken.class, own.tables().getLast());
        assertEquals(code, broken.problem().code());
        assertEquals(List.of(List.of("Kim"), List.of("Lee")), managers());
        own.dismiss(broken);
        assertEquals(1, own.tables().size());
    }

    @Test
    void aReplacementThatCannotBeReadLeavesTheOldOne() throws Exception {
        own.add(List.of(stores("Kim")));
        settle();
        own.replace(only(), folder.resolve("nowhere.csv"));
        settle();
        var broken = assertInstanceOf(OwnTable.Broken.class, only());
        assertTrue(broken.used().isPresent());
        assertEquals(List.of(List.of("Kim"), List.of("Lee")), managers());
    }

    @Test
    void anEmptyFieldIsNoText() throws Exception {
        var file = folder.resolve("seats.csv");
        Files.writeString(file, "region,seats\n서울,48\nBusan,\n");
        own.add(List.of(file));
        settle();
        var upload = assertInstanceOf(OwnTable.Here.class, only()).upload();
        assertEquals(Map.of("region", ColumnType.TEXT, "seats", ColumnType.INTEGER), upload.columns());
        assertEquals(List.of(Optional.of(48L), Optional.empty()), upload.column("seats"));
    }

    @Test
    void aFileCalledLikeTheCellsGetsANameOfItsOwn() throws Exception {
        var file = folder.resolve("spend.csv");
        Files.writeString(file, "region\nSeoul\n");
        own.add(List.of(file));
        settle();
        assertEquals("my_spend", only().name());
    }

    @Test
    void isThereAgainAfterARestart() throws Exception {
        own.add(List.of(stores("Kim")));
        settle();
        restart();
        assertInstanceOf(OwnTable.Here.class, only());
        assertEquals(List.of(List.of("Kim"), List.of("Lee")), managers());
    }

    @Test
    void aFileThatChangedBetweenSessionsNeedsConsent() throws Exception {
        own.add(List.of(stores("Kim")));
        settle();
        stores("Park");
        restart();
        var changed = assertInstanceOf(OwnTable.Changed.class, only());
        assertTrue(changed.used().isEmpty());
        ask(JOINED);
        assertInstanceOf(QueryState.Refused.class, question.state());
        restart();
        own.accept(assertInstanceOf(OwnTable.Changed.class, only(), "consent that was not given is asked for again"));
        settle();
        assertEquals(List.of(List.of("Lee"), List.of("Park")), managers());
    }

    @Test
    void aFileThatIsGoneIsSaidAndCanBeFoundAgainElsewhere() throws Exception {
        var file = stores("Kim");
        own.add(List.of(file));
        settle();
        var moved = folder.resolve("moved.csv");
        Files.move(file, moved);
        restart();
        own.replace(assertInstanceOf(OwnTable.Broken.class, only()), moved);
        settle();
        assertEquals("stores", assertInstanceOf(OwnTable.Here.class, only()).name());
        assertEquals(List.of(List.of("Kim"), List.of("Lee")), managers());
    }

    @Test
    void goesWithThePurchaseWhileItIsStillBeingRead() throws Exception {
        own.add(List.of(stores("Kim")));
        bundle.set(Optional.empty());
        settle();
        assertTrue(own.tables().isEmpty());
        assertTrue(cells.queriesProperty().get().isEmpty());
        bundle.set(Optional.of(purchase.bundle));
        settle();
        assertTrue(own.tables().isEmpty());
    }

    private void start() {
        open = new OpenPurchase(jobs, purchase.sealed.engine, bundle, Gate.forgetful(), told::add);
        cells = new BesideCells(
                jobs, purchase.sealed.engine, open, UploadShelf.open(folder.resolve("own-tables.json")), told::add);
        own = cells.own();
        question = new QueryTabs(jobs, cells.queriesProperty(), new Workbook(folder.resolve("book")), Clock.systemUTC())
                .shown();
    }

    private void end() throws InterruptedException {
        bundle.set(Optional.empty());
        settle();
        open.close();
    }

    private void restart() throws InterruptedException {
        end();
        start();
        bundle.set(Optional.of(purchase.bundle));
        settle();
    }

    private Path stores(String manager) throws IOException {
        var file = folder.resolve("stores.csv");
        Files.writeString(file, "Region,Manager\n서울," + manager + "\nBusan,Lee\n");
        return file;
    }

    private OwnTable only() {
        assertEquals(1, own.tables().size(), own.tables().toString());
        return own.tables().getFirst();
    }

    private List<List<String>> managers() throws InterruptedException {
        ask(JOINED + " order by 1");
        var answered = assertInstanceOf(QueryState.Answered.class, question.state());
        var rows = answered.first().rows();
        var managers = new ArrayList<List<String>>();
        for (long row = 0; row < answered.rows(); row++) {
            managers.add(List.of(rows.text(0, row)));
        }
        return managers;
    }

    private void ask(String sql) throws InterruptedException {
        question.textProperty().set(sql);
        question.run();
        settle();
    }

    private void settle() throws InterruptedException {
        deliveries.settle(jobs);
    }
}
