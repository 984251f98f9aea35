package io.poseidon.workbench.ui.part;

import io.poseidon.workbench.ui.Icons;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// A filter or choice that applies, 24 high (20 with style class `small`); `brush` marks one that a chart's brush made.
public final class Chip extends HBox {

    public Chip(Node... content) {
        super(4, content);
        getStyleClass().addAll("chip", "row");
        setMinWidth(USE_PREF_SIZE);
    }

    /// Adds the cross that removes it; `name` says what is removed.
    public Chip onRemove(ObservableValue<String> name, Runnable action) {
        var cross = new Button();
        cross.setGraphic(Icons.of(Feather.X, 12));
        cross.accessibleTextProperty().bind(name);
        cross.setOnAction(event -> action.run());
        cross.getStyleClass().add("chip-cross");
        getChildren().add(cross);
        return this;
    }

    /// Drawn as applying: tinted, with the accent's line.
    public Chip filled() {
        getStyleClass().add("filled");
        return this;
    }

    /// Made by brushing a chart: a chart icon and the accent's border.
    public Chip brushed() {
        getStyleClass().addAll("filled", "brush");
        getChildren().addFirst(Icons.of(Feather.BAR_CHART_2, 12, "accent"));
        return this;
    }
}
