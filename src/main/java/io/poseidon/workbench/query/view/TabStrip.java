package io.poseidon.workbench.query.view;

import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.question.Titles;
import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// The tabs of the questions, each called by its first line, and whether what is typed is on disk. Left and right move
/// between them, Delete or the middle button closes one.
final class TabStrip extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final QueryTabs tabs;
    private final Words words;
    private final HBox strip = new HBox();

    TabStrip(QueryTabs tabs, Words words) {
        this.tabs = tabs;
        this.words = words;
        getStyleClass().addAll("tab-strip", "row");
        strip.getStyleClass().add("row");
        strip.setMinWidth(0);
        HBox.setHgrow(strip, Priority.SOMETIMES);
        var kept = Labels.muted(words.text(tabs.keptProperty().map(saved -> saved ? "kept" : "not-kept")));
        kept.setMinWidth(USE_PREF_SIZE);
        kept.getStyleClass().add("kept");
        var plus = Buttons.smallIcon(Feather.PLUS, words.text("tab.new"), () -> tabs.open(""));
        getChildren().addAll(strip, plus, Labels.spring(), kept);
        tabs.tabs().addListener((ListChangeListener<QueryModel>) change -> build());
        tabs.shownProperty().addListener(observable -> select());
        build();
    }

    private void build() {
        strip.getChildren().setAll(tabs.tabs().stream().map(this::tab).toList());
        select();
    }

    private Node tab(QueryModel question) {
        var untitled = words.text("tab.untitled");
        var title = question.textProperty()
                .map(Titles::of)
                .flatMap(name -> name.isEmpty() ? untitled : new ReadOnlyStringWrapper(name));
        var label = Labels.bound(title, "t12", "tab-title");
        var close = Buttons.smallIcon(Feather.X, words.text("tab.close"), () -> tabs.close(question));
        close.getStyleClass().add("tab-close");
        close.setFocusTraversable(false);
        var icon = Icons.of(Feather.TERMINAL, 14);
        question.stateProperty().subscribe(state -> icon.getStyleClass().setAll("icon", "i14", tone(state)));
        var tab = new HBox(8, icon, label, close);
        tab.getStyleClass().addAll("query-tab", "row");
        tab.setUserData(question);
        tab.setFocusTraversable(true);
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        tab.accessibleTextProperty().bind(title);
        tab.accessibleHelpProperty().bind(words.text("tab.way"));
        tab.setOnMousePressed(event -> pressed(event, question));
        tab.setOnKeyPressed(event -> key(event, question));
        return tab;
    }

    private void pressed(MouseEvent event, QueryModel question) {
        if (event.getButton() == MouseButton.MIDDLE) {
            tabs.close(question);
        } else {
            tabs.shownProperty().set(question);
        }
    }

    private void key(KeyEvent event, QueryModel question) {
        if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            tabs.step(event.getCode() == KeyCode.LEFT ? -1 : 1);
            strip.getChildren().get(tabs.tabs().indexOf(tabs.shown())).requestFocus();
        } else if (event.getCode() == KeyCode.DELETE) {
            tabs.close(question);
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            tabs.shownProperty().set(question);
        } else {
            return;
        }
        event.consume();
    }

    private void select() {
        for (var tab : strip.getChildren()) {
            tab.pseudoClassStateChanged(SELECTED, tab.getUserData() == tabs.shown());
        }
    }

    private static String tone(QueryState state) {
        return switch (state) {
            case QueryState.Refused ignored -> "warn";
            case QueryState.Failed ignored -> "bad";
            case QueryState.Running ignored -> "accent";
            case QueryState.Answered ignored -> "text";
            case QueryState.Cancelled ignored -> "muted";
            case QueryState.Ready ignored -> "muted";
            case QueryState.NoPurchase ignored -> "muted";
        };
    }
}
