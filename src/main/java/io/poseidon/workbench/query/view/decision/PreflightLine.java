package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.preflight.Cost;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.StateMark;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.util.Duration;

/// A line under the editor, two where it is narrow, that says, when nothing was typed for a moment, what asking would
/// bring: the decision, what it costs, how much will be missing, how wide the intervals will be.
public final class PreflightLine extends FlowPane {

    private static final Duration MOMENT = Duration.millis(300);

    private final QueryModel model;
    private final Words words;

    public PreflightLine(QueryModel model, Words words) {
        super(8, 2);
        this.model = model;
        this.words = words;
        getStyleClass().add("preflight");
        setMinHeight(USE_PREF_SIZE);
        var moment = new PauseTransition(MOMENT);
        moment.setOnFinished(event -> model.lookAhead());
        model.textProperty().subscribe(text -> moment.playFromStart());
        model.ahead().seenProperty().subscribe(seen -> show());
        words.languageProperty().subscribe(language -> show());
    }

    private void show() {
        var nodes = model.ahead().seenProperty().get().map(this::line).orElse(List.of(waiting()));
        getChildren().setAll(nodes);
    }

    private Node waiting() {
        return Labels.muted(words.now("ahead.waiting"));
    }

    private List<Node> line(Preflight ahead) {
        var facts = new AheadFacts(ahead, words);
        var mark = mark(ahead);
        var nodes = new ArrayList<Node>();
        nodes.add(Labels.row(mark.node(14), said(facts.decision(), mark.tone())));
        if (ahead.decision().mayRun()) {
            nodes.add(said("· " + facts.cost(), "priv"));
        }
        if (ahead.decision().mayRun() && !ahead.audit().isAgainst()) {
            facts.missing().ifPresent(text -> nodes.add(said("· " + text, "muted")));
            facts.width().ifPresent(text -> nodes.add(said("· " + text, "muted")));
        }
        if (ahead.cost() instanceof Cost.Charged charged && charged.missing().isPresent()) {
            nodes.add(said("· " + facts.cost(), "priv"));
        }
        return nodes;
    }

    private static StateMark mark(Preflight ahead) {
        if (ahead.audit().isAgainst()) {
            return StateMark.REFUSED;
        }
        return switch (ahead.decision()) {
            case Decision.Allow ignored -> StateMark.DONE;
            case Decision.Filter ignored -> StateMark.DONE;
            case Decision.Warn ignored -> StateMark.WARNING;
            case Decision.Refuse ignored -> StateMark.REFUSED;
        };
    }

    private static Label said(String text, String tone) {
        return Labels.fixed(text, "t12", tone);
    }
}
