package io.poseidon.workbench.ui.grid;

import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Tokens;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide the parts of a table's columns are, measured from a page of it, with the colours and formats it is drawn
/// in.
final class GridStyle {

    private static final double GAP = 4;
    private static final double SIDES = 16;
    private static final double WIDEST_TEXT = 280;
    private static final double NARROWEST = 56;
    private static final Font FIGURES = Font.font("Poseidon Sans", 12);
    private static final Font HEADING = Font.font("Poseidon Sans SemiBold", 12);

    private final List<GridColumn> columns;
    private final double[] values;
    private final double[] afters;
    private final Formats formats;
    private final Tokens tokens;
    private final boolean sortable;

    /// `sortable` leaves room for an arrow in every head.
    GridStyle(List<GridColumn> columns, List<List<Cell>> sample, Formats formats, Tokens tokens, boolean sortable) {
        this.columns = columns;
        this.formats = formats;
        this.tokens = tokens;
        this.sortable = sortable;
        values = new double[columns.size()];
        afters = new double[columns.size()];
        sample.forEach(this::measure);
    }

    Formats formats() {
        return formats;
    }

    Tokens tokens() {
        return tokens;
    }

    /// Of the muted part; 0 where the column has none.
    double afterWidth(int column) {
        return afters[column];
    }

    double columnWidth(int column) {
        double after = afters[column] > 0 ? afters[column] + GAP : 0;
        double content = values[column] + after;
        if (columns.get(column).isText()) {
            content = Math.min(content, WIDEST_TEXT);
        }
        double heading = Math.max(
                width(columns.get(column).name(), HEADING)
                        + (columns.get(column).caution().isPresent() ? 16 : 0)
                        + (sortable ? 16 : 0),
                width(columns.get(column).unit().orElse(""), FIGURES));
        double plot = columns.get(column).bins().isPresent() ? NARROWEST : 0;
        return Math.ceil(Math.max(Math.max(content, heading), Math.max(plot, NARROWEST - SIDES)) + SIDES);
    }

    /// The words "suppressed or empty" stand once a row, in the middle measure.
    boolean namesSuppressed(int column) {
        int first = (int) columns.stream().takeWhile(GridColumn::isText).count();
        return column == first + (columns.size() - first) / 2;
    }

    private void measure(List<Cell> row) {
        for (int i = 0; i < values.length; i++) {
            var parts = CellText.parts(row.get(i), formats);
            values[i] = Math.max(values[i], width(parts.value(), FIGURES));
            afters[i] = Math.max(afters[i], parts.after().isEmpty() ? 0 : width(parts.after(), FIGURES) + 1);
        }
    }

    private static double width(String text, Font font) {
        if (text.isEmpty()) {
            return 0;
        }
        var measure = new Text(text);
        measure.setFont(font);
        return Math.ceil(measure.getLayoutBounds().getWidth());
    }
}
