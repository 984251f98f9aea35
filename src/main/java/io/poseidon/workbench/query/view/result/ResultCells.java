package io.poseidon.workbench.query.view.result;

import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.query.ResultPage;
import io.poseidon.workbench.query.interval.Interval;
import io.poseidon.workbench.ui.grid.Cell;
import io.poseidon.workbench.ui.grid.GridColumn;
import java.util.ArrayList;
import java.util.List;

/// A result's values as a grid shows them: each with its interval, large amounts in millions, with as many decimals as
/// the interval makes sense of. How a column is scaled is decided once, from the first rows.
final class ResultCells {

    private static final double MILLIONS_FROM = 1e8;
    private static final double MILLION = 1e6;

    private record Scale(boolean number, boolean interval, double divisor, int decimals) {}

    private final ResultPage first;
    private final List<Scale> scales = new ArrayList<>();
    private final String dominates;

    /// `dominates` is said beside a value whose interval cannot be told.
    ResultCells(ResultPage first, String dominates) {
        this.first = first;
        this.dominates = dominates;
        for (int column = 0; column < first.columns().size(); column++) {
            scales.add(scale(column));
        }
    }

    List<GridColumn> columns() {
        var columns = new ArrayList<GridColumn>();
        for (int i = 0; i < first.columns().size(); i++) {
            var column = first.columns().get(i);
            var scale = scales.get(i);
            var head = !scale.number()
                    ? GridColumn.text(column.name())
                    : scale.interval() ? GridColumn.interval(column.name()) : GridColumn.figure(column.name());
            var unit = unit(i);
            columns.add(unit.isEmpty() ? head : head.unit(unit));
        }
        return columns;
    }

    /// `KRW M` where amounts are shown in millions.
    String unit(int column) {
        var unit = first.columns().get(column).unit().orElse("");
        return scales.get(column).divisor() == 1 ? unit : (unit + " M").strip();
    }

    double divisor(int column) {
        return scales.get(column).divisor();
    }

    boolean isNumber(int column) {
        return scales.get(column).number();
    }

    List<List<Cell>> rows(ResultPage page) {
        var rows = new ArrayList<List<Cell>>();
        for (long row = 0; row < page.count(); row++) {
            var cells = new ArrayList<Cell>();
            for (int column = 0; column < page.columns().size(); column++) {
                cells.add(cell(page, column, row));
            }
            rows.add(cells);
        }
        return rows;
    }

    private Cell cell(ResultPage page, int column, long row) {
        if (page.rows().isNull(column, row)) {
            return new Cell.Null();
        }
        var scale = scales.get(column);
        if (!scale.number()) {
            return Cell.text(page.rows().text(column, row));
        }
        double value = page.rows().number(column, row) / scale.divisor();
        return switch (page.interval(column, row)) {
            case Interval.Between(double low, double high) ->
                new Cell.Interval(value, (high - low) / 2 / scale.divisor(), scale.decimals());
            case Interval.Unknown(Interval.Reason reason) ->
                reason == Interval.Reason.NOISE_DOMINATES
                        ? new Cell.Unreliable(value, scale.decimals(), dominates)
                        : new Cell.Figure(value, scale.decimals());
            case Interval.Exact ignored -> new Cell.Figure(value, scale.decimals());
        };
    }

    private Scale scale(int column) {
        var type = first.columns().get(column).type();
        boolean number = type == ColumnType.INTEGER || type == ColumnType.DECIMAL || type == ColumnType.DOUBLE;
        boolean interval = false;
        double largest = 0;
        double widest = 0;
        boolean whole = type == ColumnType.INTEGER;
        for (long row = 0; number && row < first.count(); row++) {
            if (!first.rows().isNull(column, row)) {
                largest = Math.max(largest, Math.abs(first.rows().number(column, row)));
                if (first.interval(column, row) instanceof Interval.Between(double low, double high)) {
                    interval = true;
                    widest = Math.max(widest, (high - low) / 2);
                }
            }
        }
        boolean millions = Math.max(largest, widest) >= MILLIONS_FROM
                && first.columns().get(column).unit().isPresent();
        double divisor = millions ? MILLION : 1;
        int decimals = millions ? 1 : whole ? 0 : decimals(interval ? widest : largest);
        return new Scale(number, interval, divisor, decimals);
    }

    private static int decimals(double size) {
        return size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    }
}
