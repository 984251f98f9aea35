package io.poseidon.workbench.quality.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.quality.Dimension;
import io.poseidon.workbench.quality.SampleSubject;
import io.poseidon.workbench.quality.Subject;
import io.poseidon.workbench.ui.FxDelivery;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Sight;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Words;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A buyer looks at how good a purchase is, and asks for the evidence of one dimension.
final class QualityJourneyTest {

    private final FxRobot robot = new FxRobot();
    private final SimpleObjectProperty<Optional<Subject>> subject = new SimpleObjectProperty<>(Optional.empty());
    private @Nullable Surroundings surroundings;
    private @Nullable QualityWorkspace shown;

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
    void readsTheScoresThenTheEvidenceOfOneInTheOtherLanguage() throws TimeoutException {
        assertTrue(texts().contains("Nothing to judge yet"), texts());
        robot.interact(() -> subject.set(Optional.of(SampleSubject.younger())));
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> place().model().judged().get().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(texts().contains("1 − total variation to the population"), texts());
        assertTrue(texts().contains("Ministry of the Interior and Safety"), texts());

        robot.interact(() -> robot.lookup("#score-completeness").query().requestFocus());
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertEquals(Dimension.COMPLETENESS, place().model().selectedProperty().get());
        assertTrue(texts().contains("a count, without error"), texts());

        robot.interact(() ->
                Objects.requireNonNull(surroundings).words().languageProperty().set(Language.KOREAN));
        assertTrue(texts().contains("오차 없는 개수") && texts().contains("대표성"), texts());
    }

    private void show(Stage stage) {
        var words = new Words(Language.ENGLISH);
        var around = new Surroundings(words, new Theme(), new Jobs(new FxDelivery()), new Sight.KeptNotices());
        surroundings = around;
        shown = new QualityWorkspace(around, subject);
        var regions = place().regions();
        var root = new BorderPane(regions.main());
        root.setLeft(regions.side().orElseThrow());
        root.setRight(regions.inspector().orElseThrow());
        stage.setScene(around.theme().scene(root, 1000, 1000));
        stage.show();
    }

    private QualityWorkspace place() {
        return Objects.requireNonNull(shown);
    }

    private String texts() {
        return robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .reduce("", (all, one) -> all + "\n" + one);
    }
}
