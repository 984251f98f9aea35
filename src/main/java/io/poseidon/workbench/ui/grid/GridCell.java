package io.poseidon.workbench.ui.grid;

import io.poseidon.workbench.ui.Hatch;
import io.poseidon.workbench.ui.Words;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Draws one value everywhere the same: the value, then its interval muted in a column of fixed width; NULL small and
/// muted; suppressed as a hatch of 16 across the measures.
final class GridCell extends TableCell<Integer, Cell> {

    private static final PseudoClass WEAK = PseudoClass.getPseudoClass("weak");
    private static final int LONG = 24;
    private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");

    private final Supplier<GridStyle> styles;
    private final int column;
    private final Words words;
    private final Label value = new Label();
    private final Label after = new Label();
    private final HBox line = new HBox(4, value, after);
    private final StackPane hatch = new StackPane();

    GridCell(Supplier<GridStyle> styles, int column, boolean text, Words words) {
        this.styles = styles;
        this.column = column;
        this.words = words;
        value.getStyleClass().add("cell-value");
        after.getStyleClass().add("cell-after");
        HBox.setHgrow(value, Priority.ALWAYS);
        value.setMaxWidth(Double.MAX_VALUE);
        value.setAlignment(text ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        if (!text) {
            value.setMinWidth(USE_PREF_SIZE);
        }
        after.setAlignment(Pos.CENTER_RIGHT);
        line.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("grid-cell");
        hatch.getStyleClass().add("hatch");
        setText(null);
    }

    @Override
    protected void updateItem(@Nullable Cell cell, boolean empty) {
        super.updateItem(cell, empty);
        getStyleClass().remove("suppressed");
        if (empty || cell == null) {
            setGraphic(null);
            return;
        }
        if (cell instanceof Cell.Suppressed) {
            getStyleClass().add("suppressed");
            setGraphic(hatched());
            return;
        }
        show(cell);
        setGraphic(line);
    }

    private void show(Cell cell) {
        var parts = CellText.parts(cell, styles.get().formats());
        value.setText(parts.value());
        after.setText(parts.after());
        double width = styles.get().afterWidth(column);
        after.setVisible(width > 0);
        after.setManaged(width > 0);
        after.setMinWidth(width);
        after.setPrefWidth(width);
        value.pseudoClassStateChanged(
                WEAK, cell instanceof Cell.Unreliable || cell instanceof Cell.Interval i && i.weak());
        value.pseudoClassStateChanged(NULL, cell instanceof Cell.Null);
        setTooltip(tip(cell));
    }

    private @Nullable Tooltip tip(Cell cell) {
        if (cell instanceof Cell.Unreliable) {
            return new Tooltip(words.now("grid.unreliable"));
        }
        return cell instanceof Cell.Text text && text.text().length() > LONG ? new Tooltip(text.text()) : null;
    }

    private StackPane hatched() {
        hatch.setBackground(Hatch.background(styles.get().tokens()));
        hatch.getChildren().clear();
        if (styles.get().namesSuppressed(column)) {
            var name = new Label(words.now("grid.suppressed"));
            name.getStyleClass().add("suppressed-name");
            name.setMinWidth(USE_PREF_SIZE);
            hatch.getChildren().add(name);
        }
        return hatch;
    }
}
