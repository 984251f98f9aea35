package io.poseidon.workbench.quality.view;

import static io.poseidon.workbench.ui.Labels.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.quality.Dimension;
import io.poseidon.workbench.quality.SampleSubject;
import io.poseidon.workbench.quality.Subject;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Pictures;
import io.poseidon.workbench.ui.Sight;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Words;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A buyer looks at how good a purchase is, and asks for the evidence of one dimension.
@ExtendWith(ApplicationExtension.class)
final class QualityJourneyTest {

    private final FxRobot robot = new FxRobot();
    private final SimpleObjectProperty<Optional<Subject>> subject = new SimpleObjectProperty<>(Optional.empty());
    private final Words words = new Words(Language.ENGLISH);
    private @Nullable QualityWorkspace shown;

    @Start
    private void start(Stage stage) {
        var surroundings = Sight.surroundings(new Theme(), words);
        shown = new QualityWorkspace(surroundings, subject);
        stage.setScene(surroundings.theme().scene(Pictures.framed(place(), 1440), 1000, 1000));
        stage.show();
    }

    @Test
    void readsTheScoresThenTheEvidenceOfOneInTheOtherLanguage() throws TimeoutException {
        assertTrue(texts(robot).contains("Nothing to judge yet"), texts(robot));
        robot.interact(() -> subject.set(Optional.of(SampleSubject.younger())));
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> place().model().judged().get().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(texts(robot).contains("1 − total variation to the population"), texts(robot));
        assertTrue(texts(robot).contains("Ministry of the Interior and Safety"), texts(robot));

        robot.interact(() -> robot.lookup("#score-completeness").query().requestFocus());
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertEquals(Dimension.COMPLETENESS, place().model().selectedProperty().get());
        assertTrue(texts(robot).contains("a count, without error"), texts(robot));

        robot.interact(() -> words.languageProperty().set(Language.KOREAN));
        assertTrue(texts(robot).contains("오차 없는 개수") && texts(robot).contains("대표성"), texts(robot));
    }

    private QualityWorkspace place() {
        return Objects.requireNonNull(shown);
    }
}
