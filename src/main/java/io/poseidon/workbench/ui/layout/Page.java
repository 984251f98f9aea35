package io.poseidon.workbench.ui.layout;

import io.poseidon.workbench.ui.part.Labels;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A main area that reads downwards: title 20 with what belongs beside it, then sections 12 apart; scrolls when it
/// must.
public final class Page extends ScrollPane {

    private final VBox content = new VBox(12);
    private final HBox head;

    public Page(ObservableValue<String> title, Node... nodes) {
        head = Labels.row(Labels.title(title));
        head.getStyleClass().add("page-head");
        content.getStyleClass().add("page");
        content.getChildren().add(head);
        content.getChildren().addAll(nodes);
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().add("plain-scroll");
    }

    /// Beside the title; a [Labels#spring] pushes what follows to the right.
    public Page beside(Node... nodes) {
        head.getChildren().addAll(nodes);
        return this;
    }

    public VBox content() {
        return content;
    }

    /// A section's heading, 16, with what belongs beside it.
    public static HBox section(ObservableValue<String> title, Node... beside) {
        var row = Labels.row(Labels.section(title));
        row.getChildren().addAll(beside);
        row.getStyleClass().add("section-head");
        return row;
    }
}
