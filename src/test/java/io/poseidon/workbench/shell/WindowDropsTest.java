package io.poseidon.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poseidon.workbench.query.view.Dropped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What the window does with files, depending on whether a place has taken its own.
@ExtendWith(ApplicationExtension.class)
final class WindowDropsTest {

    private static final Path TABLE = Path.of("branches.csv");
    private static final Path PURCHASE = Path.of("Spend.POSEIDON");

    private final List<List<Path>> opened = new ArrayList<>();
    private final Region place = new Region();
    private boolean takes;

    @Start
    private void start(Stage stage) {
        place.addEventHandler(DragEvent.DRAG_DROPPED, event -> event.setDropCompleted(takes));
        var scene = new Scene(new StackPane(place));
        new Drops(opened::add).listenTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void opensEverythingThatNoPlaceHasTaken(FxRobot robot) {
        robot.interact(() -> Dropped.on(place, TABLE, PURCHASE));
        assertEquals(List.of(List.of(TABLE, PURCHASE)), opened);
    }

    @Test
    void opensThePurchasesOfADropWhoseTablesWereTaken(FxRobot robot) {
        takes = true;
        robot.interact(() -> Dropped.on(place, TABLE, PURCHASE));
        assertEquals(List.of(List.of(PURCHASE)), opened);
    }
}
