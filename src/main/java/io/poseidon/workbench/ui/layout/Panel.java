package io.poseidon.workbench.ui.layout;

import io.poseidon.workbench.ui.part.Labels;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A side panel or inspector: header of 32 with title, content that scrolls when it must, and an optional foot.
public final class Panel extends VBox {

    private final HBox header = new HBox(8);
    private final VBox content = new VBox();

    public Panel(ObservableValue<String> title, Node... nodes) {
        getStyleClass().add("panel");
        header.getStyleClass().addAll("panel-header", "row");
        header.getChildren().addAll(Labels.bound(title, "t12", "strong"), Labels.spring());
        content.getStyleClass().add("panel-content");
        content.getChildren().setAll(nodes);
        var scroll = scrolling(content);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header, scroll);
    }

    /// At the right of the header.
    public Panel extras(Node... nodes) {
        header.getChildren().addAll(nodes);
        return this;
    }

    /// Always at the bottom, above a hairline.
    public Panel foot(Node node) {
        var foot = new VBox(node);
        foot.getStyleClass().add("panel-foot");
        getChildren().add(foot);
        return this;
    }

    public VBox content() {
        return content;
    }

    /// A padded part of a panel with a hairline under it.
    public static VBox block(Node... nodes) {
        var block = new VBox(8, nodes);
        block.getStyleClass().add("block");
        return block;
    }

    /// A heading over a list of rows in a panel: 11 muted bold.
    public static Label heading(ObservableValue<String> text) {
        return Labels.bound(text, "panel-heading");
    }

    /// Scrolls down, never sideways.
    public static ScrollPane scrolling(Node node) {
        var scroll = new ScrollPane(node);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFocusTraversable(false);
        return scroll;
    }
}
