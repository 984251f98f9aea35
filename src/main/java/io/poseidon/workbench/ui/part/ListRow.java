package io.poseidon.workbench.ui.part;

import io.poseidon.workbench.ui.Icons;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// One line of a side list: icon, words (two lines from 44 on), and what stands at the right. Heights 28, 36, 44, 52.
/// With [#onOpen] it takes the focus and opens on click, Enter and Space; up and down move between its siblings.
public final class ListRow extends HBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final VBox words = new VBox();

    public ListRow(int height, Ikon icon, ObservableValue<String> title) {
        this(height, Icons.of(icon, 14), title);
    }

    public ListRow(int height, Node mark, ObservableValue<String> title) {
        super(8, mark);
        getStyleClass().addAll("list-row", "h" + height);
        var label = Labels.bound(title, height == 24 ? "t12" : "t13");
        words.getChildren().add(label);
        words.getStyleClass().add("list-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().add(words);
        accessibleTextProperty().bind(title);
    }

    /// The second line, 12 muted; add classes such as `mono` to the label returned by [#secondLine].
    public ListRow detail(ObservableValue<String> text) {
        return detail(Labels.muted(text));
    }

    public ListRow detail(Node line) {
        words.getChildren().add(line);
        return this;
    }

    /// Bold title.
    public ListRow strong() {
        words.getChildren().getFirst().getStyleClass().add("strong");
        return this;
    }

    /// At the right edge; what stands there is never cut, the title is.
    public ListRow trailing(Node... nodes) {
        for (var node : nodes) {
            if (node instanceof Label label) {
                label.setMinWidth(USE_PREF_SIZE);
            }
        }
        getChildren().addAll(nodes);
        return this;
    }

    public ListRow selected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
        return this;
    }

    /// Follows a condition.
    public ListRow selectedWhile(ObservableValue<Boolean> condition) {
        getProperties().put(SELECTED, condition); // a binding nobody holds would be forgotten
        condition.subscribe(this::selected);
        return this;
    }

    public ListRow onOpen(Runnable action) {
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        getStyleClass().add("clickable");
        setOnMouseClicked(event -> {
            requestFocus();
            action.run();
        });
        setOnKeyPressed(event -> pressed(event, action));
        return this;
    }

    private void pressed(KeyEvent event, Runnable action) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            action.run();
        } else if (event.getCode() == KeyCode.DOWN) {
            focusSibling(1);
        } else if (event.getCode() == KeyCode.UP) {
            focusSibling(-1);
        } else {
            return;
        }
        event.consume();
    }

    private void focusSibling(int step) {
        var siblings = getParent().getChildrenUnmodifiable().stream()
                .filter(ListRow.class::isInstance)
                .filter(Node::isFocusTraversable)
                .toList();
        int next = siblings.indexOf(this) + step;
        if (next >= 0 && next < siblings.size()) {
            siblings.get(next).requestFocus();
        }
    }
}
