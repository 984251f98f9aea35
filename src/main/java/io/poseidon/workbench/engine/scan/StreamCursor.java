package io.poseidon.workbench.engine.scan;

import io.poseidon.workbench.engine.batch.Batch;
import java.util.Optional;
import java.util.function.Supplier;
import org.duckdb.DuckDBDataChunkWriter;
import org.jspecify.annotations.Nullable;

/// One reading of a stream by the threads of one statement: the batches are read one after the other under a lock, and
/// copied by whoever took a stretch of them. A batch is closed when its last stretch has been copied.
final class StreamCursor implements AutoCloseable {

    /// Holds a batch open: the cursor while it hands out its rows, and every thread that copies some of them.
    private static final class Held {
        private final Batch batch;
        private int holders = 1;

        private Held(Batch batch) {
            this.batch = batch;
        }
    }

    private record Stretch(Held held, int from, int rows) {}

    private final int[] columns;
    private final Supplier<OpenedStream> opening;
    private final ColumnWriter writer = ColumnWriter.copying();
    private @Nullable OpenedStream opened;
    private @Nullable Held current;
    private int next;
    private boolean over;

    StreamCursor(int[] columns, Supplier<OpenedStream> opening) {
        this.columns = columns;
        this.opening = opening;
    }

    /// Fills a chunk and tells its rows: 0 at the end.
    long fill(DuckDBDataChunkWriter chunk) {
        var taken = take();
        if (taken.isEmpty()) {
            return 0;
        }
        var stretch = taken.get();
        try {
            copy(stretch, chunk);
            return stretch.rows();
        } finally {
            release(stretch.held());
        }
    }

    private void copy(Stretch stretch, DuckDBDataChunkWriter chunk) {
        var batch = stretch.held().batch;
        for (int i = 0; i < columns.length; i++) {
            int column = columns[i];
            if (column >= 0 && column < batch.columns().size()) {
                writer.write(batch.cells(column), stretch.from(), stretch.rows(), chunk.vector(i));
            }
        }
    }

    private synchronized Optional<Stretch> take() {
        while (!over) {
            if (current == null) {
                current = read();
                next = 0;
            } else if (next < current.batch.count()) {
                int rows = (int) Math.min(ArrowScan.VECTOR, current.batch.count() - next);
                var stretch = new Stretch(current, next, rows);
                current.holders++;
                next += rows;
                return Optional.of(stretch);
            } else {
                release(current);
                current = null;
            }
        }
        return Optional.empty();
    }

    /// Null at the end, and then this is over.
    private @Nullable Held read() {
        if (opened == null) {
            opened = opening.get();
        }
        opened.reading().run();
        var batch = opened.stream().next();
        if (batch.isEmpty()) {
            close();
            return null;
        }
        return new Held(batch.get());
    }

    private synchronized void release(Held held) {
        held.holders--;
        if (held.holders == 0) {
            held.batch.close();
        }
    }

    @Override
    public synchronized void close() {
        over = true;
        if (current != null) {
            release(current);
            current = null;
        }
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }
}
