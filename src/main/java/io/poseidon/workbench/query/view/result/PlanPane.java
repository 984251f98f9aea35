package io.poseidon.workbench.query.view.result;

import io.poseidon.workbench.query.view.editor.SqlFlow;
import io.poseidon.workbench.query.view.editor.SqlLayout;
import io.poseidon.workbench.query.view.question.Titles;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.Card;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.StateMark;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What ran: its steps with what each touched, and the text itself.
final class PlanPane extends VBox {

    private final Words words;

    PlanPane(Words words, RunPlan plan) {
        super(12);
        this.words = words;
        getStyleClass().add("plan");
        var steps = new VBox(8);
        steps(plan).forEach(steps.getChildren()::add);
        var copy = Buttons.smallIcon(Feather.COPY, words.text("plan.copy"), () -> copy(plan.sql()));
        getChildren()
                .addAll(
                        Card.titled(words.text("plan.steps"), steps),
                        Card.titled(words.text("plan.sql"), new SqlFlow(SqlLayout.of(plan.sql())))
                                .extras(copy));
    }

    private List<Node> steps(RunPlan plan) {
        var formats = Formats.in(words.language());
        var steps = new ArrayList<Node>();
        steps.add(step(
                plan.rows().isPresent() ? "plan.rows.decided" : "plan.decided",
                Labels.mono(Titles.digest(plan.policy()))));
        if (plan.rows().isPresent()) {
            steps.addAll(own(plan, "plan.sent.text"));
            plan.rows()
                    .get()
                    .in(words)
                    .forEach(step -> steps.add(stepped(Labels.small(step.what()), Labels.muted(step.detail()))));
            return steps;
        }
        steps.add(step("plan.rewritten", Labels.muted(words.text("plan.rewritten.text"))));
        for (var read : plan.reads()) {
            var what = words.text("plan.reads.text", formats.whole(read.cells()), String.join(", ", read.columns()));
            steps.add(stepped(Labels.small(words.text("plan.reads", read.table())), Labels.muted(what)));
        }
        steps.addAll(own(plan, "plan.own.text"));
        steps.add(step("plan.locked", Labels.muted(words.text("plan.locked.text"))));
        if (plan.beside() > 0) {
            steps.add(step("plan.beside", Labels.muted(words.text("plan.beside.text", plan.beside()))));
        }
        steps.add(step("plan.cost", Labels.muted(words.text("plan.cost.text"))));
        return steps;
    }

    private List<Node> own(RunPlan plan, String key) {
        return plan.own().stream()
                .map(own -> {
                    var what = words.text(key, Titles.digest(own.digest()), String.join(", ", own.columns()));
                    return stepped(Labels.small(words.text("plan.reads", own.table())), Labels.muted(what));
                })
                .toList();
    }

    private Node step(String key, Label detail) {
        return stepped(Labels.small(words.text(key)), detail);
    }

    private static Node stepped(Label what, Label detail) {
        var words = new VBox(2, Labels.wrapping(what), Labels.wrapping(detail));
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(8, StateMark.DONE.node(14), words);
        row.getStyleClass().add("plan-step");
        return row;
    }

    private static void copy(String sql) {
        var content = new ClipboardContent();
        content.putString(sql);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
