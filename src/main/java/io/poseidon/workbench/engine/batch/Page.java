package io.poseidon.workbench.engine.batch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A window of rows, copied out of the engine's memory: it stays valid after its answer is closed. `last` tells that
/// nothing follows.
public final class Page implements Rows {

    private final List<TableColumn> columns;
    private final long offset;
    private final List<@Nullable Object[]> rows;
    private final boolean last;

    public Page(List<TableColumn> columns, long offset, List<@Nullable Object[]> rows, boolean last) {
        this.columns = columns;
        this.offset = offset;
        this.rows = List.copyOf(rows);
        this.last = last;
    }

    /// Row of the answer that is row 0 here.
    public long offset() {
        return offset;
    }

    public boolean last() {
        return last;
    }

    @Override
    public List<TableColumn> columns() {
        return columns;
    }

    @Override
    public long count() {
        return rows.size();
    }

    @Override
    public Optional<Object> value(int column, long row) {
        return Optional.ofNullable(rows.get((int) row)[column]);
    }
}
