package io.poseidon.workbench.ui.grid;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/// A row that knows whether it is among the chosen ones.
final class GridRow extends TableRow<Integer> {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final ObservableValue<RowRanges> chosen;

    @SuppressWarnings("FieldCanBeLocal") // held here so that the weak listener lives as long as the row
    private final ChangeListener<RowRanges> follow = (property, before, now) -> mark();

    GridRow(ObservableValue<RowRanges> chosen) {
        this.chosen = chosen;
        chosen.addListener(new WeakChangeListener<>(follow));
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
        super.updateItem(row, empty);
        mark();
    }

    private void mark() {
        var row = getItem();
        pseudoClassStateChanged(
                CHOSEN, !isEmpty() && row != null && chosen.getValue().contains(row));
    }
}
