package io.poseidon.workbench.ui.grid;

import io.poseidon.workbench.job.Progress;
import java.util.List;
import java.util.function.ObjLongConsumer;

/// Where a grid's rows come from: columns, the number of rows, pages of cells. Rows do not change; show a new model
/// instead. The grid does not close it.
public interface GridModel {

    List<GridColumn> columns();

    long rowCount();

    /// Rows `offset` until `offset + count`, or fewer at the end; each row has a cell a column. Called from a job
    /// unless [#immediate]; cancelled when other rows are wanted instead.
    List<List<Cell>> page(long offset, int count, Progress progress) throws Exception;

    /// True: pages cost nothing and are taken on the toolkit's thread, so that the first picture is complete.
    default boolean immediate() {
        return false;
    }

    /// Told before rows leave by the clipboard as this text, from the job that gathered them. A problem it throws means
    /// that they must not.
    default void leaving(String text, long rows) {}

    /// The same rows, with somebody who is told before they leave.
    default GridModel watchedBy(ObjLongConsumer<String> watch) {
        return new Watched(this, watch);
    }

    /// See [#watchedBy].
    record Watched(GridModel rows, ObjLongConsumer<String> watch) implements GridModel {

        @Override
        public List<GridColumn> columns() {
            return rows.columns();
        }

        @Override
        public long rowCount() {
            return rows.rowCount();
        }

        @Override
        public List<List<Cell>> page(long offset, int count, Progress progress) throws Exception {
            return rows.page(offset, count, progress);
        }

        @Override
        public boolean immediate() {
            return rows.immediate();
        }

        @Override
        public void leaving(String text, long count) {
            watch.accept(text, count);
        }
    }

    /// Rows that are in memory already.
    static GridModel of(List<GridColumn> columns, List<List<Cell>> rows) {
        return new InMemory(List.copyOf(columns), List.copyOf(rows));
    }

    /// See [#of].
    record InMemory(List<GridColumn> columns, List<List<Cell>> rows) implements GridModel {

        @Override
        public long rowCount() {
            return rows.size();
        }

        @Override
        public List<List<Cell>> page(long offset, int count, Progress progress) {
            int from = (int) Math.min(offset, rows.size());
            return rows.subList(from, (int) Math.min(offset + count, rows.size()));
        }

        @Override
        public boolean immediate() {
            return true;
        }
    }
}
