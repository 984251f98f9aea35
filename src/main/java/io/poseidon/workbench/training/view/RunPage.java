package io.poseidon.workbench.training.view;

import io.poseidon.workbench.training.RunReport.Outcome;
import io.poseidon.workbench.training.RunState;
import io.poseidon.workbench.training.RunState.Shard;
import io.poseidon.workbench.training.RunState.Standing;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.EmptyState;
import io.poseidon.workbench.ui.layout.ProblemState;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Meter;
import io.poseidon.workbench.ui.part.StateMark;
import io.poseidon.workbench.ui.part.Tag;
import io.poseidon.workbench.ui.part.Tone;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The run in the middle: head with state and commands, preflight, shards, the round's timeline, curves.
final class RunPage extends VBox {

    private final Desk desk;
    private final Words words;
    private final Curves curves;
    private final Timeline timeline;

    RunPage(Desk desk) {
        this.desk = desk;
        this.words = desk.words();
        this.curves = new Curves(desk);
        this.timeline = new Timeline(desk);
        setMinWidth(0);
    }

    void show(RunState state) {
        var problem = desk.model().problemProperty().get();
        getChildren().setAll(head(state));
        problem.ifPresent(found -> getChildren().add(new ProblemState(words, found)));
        if (state.run().isEmpty()) {
            if (problem.isEmpty()) {
                getChildren().add(empty());
            }
            return;
        }
        getChildren().add(preflight(state));
        state.shards().values().stream()
                .filter(shard -> shard.standing() == Standing.LOST)
                .reduce((_, later) -> later)
                .ifPresent(lost -> getChildren().add(banner(state, lost)));
        timeline.show(state);
        curves.show(state);
        VBox.setVgrow(curves, Priority.ALWAYS);
        getChildren().addAll(new ShardTable(desk).of(state), timeline, curves);
    }

    private Node empty() {
        var state = new EmptyState(
                Feather.SHARE_2, words.text("empty"), words.text("empty.text", desk.model().venue().name()));
        VBox.setVgrow(state, Priority.ALWAYS);
        return state;
    }

    private Node head(RunState state) {
        boolean running = desk.model().runningProperty().get();
        var plan = state.plan();
        var row = Labels.row(Labels.section(words.text("run-title", plan.label().column())), tag(state));
        if (running && !state.rounds().isEmpty()) {
            row.getChildren().add(Labels.small(words.text("left", desk.formats().duration(state.left()))));
        }
        if (running) {
            row.getChildren()
                    .add(new Meter(Tone.ACCENT, words.text("progress"))
                            .at((double) state.rounds().size() / plan.rounds())
                            .wide(140));
        }
        row.getChildren().add(Labels.spring());
        var button = running
                ? Buttons.with(Feather.SQUARE, Buttons.normal(words.text("cancel"), desk.model()::cancel))
                : Buttons.with(Feather.PLAY, Buttons.primary(words.text("start"), desk.model()::start));
        button.setId(running ? "cancel" : "start");
        row.getChildren().add(button);
        return line(row, 48);
    }

    private Tag tag(RunState state) {
        if (state.outcome().isPresent()) {
            var outcome = state.outcome().get();
            return new Tag(words.text("outcome." + outcome.name()), tone(outcome));
        }
        if (state.run().isEmpty()) {
            return new Tag(words.text("outcome.READY"), Tone.PLAIN);
        }
        return new Tag(words.text("round-of", Math.max(1, state.round()), state.plan().rounds()), Tone.ACCENT)
                .icon(Feather.LOADER);
    }

    private static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case COMPLETED -> Tone.SUCCESS;
            case CANCELLED -> Tone.PLAIN;
            case QUORUM_LOST, FAILED -> Tone.DANGER;
        };
    }

    private Node preflight(RunState state) {
        long invited = state.shards().size();
        long declined = state.count(Standing.DECLINED);
        boolean answered = state.count(Standing.INVITED) == 0;
        boolean prepared = state.inputs() > 0;
        var checks = List.of(
                check(StateMark.DONE, "check.certificates", invited),
                check(
                        !answered ? StateMark.RUNNING : declined > 0 ? StateMark.REFUSED : StateMark.DONE,
                        declined > 0 ? "check.declined" : "check.policies",
                        declined > 0 ? declined : state.joined()),
                check(prepared ? StateMark.DONE : StateMark.WAITING, "check.prepared", state.inputs()),
                check(state.checkpoint().isPresent() ? StateMark.DONE : StateMark.WAITING, "check.digest", ""));
        var row = new HBox(16, Labels.fixed(words.now("preflight"), "t12", "strong"));
        row.getChildren().addAll(checks);
        row.setStyle("-fx-alignment: center-left;");
        return line(row, 36);
    }

    private Node check(StateMark mark, String key, Object argument) {
        var check = new HBox(6, mark.node(14), Labels.small(words.text(key, argument)));
        check.setStyle("-fx-alignment: center-left;");
        return check;
    }

    private Node banner(RunState state, Shard lost) {
        var formats = desk.formats();
        var why = lost.why().orElseThrow();
        var row = Labels.row(
                Icons.of(Feather.ALERT_TRIANGLE, 16, "warn"),
                Labels.bound(words.text("lost.title", lost.name(), why.round()), "t12", "strong", "warn"),
                Labels.small(words.text(
                        "lost.text",
                        state.takingPart(),
                        state.joined(),
                        formats.percent(state.rowsTakingPart(), 0),
                        state.plan().quorum().needed((int) state.joined()))));
        row.setStyle("-fx-padding: 0 16px; -fx-background-color: -c-warning-tint; -fx-border-color: -c-warning-line"
                + " transparent -c-warning-line transparent; -fx-border-width: 0 0 1px 0;");
        row.setMinHeight(36);
        return row;
    }

    static HBox line(HBox row, double height) {
        row.setMinHeight(height);
        row.setStyle(row.getStyle() + "-fx-alignment: center-left; -fx-padding: 0 16px; -fx-border-color: transparent"
                + " transparent -c-divider transparent; -fx-border-width: 0 0 1px 0;");
        return row;
    }
}
