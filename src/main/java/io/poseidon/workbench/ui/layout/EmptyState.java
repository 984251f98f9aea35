package io.poseidon.workbench.ui.layout;

import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.part.Labels;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// What a place shows while there is nothing in it: what would be here, and how to begin.
public final class EmptyState extends VBox {

    public EmptyState(Ikon icon, ObservableValue<String> title, ObservableValue<String> text, Node... actions) {
        super(8);
        getStyleClass().add("empty-state");
        var words = Labels.paragraph(text);
        words.getStyleClass().add("centred");
        words.setMaxWidth(400);
        getChildren().addAll(Icons.of(icon, 20), Labels.section(title), words);
        if (actions.length > 0) {
            var row = new HBox(8, actions);
            row.getStyleClass().add("empty-actions");
            getChildren().add(row);
        }
    }
}
