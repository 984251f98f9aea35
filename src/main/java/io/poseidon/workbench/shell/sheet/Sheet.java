package io.poseidon.workbench.shell.sheet;

import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.part.Labels;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A box over the window with a title and a cross: shortcuts, settings, a fault.
public final class Sheet extends StackPane {

    private final Node cross;

    public Sheet(Words words, ObservableValue<String> title, Node content, Runnable close) {
        getStyleClass().add("scrim");
        cross = Buttons.icon(Feather.X, words.text("close"), close);
        var head = Labels.row(Labels.section(title), Labels.spring(), cross);
        head.getStyleClass().add("sheet-head");
        var box = new VBox(head, content);
        box.getStyleClass().add("sheet");
        box.setMaxHeight(HBox.USE_PREF_SIZE);
        getChildren().add(box);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close.run();
            }
        });
    }

    /// The cross takes the focus: what destroys or sends never has it by itself.
    public Sheet focused() {
        cross.requestFocus();
        return this;
    }
}
