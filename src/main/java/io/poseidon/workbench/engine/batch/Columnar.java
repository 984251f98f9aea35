package io.poseidon.workbench.engine.batch;

import io.poseidon.workbench.engine.column.Cells;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rows that lie in columns. Whoever goes over many of them takes [#cells] of each column once; the faces by column and
/// row of [Rows] stand on it.
public interface Columnar extends Rows {

    /// How the values of a column are read; rows count as an `int`.
    Cells cells(int column);

    /// The row as the cells count it.
    default int index(long row) {
        return (int) Objects.checkIndex(row, count());
    }

    @Override
    default Optional<Object> value(int column, long row) {
        var cells = cells(column);
        int index = index(row);
        return cells.isNull(index) ? Optional.empty() : Optional.of(cells.value(index));
    }

    @Override
    default boolean isNull(int column, long row) {
        return cells(column).isNull(index(row));
    }

    @Override
    default String text(int column, long row) {
        var cells = cells(column);
        int index = index(row);
        return cells.isNull(index) ? "" : cells.text(index);
    }

    @Override
    default long integer(int column, long row) {
        var cells = cells(column);
        int index = index(row);
        if (cells.isNull(index)) {
            throw new IllegalArgumentException("NULL in column " + column);
        }
        return cells.integer(index);
    }

    @Override
    default double number(int column, long row) {
        var cells = cells(column);
        int index = index(row);
        return cells.isNull(index) ? Double.NaN : cells.number(index);
    }

    /// The values of some rows, boxed, with `null` for NULL: they stay when the rows go.
    default List<@Nullable Object[]> copy(int from, int to) {
        var rows = new @Nullable Object[to - from][columns().size()];
        for (int column = 0; column < columns().size(); column++) {
            var cells = cells(column);
            for (int row = from; row < to; row++) {
                if (!cells.isNull(row)) {
                    rows[row - from][column] = cells.value(row);
                }
            }
        }
        return List.of(rows);
    }
}
