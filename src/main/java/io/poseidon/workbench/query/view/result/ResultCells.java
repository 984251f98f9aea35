package io.poseidon.workbench.query.view.result;

import io.poseidon.workbench.query.interval.Interval;
import io.poseidon.workbench.query.result.ResultPage;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.grid.Cell;
import io.poseidon.workbench.ui.grid.GridColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// A result's values as a grid shows them: each with its interval, an upper bound with its lower one before it, large
/// amounts in the language's steps, with as many decimals as the interval makes sense of. How a column is scaled is
/// decided once,
/// from the first rows.
final class ResultCells {

    /// What is said in the grid.
    ///
    /// @param dominates beside a value whose interval has no end
    /// @param briefly the same where columns are narrow
    /// @param range under the name of a column of ranges
    /// @param overlap why it is one
    /// @param boundless at a column that is an upper bound alone
    record Wording(String dominates, String briefly, String range, String overlap, String boundless) {}

    /// Columns up to which there is room for words beside the numbers.
    private static final int ROOMY = 4;

    private final ResultPage first;
    private final Wording wording;
    private final Formats formats;
    private final List<ColumnScale> scales = new ArrayList<>();

    ResultCells(ResultPage first, Wording wording, Formats formats) {
        this.first = first;
        this.wording = wording;
        this.formats = formats;
        for (int column = 0; column < first.columns().size(); column++) {
            scales.add(ColumnScale.of(first, column, formats));
        }
    }

    List<GridColumn> columns() {
        var columns = new ArrayList<GridColumn>();
        for (int i = 0; i < first.columns().size(); i++) {
            columns.add(column(i));
        }
        return columns;
    }

    private GridColumn column(int index) {
        var name = first.columns().get(index).name();
        if (first.plan().isRange(index)) {
            return GridColumn.interval(name).unit(wording.range()).caution(wording.overlap());
        }
        var scale = scales.get(index);
        var head = !scale.number()
                ? GridColumn.text(name)
                : scale.interval() ? GridColumn.interval(name) : GridColumn.figure(name);
        var unit = unit(index);
        var known = unit.isEmpty() ? head : head.unit(unit);
        return first.plan().isUpper(index) ? known.caution(wording.boundless()) : known;
    }

    /// `KRW M` where amounts are shown in millions.
    String unit(int column) {
        return formats.unit(
                first.columns().get(column).unit().orElse(""),
                scales.get(column).magnitude());
    }

    double divisor(int column) {
        return scales.get(column).magnitude().size();
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
        double value = page.rows().number(column, row) / scale.magnitude().size();
        OptionalDouble atLeast = page.atLeast(column, row);
        if (atLeast.isPresent()) {
            return new Cell.Range(atLeast.getAsDouble() / scale.magnitude().size(), value, scale.decimals());
        }
        return measured(page.interval(column, row), value, scale);
    }

    private String dominates() {
        return first.columns().size() > ROOMY ? wording.briefly() : wording.dominates();
    }

    private Cell measured(Interval interval, double value, ColumnScale scale) {
        return switch (interval) {
            case Interval.Between(double low, double high) ->
                new Cell.Interval(value, (high - low) / 2 / scale.magnitude().size(), scale.decimals());
            case Interval.Unknown(Interval.Reason reason) ->
                reason == Interval.Reason.NOISE_DOMINATES
                        ? new Cell.Unreliable(value, scale.decimals(), dominates())
                        : new Cell.Figure(value, scale.decimals());
            case Interval.Exact ignored -> new Cell.Figure(value, scale.decimals());
        };
    }
}
