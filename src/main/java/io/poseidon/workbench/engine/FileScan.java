package io.poseidon.workbench.engine;

import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.job.Progress;
import java.util.List;

/// A file that the statements of a desk read in place, under a table's name and as often as they like. A CSV file is
/// all text, so that the caller can judge each value. Lives as long as its desk.
public sealed interface FileScan {

    List<TableColumn> columns();

    /// Rows there are; for a CSV file an estimate from the length of its first lines, for Arrow what its batches
    /// declare.
    long rows();

    /// Runs a statement without result that reads the whole file. What is broken in the file is a problem, and then
    /// nothing the statement made is to be used.
    void run(String statement, Progress progress);

    /// What the engine reads by itself: a Parquet file.
    record Typed(Desk desk, String table) implements FileScan {
        @Override
        public List<TableColumn> columns() {
            return desk.columns(table);
        }

        @Override
        public long rows() {
            return desk.firstRow("SELECT count(*) FROM " + Names.quoted(table))
                    .map(row -> Long.parseLong(row.getFirst()))
                    .orElse(0L);
        }

        @Override
        public void run(String statement, Progress progress) {
            desk.run(statement, progress);
        }
    }

    /// Every broken row is refused, in columns that no statement asks for as well.
    record Csv(CsvFile file) implements FileScan {
        @Override
        public List<TableColumn> columns() {
            return file.textColumns();
        }

        @Override
        public long rows() {
            return file.estimatedRows();
        }

        @Override
        public void run(String statement, Progress progress) {
            file.scan(statement, progress);
        }
    }

    /// Read batch by batch: memory holds one or two of them at a time.
    record Arrow(ArrowFile file) implements FileScan {
        @Override
        public List<TableColumn> columns() {
            return file.columns();
        }

        @Override
        public long rows() {
            return file.declaredRows();
        }

        @Override
        public void run(String statement, Progress progress) {
            file.scan(statement, progress);
        }
    }
}
