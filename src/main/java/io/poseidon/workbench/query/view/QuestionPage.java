package io.poseidon.workbench.query.view;

import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.query.Venue;
import io.poseidon.workbench.query.view.decision.NothingShown;
import io.poseidon.workbench.query.view.decision.PreflightLine;
import io.poseidon.workbench.query.view.decision.RefusalPane;
import io.poseidon.workbench.query.view.editor.SqlEditor;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.query.view.result.ResultPane;
import io.poseidon.workbench.query.view.venue.VenueChoice;
import io.poseidon.workbench.query.view.venue.VenuePane;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.ProblemState;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One question: its editor, the run bar, and under them whatever state it is in.
final class QuestionPage extends StackPane {

    private final Surroundings surroundings;
    private final Words words;
    private final QueryModel model;
    private final Optional<VenueChoice> choice;
    private final SqlEditor editor;
    private final StackPane below = new StackPane();
    private Optional<ResultPane> result = Optional.empty();
    private final InvalidationListener colours = observable -> drawAnew();
    private int place;

    QuestionPage(Surroundings surroundings, Words words, QueryModel model, Optional<VenueChoice> choice) {
        this.surroundings = surroundings;
        this.words = words;
        this.model = model;
        this.choice = choice;
        this.editor = new SqlEditor(
                model.textProperty(),
                (text, caret) ->
                        model.venue().map(open -> open.complete(text, caret)).orElse(List.of()),
                words.text("editor"),
                words.text("editor.way"));
        var lower = new VBox(new PreflightLine(model, words), new RunBar(model, words), below);
        lower.getStyleClass().add("query-lower");
        lower.setMinHeight(160);
        VBox.setVgrow(below, Priority.ALWAYS);
        var split = new SplitPane(editor, lower);
        split.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(editor, false);
        new EditorHeight(split, model.textProperty()).follow();
        getChildren().add(split);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        model.stateProperty().addListener(observable -> show());
        words.languageProperty().addListener(observable -> show());
        surroundings.theme().modeProperty().addListener(new WeakInvalidationListener(colours));
        choice.ifPresent(places -> places.stateProperty().addListener(observable -> show()));
        show();
    }

    private void drawAnew() {
        editor.drawAnew();
    }

    void focusEditor() {
        editor.focus();
    }

    void insert(String name) {
        editor.insert(name);
    }

    /// Into the editor or, from there, into the result.
    void toggleFocus() {
        if (editor.isFocusWithin() && result.isPresent()) {
            result.get().focus();
        } else {
            editor.focus();
        }
    }

    /// Puts the caret at the next place that was refused.
    void nextPlace() {
        if (model.state() instanceof QueryState.Refused refused) {
            var findings = refused.decision().findings();
            editor.goTo(findings.get(place % findings.size()).place());
            place++;
        }
    }

    private void keys(KeyEvent event) {
        boolean running = model.state() instanceof QueryState.Running;
        if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            model.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && running && !editor.isCompleting()) {
            model.cancel();
            event.consume();
        }
    }

    private void show() {
        place = 0;
        editor.mark(
                model.state() instanceof QueryState.Refused refused
                        ? refused.decision().findings().stream()
                                .map(Finding::place)
                                .toList()
                        : List.of());
        result = Optional.empty();
        below.getChildren().setAll(content());
    }

    private Node content() {
        return switch (model.state()) {
            case QueryState.Answered answered -> shown(answered);
            case QueryState.Refused refused ->
                new RefusalPane(model, words, refused, finding -> editor.goTo(finding.place())).scrolling();
            case QueryState.Running running -> new RunningPane(words, running.job());
            case QueryState.Failed failed -> new ProblemState(words, failed.problem());
            case QueryState.Cancelled ignored -> VenuePane.cancelled(words, spends());
            case QueryState.NoPurchase ignored ->
                choice.<Node>map(places -> new VenuePane(places, words)).orElseGet(() -> VenuePane.closed(words));
            case QueryState.Ready ignored -> new ExamplesPane(model, words);
        };
    }

    private boolean spends() {
        return model.venue().flatMap(Venue::purse).isPresent();
    }

    private Node shown(QueryState.Answered answered) {
        if (NothingShown.is(answered.reply().receipt())) {
            return new NothingShown(model, words, answered.reply().receipt()).scrolling();
        }
        var pane = new ResultPane(
                surroundings, words, answered, model.asked().orElseThrow(), cause -> model.broke(answered, cause));
        result = Optional.of(pane);
        return pane;
    }
}
