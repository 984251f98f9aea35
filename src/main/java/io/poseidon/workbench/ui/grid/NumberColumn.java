package io.poseidon.workbench.ui.grid;

import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Language;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/// Row numbers from 1, muted.
final class NumberColumn extends TableColumn<Integer, Integer> {

    private static final double DIGIT = 7.5;

    NumberColumn(long rows) {
        double width =
                Math.max(36, Math.ceil(Formats.in(Language.ENGLISH).whole(rows).length() * DIGIT) + 20);
        setMinWidth(width);
        setMaxWidth(width);
        setSortable(false);
        setReorderable(false);
        setResizable(false);
        getStyleClass().add("number-column");
        setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue() + 1));
        setCellFactory(view -> new TableCell<>() {
            {
                getStyleClass().add("row-number");
            }

            @Override
            protected void updateItem(@Nullable Integer row, boolean empty) {
                super.updateItem(row, empty);
                setText(
                        empty || row == null
                                ? null
                                : Formats.in(Language.ENGLISH).whole(row));
            }
        });
    }
}
