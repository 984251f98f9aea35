package io.poseidon.workbench.query.result;

import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.query.interval.Interval;
import java.util.List;
import java.util.Optional;

/// A small answer as it was told: columns, rows, of every value the interval, in the same places, and which columns are
/// upper bounds.
public record ToldTable(
        List<TableColumn> columns,
        List<List<Optional<Object>>> rows,
        List<List<Interval>> intervals,
        ToldBounds bounds) {
    public ToldTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        intervals = List.copyOf(intervals);
    }
}
