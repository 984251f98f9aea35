package io.poseidon.workbench.training.view;

import io.poseidon.workbench.training.RunState;
import io.poseidon.workbench.training.ShardState;
import io.poseidon.workbench.training.ShardState.Standing;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.EmptyState;
import io.poseidon.workbench.ui.layout.ProblemState;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.StateMark;
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
    private final RunHead head;
    private final VBox body = new VBox();

    RunPage(Desk desk) {
        this.desk = desk;
        this.words = desk.words();
        this.curves = new Curves(desk);
        this.timeline = new Timeline(desk);
        this.head = new RunHead(desk);
        setMinWidth(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox.setVgrow(curves, Priority.ALWAYS);
        getChildren().addAll(head, body);
    }

    void show(RunState state) {
        var problem = desk.model().problemProperty().get();
        head.show(state);
        body.getChildren().clear();
        problem.ifPresent(found -> body.getChildren().add(new ProblemState(words, found)));
        if (state.run().isEmpty()) {
            if (problem.isEmpty()) {
                body.getChildren().add(empty());
            }
            return;
        }
        body.getChildren().add(preflight(state));
        state.shards().values().stream()
                .filter(shard -> shard.standing() == Standing.LOST)
                .reduce((_, later) -> later)
                .ifPresent(lost -> body.getChildren().add(banner(state, lost)));
        timeline.show(state);
        curves.show(state);
        body.getChildren().addAll(new ShardTable(desk).of(state), timeline, curves);
    }

    private Node empty() {
        var state = new EmptyState(
                Feather.SHARE_2,
                words.text("empty"),
                words.text("empty.text", desk.model().venue().name()));
        VBox.setVgrow(state, Priority.ALWAYS);
        return state;
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

    private Node banner(RunState state, ShardState lost) {
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
