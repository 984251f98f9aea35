package io.poseidon.workbench.query.view;

import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Tag;
import io.poseidon.workbench.ui.part.Tone;
import java.util.ArrayList;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Run, cancel, and what became of it in one line.
final class RunBar extends HBox {

    private final QueryModel model;
    private final Words words;
    private final HBox outcome = new HBox(8);

    RunBar(QueryModel model, Words words) {
        super(8);
        this.model = model;
        this.words = words;
        getStyleClass().addAll("row", "run-bar");
        outcome.getStyleClass().add("row");
        var run = Buttons.withKey("Ctrl ↵", Buttons.with(Feather.PLAY, Buttons.primary(words.text("run"), model::run)));
        var cancel = Buttons.withKey("Esc", Buttons.normal(words.text("cancel"), model::cancel));
        cancel.disableProperty().bind(model.stateProperty().map(state -> !(state instanceof QueryState.Running)));
        run.disableProperty()
                .bind(model.stateProperty()
                        .map(state -> state instanceof QueryState.Running || state instanceof QueryState.NoPurchase));
        var where = Labels.bound(words.text(place()), "t12", "muted");
        where.setMinWidth(0);
        outcome.setMinWidth(USE_PREF_SIZE);
        run.setMinWidth(USE_PREF_SIZE);
        cancel.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(run, cancel, outcome, Labels.spring(), where);
        model.stateProperty().addListener(observable -> show());
        model.outdatedProperty().addListener(observable -> show());
        words.languageProperty().addListener(observable -> show());
        show();
    }

    /// What leaves where.
    private ObservableValue<String> place() {
        return model.stateProperty()
                .map(state -> model.venue().flatMap(Venue::purse).isPresent() ? "leaves.rows" : "local");
    }

    private void show() {
        outcome.getChildren().setAll(nodes());
    }

    private Node[] nodes() {
        var formats = Formats.in(words.language());
        return switch (model.state()) {
            case QueryState.Answered answered -> answered(answered);
            case QueryState.Refused refused ->
                new Node[] {
                    new Tag(words.text("tag.refused", refused.decision().rule()), Tone.WARNING).icon(Feather.SLASH),
                    Labels.small(words.text("decided-in", formats.duration(refused.took())))
                };
            case QueryState.Running ignored -> new Node[] {Labels.small(words.text("running"))};
            case QueryState.Failed ignored -> new Node[] {new Tag(words.text("failed"), Tone.DANGER).icon(Feather.X)};
            case QueryState.Cancelled ignored -> new Node[] {Labels.small(words.text("cancelled"))};
            case QueryState.NoPurchase ignored -> new Node[] {};
            case QueryState.Ready ignored -> new Node[] {};
        };
    }

    private Node[] answered(QueryState.Answered answered) {
        var formats = Formats.in(words.language());
        var nodes = new ArrayList<Node>();
        nodes.add(tag(answered.reply()));
        nodes.add(Labels.small(words.text(
                answered.counted() ? "rows-in" : "rows-so-far",
                formats.whole(answered.rows()),
                formats.duration(answered.took()))));
        var other = String.join(", ", model.outdatedProperty().get());
        if (!other.isEmpty()) {
            var tag = new Tag(words.text("tag.outdated", other), Tone.WARNING).icon(Feather.ALERT_TRIANGLE);
            Tooltip.install(tag, Buttons.tooltip(words.text("outdated.text", other)));
            nodes.add(tag);
        }
        var receipt = answered.reply().receipt();
        if (receipt.groups().isPresent()) {
            var rho = receipt.rho();
            nodes.add(Labels.bound(
                    rho.signum() == 0 ? words.text("cost.none") : words.text("cost.rho", formats.rho(rho.toDouble())),
                    "t12",
                    "priv"));
        }
        return nodes.toArray(Node[]::new);
    }

    private Tag tag(Reply.Answered reply) {
        if (reply.decision() instanceof Decision.Warn warn) {
            int notes = warn.cautions().size();
            return new Tag(words.text(notes == 1 ? "tag.allowed-note" : "tag.allowed-notes", notes), Tone.SUCCESS)
                    .icon(Feather.CHECK);
        }
        boolean filtered =
                reply.receipt().groups().filter(groups -> groups.hidden() > 0).isPresent();
        return filtered
                ? new Tag(words.text("tag.filtered"), Tone.SUCCESS).icon(Feather.FILTER)
                : new Tag(words.text("tag.allowed"), Tone.SUCCESS).icon(Feather.CHECK);
    }
}
