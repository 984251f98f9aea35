package io.poseidon.workbench.query.view;

import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.view.decision.RefusalPane;
import io.poseidon.workbench.query.view.editor.SqlEditor;
import io.poseidon.workbench.query.view.question.Examples;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.query.view.question.Titles;
import io.poseidon.workbench.query.view.result.ResultPane;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.EmptyState;
import io.poseidon.workbench.ui.layout.ProblemState;
import io.poseidon.workbench.ui.layout.ProgressLine;
import io.poseidon.workbench.ui.part.Buttons;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The main area: editor, run bar, and under them whatever state the question is in.
final class QueryPage extends VBox {

    private static final double EDITOR = 0.29;

    private final Surroundings surroundings;
    private final Words words;
    private final QueryModel model;
    private final SqlEditor editor;
    private final StackPane below = new StackPane();

    QueryPage(Surroundings surroundings, Words words, QueryModel model) {
        this.surroundings = surroundings;
        this.words = words;
        this.model = model;
        this.editor = new SqlEditor(
                model.textProperty(),
                () -> model.queries().map(PurchaseQueries::schemas).orElse(List.of()),
                words.now("editor"));
        var lower = new VBox(new RunBar(model, words), below);
        lower.getStyleClass().add("query-lower");
        VBox.setVgrow(below, Priority.ALWAYS);
        var split = new SplitPane(editor, lower);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(EDITOR);
        SplitPane.setResizableWithParent(editor, false);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().add(split);
        getStyleClass().add("query-page");
        getStylesheets().add(String.valueOf(QueryPage.class.getResource("query.css")));
        addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        model.stateProperty().addListener(observable -> show());
        words.languageProperty().addListener(observable -> show());
        show();
    }

    void insert(String name) {
        editor.insert(name);
    }

    private void keys(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            model.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && model.state() instanceof QueryState.Running) {
            model.cancel();
            event.consume();
        }
    }

    private void show() {
        editor.mark(
                model.state() instanceof QueryState.Refused refused
                        ? refused.decision().findings().stream()
                                .map(Finding::place)
                                .toList()
                        : List.of());
        below.getChildren().setAll(content());
    }

    private Node content() {
        return switch (model.state()) {
            case QueryState.Answered answered -> new ResultPane(surroundings, words, answered);
            case QueryState.Refused refused ->
                new RefusalPane(model, words, refused.decision(), finding -> editor.goTo(finding.place())).scrolling();
            case QueryState.Running(Job<?> job) -> padded(new ProgressLine(words, surroundings.jobs(), job));
            case QueryState.Failed failed -> new ProblemState(words, failed.problem());
            case QueryState.Cancelled ignored ->
                new EmptyState(Feather.SLASH, words.text("cancelled"), words.text("cancelled.text"));
            case QueryState.NoPurchase ignored ->
                new EmptyState(Feather.LOCK, words.text("closed"), words.text("closed.text"));
            case QueryState.Ready ignored -> examples();
        };
    }

    /// Questions of this purchase, put into the editor by a click.
    private Node examples() {
        var list = new VBox(8);
        for (var sql : Examples.of(model.queries().map(PurchaseQueries::schemas).orElse(List.of()))) {
            var title = new ReadOnlyStringWrapper(Titles.of(sql));
            list.getChildren()
                    .add(Buttons.link(title, () -> model.textProperty().set(sql)));
        }
        return new EmptyState(Feather.TERMINAL, words.text("examples"), words.text("examples.text"), list);
    }

    private static Node padded(Node node) {
        var box = new VBox(node);
        box.getStyleClass().add("refusal");
        return box;
    }
}
