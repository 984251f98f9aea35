package io.poseidon.workbench.training.view;

import static io.poseidon.workbench.ui.Labels.shows;
import static io.poseidon.workbench.ui.Until.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.remote.simulation.Pace;
import io.poseidon.workbench.training.report.RunReport.Outcome;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Pictures;
import io.poseidon.workbench.ui.Sight;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Words;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A buyer starts a run, reads who sees what, watches rounds go by, and stops it; the checkpoint stays.
@ExtendWith(ApplicationExtension.class)
final class TrainJourneyTest {

    @TempDir
    private static Path folder;

    /// So that the journey has its time, on a slow machine too.
    private static final Pace SLOWLY = span -> Pace.AS_ON_THE_WALL.pass(span.multipliedBy(5));

    private final Words words = new Words(Language.ENGLISH);
    private TrainingModel model;

    @Start
    private void start(Stage stage) {
        var theme = new Theme();
        var surroundings = Sight.surroundings(theme, words);
        model = SampleRuns.model(surroundings.jobs(), folder, SLOWLY, SampleRuns.garamIsLost());
        stage.setScene(theme.scene(Pictures.framed(new TrainingWorkspace(surroundings, model), 1440), 1000, 900));
        stage.show();
    }

    @Test
    void startsARunWatchesRoundsAndStopsIt(FxRobot robot) throws Exception {
        assertTrue(shows(robot, "No secure sum in this version"));
        assertTrue(shows(robot, "No run yet"));
        press(robot, "#start");
        until(() -> shows(robot, "Policies agree, 5 joined"));
        until(() -> model.stateProperty().get().rounds().size() >= 2);
        until(() -> shows(robot, "Holdout after round 2"));
        assertTrue(shows(robot, "simulated"));
        press(robot, "#cancel");
        until(() -> !model.runningProperty().get());
        until(() -> shows(robot, "stopped"));
        assertEquals(Outcome.CANCELLED, model.stateProperty().get().outcome().orElseThrow());
        assertTrue(shows(robot, "Checkpoint"));
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).query().requestFocus());
        robot.type(KeyCode.SPACE);
    }
}
