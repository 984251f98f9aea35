package io.poseidon.workbench.ui.grid;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// Choosing rows by mouse and keys, and copying. The table's own model moves the focus, one row at a time; ranges are
/// ours, since the table's would visit every row.
final class GridKeys {

    private final TableView<Integer> table;
    private final ObjectProperty<RowRanges> chosen;
    private final Consumer<Boolean> copy;
    private long anchor;
    private boolean extending;

    GridKeys(TableView<Integer> table, ObjectProperty<RowRanges> chosen, Consumer<Boolean> copy) {
        this.table = table;
        this.chosen = chosen;
        this.copy = copy;
    }

    void install() {
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::clicked);
        table.getSelectionModel()
                .selectedIndexProperty()
                .addListener((property, before, now) -> moved(now.longValue()));
    }

    private void pressed(KeyEvent event) {
        extending = event.isShiftDown();
        if (!event.isShortcutDown()) {
            return;
        }
        if (event.getCode() == KeyCode.A) {
            chosen.set(RowRanges.all(table.getItems().size()));
            event.consume();
        } else if (event.getCode() == KeyCode.C) {
            copy.accept(event.isShiftDown());
            event.consume();
        }
    }

    private void clicked(MouseEvent event) {
        extending = event.isShiftDown();
        if (!event.isShortcutDown()) {
            return;
        }
        long row = rowUnder((Node) event.getTarget());
        if (row >= 0) {
            chosen.set(chosen.get().toggled(row));
            anchor = row;
            table.requestFocus();
            event.consume();
        }
    }

    private void moved(long row) {
        if (row < 0) {
            return;
        }
        if (extending) {
            chosen.set(RowRanges.of(anchor, row));
            return;
        }
        anchor = row;
        chosen.set(RowRanges.of(row, row));
    }

    private static long rowUnder(Node target) {
        for (Node node = target; node != null; node = node.getParent()) {
            if (node instanceof TableRow<?> row) {
                return row.isEmpty() ? -1 : row.getIndex();
            }
        }
        return -1;
    }
}
