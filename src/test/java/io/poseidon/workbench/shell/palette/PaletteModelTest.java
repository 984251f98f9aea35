package io.poseidon.workbench.shell.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.ui.workspace.Action;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class PaletteModelTest {

    private final SimpleBooleanProperty enabled = new SimpleBooleanProperty(true);
    private final PaletteModel model = new PaletteModel(() -> List.of(
            action("Open a purchase"),
            action("Go to Explore"),
            action("Export view").enabledWhile(enabled)));

    @Test
    void listsEverythingUntilSomethingIsTyped() {
        assertEquals(3, model.entries().size());
        assertEquals(3, model.total());
    }

    @Test
    void listsWhatMatchesBestFirst() {
        model.queryProperty().set("exp");
        assertEquals(
                List.of("Export view", "Go to Explore"),
                model.entries().stream()
                        .map(entry -> entry.action().title().getValue())
                        .toList());
    }

    @Test
    void movesRoundTheEnds() {
        model.move(-1);
        assertEquals(2, model.chosenProperty().get());
        model.move(1);
        assertEquals(0, model.chosenProperty().get());
    }

    @Test
    void doesNotRunWhatIsDisabled() {
        model.queryProperty().set("export");
        assertTrue(model.runnable().isPresent());
        enabled.set(false);
        assertTrue(model.runnable().isEmpty());
    }

    private static Action action(String title) {
        return Action.of(title, new SimpleStringProperty(title), Feather.BOX, () -> {});
    }
}
