package io.poseidon.workbench.query.view;

import static io.poseidon.workbench.ui.Until.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.app.evidence.EvidenceCheck;
import io.poseidon.workbench.app.evidence.KeyNotary;
import io.poseidon.workbench.app.evidence.UserGate;
import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.query.SamplePurchase;
import io.poseidon.workbench.query.audit.Place;
import io.poseidon.workbench.query.upload.UploadShelf;
import io.poseidon.workbench.query.view.own.OwnTablesModel;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.question.Workbook;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Pictures;
import io.poseidon.workbench.ui.Sight;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a buyer does on the query screen, through the real toolkit, on the purchase that is shipped.
@ExtendWith(ApplicationExtension.class)
final class QueryJourneyTest {

    private static final String ENDLESS = "select count(*) from spend a, spend b, spend c, spend d, spend e"
            + " where a.amount_sum + b.amount_sum * c.month % 7 = d.month + e.month";

    private static SamplePurchase purchase;

    @TempDir
    private Path folder;

    private final SimpleObjectProperty<Optional<OpenedBundle>> open =
            new SimpleObjectProperty<>(Optional.of(purchase.bundle));
    private Sight.KeptNotices notices;
    private QueryTabs tabs;
    private OwnTablesModel own;
    private OpenPurchase questions;
    private QueryWorkspace workspace;

    @BeforeAll
    static void openPurchase() {
        purchase = new SamplePurchase();
    }

    @AfterAll
    static void closePurchase() {
        purchase.close();
    }

    @Start
    private void start(Stage stage) {
        var theme = new Theme();
        var surroundings = Sight.surroundings(theme, new Words(Language.ENGLISH));
        notices = (Sight.KeptNotices) surroundings.notices();
        var notary = KeyNotary.own(folder, Optional.empty());
        var gate = UserGate.open(folder, notary, Place.QUERY, Clock.systemUTC()).gate();
        questions = new OpenPurchase(surroundings.jobs(), purchase.engine, open, gate, notices::tell);
        var shelf = UploadShelf.open(folder.resolve("own-tables.json"));
        var cells = new BesideCells(surroundings.jobs(), purchase.engine, questions, shelf, notices::tell);
        own = cells.own();
        tabs = new QueryTabs(surroundings.jobs(), cells.queriesProperty(), new Workbook(folder), Clock.systemUTC());
        workspace = new QueryWorkspace(surroundings, tabs, Optional.empty(), List.of(own));
        var scene = theme.scene(Pictures.framed(workspace, 1000), 1000, 900);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::shortcut);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void closeResults(FxRobot robot) {
        robot.interact(() -> {
            workspace.deactivated();
            open.set(Optional.empty());
            questions.close();
        });
    }

    @Test
    void laysATableOfHisOwnBesideTheCellsAndJoinsIt(FxRobot robot) throws Exception {
        assertTrue(shows(robot, "It never leaves this computer"));
        var file = folder.resolve("My stores.csv");
        Files.writeString(file, "region,manager\nSeoul,Kim\nBusan,Lee\n");
        robot.interact(() -> own.add(List.of(file)));
        until(() -> shows(robot, "my_stores") && shows(robot, "2 rows") && shows(robot, "manager"));
        assertTrue(shows(robot, "never leaves this computer"));
        until(() -> tabs.venue()
                .getValue()
                .orElseThrow()
                .policy()
                .table("my_stores")
                .isPresent());
        robot.interact(() -> tabs.shown()
                .textProperty()
                .set("select m.manager, sum(s.amount_sum) as won from spend s join my_stores m on s.region = m.region"
                        + " group by 1"));
        until(() -> shows(robot, "Would be allowed"));
        robot.interact(() -> editor(robot).requestFocus());
        chord(robot, KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> rows(robot) == 2);
        Files.writeString(file, "region,manager\nSeoul,Park\n");
        robot.interact(() -> own.replace(own.tables().getFirst(), file));
        until(() -> shows(robot, "Not the table used before"));
        var before = tabs.venue().getValue();
        robot.interact(() -> robot.lookup("Use new").queryButton().fire());
        until(() -> shows(robot, "1 row") && !tabs.venue().getValue().equals(before));
        robot.interact(() -> tabs.shown().run());
        until(() -> rows(robot) == 1);
    }

    @Test
    void takesASignedRecordAwayThatAnybodyCanCheck(FxRobot robot) throws Exception {
        robot.interact(() -> tabs.ask("select region, sum(amount_sum) as won from spend group by 1"));
        until(() -> rows(robot) == 17);
        assertTrue(workspace.actions().stream().anyMatch(action -> action.id().equals("query.evidence")));
        var file = folder.resolve("answer.evidence.json");
        robot.interact(() -> workspace.evidence(file));
        until(() -> notices.told().stream().anyMatch(told -> told.contains("answer.evidence.json")));
        var sound = new EvidenceCheck(Trust.inFolder(folder.resolve("trusted")), folder).check(file);
        assertEquals("you", sound.signer());
        assertTrue(Files.exists(folder.resolve("answer.evidence.salt")));
    }

    @Test
    void aRecordThatCannotBeWrittenIsSaidAndLeavesNothing(FxRobot robot) throws Exception {
        robot.interact(() -> tabs.ask("select count(*) from spend"));
        until(() -> rows(robot) == 1);
        robot.interact(() -> workspace.evidence(folder.resolve("nowhere").resolve("answer.evidence.json")));
        until(() -> notices.told().contains("export-unwritable"));
        assertFalse(Files.exists(folder.resolve("nowhere")));
        assertInstanceOf(QueryState.Answered.class, tabs.shown().state());
    }

    @Test
    void typesAQuestionRunsItAndSeesItsRows(FxRobot robot) throws Exception {
        type(robot, "select month, sum(amount_sum) as won from spend group by 1 order by 1");
        until(() -> shows(robot, "Would be allowed"));
        chord(robot, KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> rows(robot) == 3);
        assertTrue(shows(robot, "Allowed"));
        assertTrue(shows(robot, "Read spend") || click(robot, "Plan") && shows(robot, "Read spend"));
    }

    @Test
    void takesTheRewriteOfARefusedQuestionAndRunsIt(FxRobot robot) throws Exception {
        var asked = "select region, user_id, sum(txn_count) as n from spend group by region, user_id";
        type(robot, asked);
        chord(robot, KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> tabs.shown().state() instanceof QueryState.Refused);
        until(() -> shows(robot, "There is no column user_id"));
        robot.interact(() -> robot.lookup("#use-rewrite").query().requestFocus());
        robot.type(KeyCode.SPACE);
        until(() -> !text().contains("user_id"));
        robot.interact(() -> editor(robot).undo());
        assertEquals(asked, text());
        robot.interact(() -> editor(robot).redo());
        robot.interact(() -> editor(robot).requestFocus());
        chord(robot, KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> rows(robot) == 17);
    }

    @Test
    void cancelsWhatTakesTooLongAndAsksAnother(FxRobot robot) throws Exception {
        robot.interact(() -> tabs.show(ENDLESS));
        robot.interact(() -> editor(robot).requestFocus());
        chord(robot, KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> shows(robot, "Running for"));
        robot.type(KeyCode.ESCAPE);
        until(() -> tabs.shown().state() instanceof QueryState.Cancelled);
        assertTrue(shows(robot, "Nothing partial was kept"));
        robot.interact(() -> tabs.ask("select count(*) from spend"));
        until(() -> rows(robot) == 1);
    }

    @Test
    void findsAnOldQuestionAndOpensItAgain(FxRobot robot) throws Exception {
        robot.interact(() -> tabs.ask("-- Totals by month\nselect month, sum(amount_sum) from spend group by 1"));
        until(() -> tabs.past().all().size() == 1);
        robot.interact(() -> tabs.ask("-- Of people\nselect random() from spend"));
        until(() -> tabs.past().all().size() == 2);
        robot.interact(() -> tabs.close(tabs.tabs().getFirst()));
        robot.type(KeyCode.F8);
        until(() -> robot.lookup((Node node) -> node instanceof TextField field && field.isFocused())
                .tryQuery()
                .isPresent());
        var search = robot.lookup((Node node) -> node instanceof TextField field && field.isFocused())
                .queryAs(TextField.class);
        robot.interact(() -> search.setText("totals"));
        assertEquals(1, tabs.past().found().size());
        robot.type(KeyCode.ENTER);
        until(() -> text().startsWith("-- Totals by month"));
        assertEquals(2, tabs.tabs().size());
    }

    @Test
    void takesTheAnswerAwayWithItsProvenance(FxRobot robot) throws Exception {
        robot.interact(() -> tabs.ask("select region, sum(contributors) as people from spend group by 1"));
        until(() -> rows(robot) == 17);
        var file = folder.resolve("people.csv");
        robot.interact(() -> workspace.export(file));
        until(() -> notices.told().stream().anyMatch(told -> told.contains("people.csv")));
        assertTrue(Files.readString(file).startsWith("region,people,people_low,people_high"));
        assertTrue(Files.exists(folder.resolve("people.csv.provenance.json")));
    }

    @Test
    void needsNothingButTheKeyboard(FxRobot robot) throws Exception {
        type(robot, "select reg");
        chord(robot, KeyCode.CONTROL, KeyCode.SPACE);
        robot.type(KeyCode.ENTER);
        until(() -> text().equals("select region"));
        type(robot, ", sum(txn_count) from spend group by 1");
        chord(robot, KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> rows(robot) == 17);
        chord(robot, KeyCode.CONTROL, KeyCode.E);
        until(() -> robot.lookup(".grid").queryAs(TableView.class).isFocused());
        chord(robot, KeyCode.CONTROL, KeyCode.E);
        until(() -> editor(robot).isFocused());
        chord(robot, KeyCode.CONTROL, KeyCode.T);
        until(() -> tabs.tabs().size() == 2);
        until(() -> editor(robot).isFocused());
        chord(robot, KeyCode.CONTROL, KeyCode.W);
        until(() -> tabs.tabs().size() == 1);
        assertEquals("select region, sum(txn_count) from spend group by 1", text());
    }

    private void shortcut(KeyEvent event) {
        workspace.actions().stream()
                .filter(action -> action.key().filter(key -> key.match(event)).isPresent())
                .findFirst()
                .ifPresent(action -> {
                    action.perform();
                    event.consume();
                });
    }

    private void type(FxRobot robot, String words) {
        robot.interact(() -> {
            var editor = editor(robot);
            editor.requestFocus();
            words.chars().forEach(c -> Event.fireEvent(editor, typed((char) c)));
        });
    }

    private static KeyEvent typed(char c) {
        return new KeyEvent(KeyEvent.KEY_TYPED, String.valueOf(c), "", KeyCode.UNDEFINED, false, false, false, false);
    }

    private static void chord(FxRobot robot, KeyCode first, KeyCode second) {
        robot.press(first, second).release(second, first);
    }

    private static boolean click(FxRobot robot, String word) {
        robot.clickOn(word);
        return true;
    }

    private String text() {
        return tabs.shown().textProperty().get();
    }

    private static CodeArea editor(FxRobot robot) {
        return robot.lookup(".sql-editor").queryAs(CodeArea.class);
    }

    private int rows(FxRobot robot) {
        boolean answered = tabs.shown().state() instanceof QueryState.Answered;
        return answered
                ? robot.lookup(".grid")
                        .tryQueryAs(TableView.class)
                        .map(table -> table.getItems().size())
                        .orElse(-1)
                : -1;
    }

    private static boolean shows(FxRobot robot, String words) {
        return robot.lookup((Node node) -> node instanceof Labeled labeled
                        && labeled.getText() != null
                        && labeled.getText().contains(words))
                .tryQuery()
                .isPresent();
    }
}
