package io.poseidon.workbench.pricing.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.pricing.scenario.SampleTerms;
import io.poseidon.workbench.ui.Mode;
import io.poseidon.workbench.ui.Sight;
import io.poseidon.workbench.ui.Status;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/// An operator asks too much, sees how a buyer would get it for less, and mends the menu.
final class PricingJourneyTest {

    private final FxRobot robot = new FxRobot();
    private @Nullable PricingWorkspace shown;

    @BeforeEach
    void show() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(this::show);
    }

    @AfterEach
    void hide() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void makesTheMenuViolateSeesTheShoppingListAndRepairsIt() {
        assertEquals(Mode.LIVE, place().mode().getValue());
        assertTrue(robot.lookup("#shopping-list").tryQuery().isEmpty());

        type("#price-gold", "5900000");
        assertEquals("5,900,000", field("#price-gold").getText());
        assertTrue(field("#price-gold").getStyleClass().contains("wrong"));
        assertEquals(Mode.SIMULATION, place().mode().getValue());
        assertTrue(texts().contains("5 × silver"), texts());
        assertTrue(texts().contains("Saves a buyer ₩400,000."), texts());

        click("#repair-exact");
        assertEquals("5,500,000", field("#price-gold").getText());
        assertFalse(field("#price-gold").getStyleClass().contains("wrong"));
        assertTrue(robot.lookup("#shopping-list").tryQuery().isEmpty());

        click("#pricing-reset");
        assertEquals("3,900,000", field("#price-gold").getText());
        assertEquals(Status.State.READY, place().status().getValue().state());
    }

    @Test
    void marksWhatIsNoPriceAndKeepsIt() {
        type("#price-silver", "a lot");
        assertEquals("a lot", field("#price-silver").getText());
        assertTrue(field("#price-silver").getStyleClass().contains("wrong"));
        assertEquals(Mode.LIVE, place().mode().getValue());
    }

    private void show(Stage stage) {
        var surroundings = Sight.surroundings();
        shown = new PricingWorkspace(surroundings, new SimpleObjectProperty<>(Optional.of(SampleTerms.withMarket())));
        var regions = place().regions();
        var root = new BorderPane(regions.main());
        root.setLeft(regions.side().orElseThrow());
        root.setRight(regions.inspector().orElseThrow());
        stage.setScene(surroundings.theme().scene(root, 1000, 1000));
        stage.show();
    }

    private PricingWorkspace place() {
        return Objects.requireNonNull(shown);
    }

    private void type(String field, String text) {
        robot.interact(() -> {
            field(field).requestFocus();
            field(field).setText(text);
        });
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    }

    private void click(String button) {
        robot.interact(() -> robot.lookup(button).queryAs(Button.class).fire());
    }

    private TextField field(String query) {
        return robot.lookup(query).queryAs(TextField.class);
    }

    private String texts() {
        return robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .reduce("", (all, one) -> all + "\n" + one);
    }
}
