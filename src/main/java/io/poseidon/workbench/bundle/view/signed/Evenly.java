package io.poseidon.workbench.bundle.view.signed;

import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// Nodes side by side, each as wide as the others, however long their words are.
public final class Evenly extends GridPane {

    public Evenly(double gap, Node... nodes) {
        super(gap, 0);
        for (int i = 0; i < nodes.length; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / nodes.length);
            getColumnConstraints().add(column);
        }
        addRow(0, nodes);
    }
}
