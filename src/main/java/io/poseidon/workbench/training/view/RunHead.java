package io.poseidon.workbench.training.view;

import io.poseidon.workbench.training.RunState;
import io.poseidon.workbench.training.report.RunReport.Outcome;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Meter;
import io.poseidon.workbench.ui.part.Tag;
import io.poseidon.workbench.ui.part.Tone;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// What runs and how far it is, and the one command. Its buttons stay the same nodes while a run goes on, so that the
/// focus stays where it is.
final class RunHead extends HBox {

    private static final double HEIGHT = 48;

    private final Desk desk;
    private final Words words;
    private final SimpleStringProperty title = new SimpleStringProperty("");
    private final SimpleStringProperty left = new SimpleStringProperty("");
    private final StackPane tag = new StackPane();
    private final Meter meter;
    private final Button start;
    private final Button cancel;

    RunHead(Desk desk) {
        this.desk = desk;
        this.words = desk.words();
        this.meter = new Meter(Tone.ACCENT, words.text("progress")).wide(140);
        this.start = Buttons.with(Feather.PLAY, Buttons.primary(words.text("start"), this::start));
        this.cancel = Buttons.with(Feather.SQUARE, Buttons.normal(words.text("cancel"), desk.model()::cancel));
        start.setId("start");
        cancel.setId("cancel");
        getChildren()
                .add(RunPage.line(
                        Labels.row(
                                Labels.section(title), tag, Labels.small(left), meter, Labels.spring(), start, cancel),
                        HEIGHT));
        HBox.setHgrow(getChildren().getFirst(), Priority.ALWAYS);
    }

    private void start() {
        desk.model().start();
        cancel.requestFocus();
    }

    void show(RunState state) {
        boolean running = desk.model().runningProperty().get();
        title.set(words.now("run-title", state.plan().label().column()));
        left.set(
                running && !state.rounds().isEmpty()
                        ? words.now("left", desk.formats().duration(state.left()))
                        : "");
        tag.getChildren().setAll(tag(state));
        meter.at((double) state.rounds().size() / state.plan().rounds());
        shown(meter, running);
        shown(cancel, running);
        shown(start, !running);
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private Tag tag(RunState state) {
        if (state.outcome().isPresent()) {
            var outcome = state.outcome().get();
            return new Tag(words.text("outcome." + outcome.name()), tone(outcome));
        }
        if (!desk.model().runningProperty().get()) {
            return new Tag(words.text("outcome.READY"), Tone.PLAIN);
        }
        return new Tag(
                        words.text(
                                "round-of",
                                Math.max(1, state.round()),
                                state.plan().rounds()),
                        Tone.ACCENT)
                .icon(Feather.LOADER);
    }

    private static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case COMPLETED -> Tone.SUCCESS;
            case CANCELLED -> Tone.PLAIN;
            case QUORUM_LOST, FAILED -> Tone.DANGER;
        };
    }
}
