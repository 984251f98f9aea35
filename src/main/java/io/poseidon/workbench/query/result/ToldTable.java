package io.poseidon.workbench.query.result;

import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.query.interval.Interval;
import java.util.List;
import java.util.Optional;

/// A small answer as it was told: columns, rows, and of every value the interval, in the same places.
public record ToldTable(List<TableColumn> columns, List<List<Optional<Object>>> rows, List<List<Interval>> intervals) {
    public ToldTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        intervals = List.copyOf(intervals);
    }
}
