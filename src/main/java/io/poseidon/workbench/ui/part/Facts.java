package io.poseidon.workbench.ui.part;

import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Names and values under each other. [#aligned] puts values at the right edge (figures of an inspector), [#listed]
/// puts them after a column of names of fixed width (a manifest).
public final class Facts extends GridPane {

    private final boolean right;

    private Facts(boolean right, double nameWidth) {
        this.right = right;
        getStyleClass().add("facts");
        var names = new ColumnConstraints();
        var values = new ColumnConstraints();
        if (nameWidth > 0) {
            names.setMinWidth(nameWidth);
            names.setPrefWidth(nameWidth);
        } else {
            names.setMinWidth(USE_PREF_SIZE);
        }
        values.setHgrow(Priority.ALWAYS);
        values.setHalignment(right ? HPos.RIGHT : HPos.LEFT);
        getColumnConstraints().setAll(names, values);
    }

    public static Facts aligned() {
        return new Facts(true, 0);
    }

    public static Facts listed(double nameWidth) {
        return new Facts(false, nameWidth);
    }

    public Facts add(ObservableValue<String> name, ObservableValue<String> value) {
        return add(name, Labels.small(value));
    }

    public Facts add(ObservableValue<String> name, String value) {
        return add(name, Labels.small(value));
    }

    public Facts add(ObservableValue<String> name, Node value) {
        var label = Labels.muted(name);
        label.setMinWidth(USE_PREF_SIZE);
        if (value instanceof Label text) {
            text.setMaxWidth(Double.MAX_VALUE);
            text.setWrapText(true);
            text.setMinHeight(USE_PREF_SIZE);
            text.getStyleClass().add(right ? "right" : "left");
        }
        setValignment(label, value instanceof Label ? VPos.TOP : VPos.CENTER);
        addRow(getRowCount(), label, value);
        return this;
    }

    public void clear() {
        getChildren().clear();
    }
}
