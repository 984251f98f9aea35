package io.poseidon.workbench.ui.layout;

import io.poseidon.workbench.ui.Icons;
import io.poseidon.workbench.ui.part.Labels;
import io.poseidon.workbench.ui.part.Tone;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// A card in a tint with its own line: something to know, with an icon, a bold sentence and a text that wraps.
public final class Note extends VBox {

    public Note(Tone tone, ObservableValue<String> title, ObservableValue<String> text) {
        this(tone, icon(tone), title, text);
    }

    public Note(Tone tone, Ikon icon, ObservableValue<String> title, ObservableValue<String> text) {
        super(4);
        getStyleClass().addAll("note", tone.css());
        var heading = Labels.wrapping(Labels.strong(title));
        heading.getStyleClass().add(tone.css());
        var top = new HBox(8, Icons.of(icon, 16, tone.css()), heading);
        top.getStyleClass().add("note-head");
        getChildren().addAll(top, text(text));
    }

    /// Buttons under the text.
    public Note actions(Node... buttons) {
        var row = Labels.row(buttons);
        row.getStyleClass().add("note-actions");
        getChildren().add(row);
        return this;
    }

    /// More content under the text.
    public Note and(Node... nodes) {
        getChildren().addAll(nodes);
        return this;
    }

    private static Label text(ObservableValue<String> text) {
        var label = Labels.wrapping(Labels.small(text));
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private static Feather icon(Tone tone) {
        return switch (tone) {
            case PLAIN, ACCENT -> Feather.INFO;
            case SUCCESS -> Feather.CHECK_CIRCLE;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case DANGER -> Feather.ALERT_OCTAGON;
            case PRIVACY -> Feather.SHIELD;
        };
    }
}
