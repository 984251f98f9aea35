package io.poseidon.workbench.pricing.view;

import static io.poseidon.workbench.ui.Labels.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.pricing.scenario.SampleTerms;
import io.poseidon.workbench.ui.Pictures;
import io.poseidon.workbench.ui.Sight;
import io.poseidon.workbench.ui.workspace.Mode;
import io.poseidon.workbench.ui.workspace.Status;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// An operator asks too much, sees how a buyer would get it for less, and mends the menu.
@ExtendWith(ApplicationExtension.class)
final class PricingJourneyTest {

    private final FxRobot robot = new FxRobot();
    private @Nullable PricingWorkspace shown;

    @Start
    private void start(Stage stage) {
        var surroundings = Sight.surroundings();
        shown = new PricingWorkspace(surroundings, new SimpleObjectProperty<>(Optional.of(SampleTerms.withMarket())));
        stage.setScene(surroundings.theme().scene(Pictures.framed(place(), 1440), 1000, 1000));
        stage.show();
    }

    @Test
    void makesTheMenuViolateSeesTheShoppingListAndRepairsIt() {
        assertEquals(Mode.LIVE, place().mode().getValue());
        assertTrue(robot.lookup("#shopping-list").tryQuery().isEmpty());

        type("#price-gold", "5900000");
        assertEquals("5,900,000", field("#price-gold").getText());
        assertTrue(field("#price-gold").getStyleClass().contains("wrong"));
        assertEquals(Mode.SIMULATION, place().mode().getValue());
        assertTrue(texts(robot).contains("5 × silver"), texts(robot));
        assertTrue(texts(robot).contains("Saves a buyer ₩400,000."), texts(robot));

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
}
