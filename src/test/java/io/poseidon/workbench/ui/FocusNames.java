package io.poseidon.workbench.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

/// Which nodes take the focus and have nothing a screen reader could say.
public final class FocusNames {

    private FocusNames() {}

    public static List<String> nameless(Parent root) {
        var found = new ArrayList<String>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<String> found) {
        if (node.isFocusTraversable() && !hasName(node)) {
            found.add(node.getClass().getSimpleName() + " " + node.getStyleClass());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean hasName(Node node) {
        var text = node.getAccessibleText();
        return (text != null && !text.isBlank())
                || (node instanceof Labeled labeled && !labeled.getText().isBlank());
    }
}
