package io.poseidon.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.shell.settings.Settings;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a person does to the window in the first minute, through the real toolkit.
@ExtendWith(ApplicationExtension.class)
class WorkbenchJourneyTest {

    private WorkbenchFixture fixture;
    private Stage stage;

    @Start
    void start(Stage shown) throws IOException {
        Path folder = Files.createTempDirectory("workbench");
        fixture = new WorkbenchFixture(folder, Settings.standard(Locale.ENGLISH));
        stage = shown;
        stage.setScene(fixture.workbench.scene(1000, 900));
        stage.show();
    }

    @Test
    void switchThemeAndLanguage(FxRobot robot) {
        robot.clickOn("#theme");
        assertEquals(Theme.Mode.DARK, fixture.surroundings.theme().mode());
        assertTrue(stage.getScene().getRoot().getStyleClass().contains("dark"));
        robot.clickOn("#language");
        assertEquals(Language.KOREAN, fixture.surroundings.words().language());
        assertFalse(robot.lookup("최근 구매").queryAll().isEmpty());
        robot.clickOn("#language");
        assertFalse(robot.lookup("Recent purchases").queryAll().isEmpty());
    }

    @Test
    void findAnActionInThePaletteAndRunItByKeyboard(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        robot.interact(
                () -> robot.lookup(".palette-field").queryAs(TextField.class).setText("vault"));
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("vault", fixture.workbench.place());
        assertTrue(robot.lookup(".palette").queryAll().isEmpty());
    }

    @Test
    void escapeClosesThePaletteAndGivesTheFocusBack(FxRobot robot) {
        robot.clickOn("#theme");
        Node before = stage.getScene().getFocusOwner();
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        assertFalse(robot.lookup(".palette").queryAll().isEmpty());
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup(".palette").queryAll().isEmpty());
        assertEquals(before, stage.getScene().getFocusOwner());
    }

    @Test
    void tabStaysInASheetUntilItIsClosed(FxRobot robot) {
        robot.interact(fixture.workbench::openSettings);
        var seen = new java.util.HashSet<Node>();
        for (int i = 0; i < 30; i++) {
            robot.type(KeyCode.TAB);
            var owner = stage.getScene().getFocusOwner();
            assertTrue(isUnder(owner, "sheet"), () -> "outside: " + owner);
            seen.add(owner);
        }
        assertTrue(seen.size() > 3, seen::toString);
    }

    private static boolean isUnder(Node node, String style) {
        return node != null && (node.getStyleClass().contains(style) || isUnder(node.getParent(), style));
    }

    @Test
    void zoomInAndBackByKeyboard(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.EQUALS).release(KeyCode.EQUALS, KeyCode.CONTROL);
        assertEquals(1.1, fixture.surroundings.theme().zoomProperty().get());
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT0).release(KeyCode.DIGIT0, KeyCode.CONTROL);
        assertEquals(1, fixture.surroundings.theme().zoomProperty().get());
    }

    @Test
    void tabReachesEveryPartOfTheWindow(FxRobot robot) {
        var seen = new java.util.LinkedHashSet<Node>();
        robot.interact(() -> stage.getScene().getRoot().requestFocus());
        for (int i = 0; i < 40; i++) {
            robot.type(KeyCode.TAB);
            var owner = stage.getScene().getFocusOwner();
            if (owner == null || !seen.add(owner)) {
                break;
            }
        }
        assertTrue(seen.stream().anyMatch(node -> node.getStyleClass().contains("command-field")), seen.toString());
        assertTrue(seen.stream().anyMatch(node -> node.getStyleClass().contains("rail-item")), seen.toString());
        assertTrue(seen.stream().anyMatch(node -> node.getStyleClass().contains("recent-row")), seen.toString());
        assertTrue(seen.stream().anyMatch(node -> node.getStyleClass().contains("dock-tab")), seen.toString());
    }

    @Test
    void openARecentPurchaseByKeyboard(FxRobot robot) {
        robot.interact(() -> robot.lookup(".recent-row").queryAllAs(Node.class).stream()
                .filter(Node::isFocusTraversable)
                .findFirst()
                .orElseThrow()
                .requestFocus());
        robot.type(KeyCode.ENTER);
        assertEquals(1, fixture.opened.size());
    }
}
