package io.poseidon.workbench.engine.scan;

import io.poseidon.workbench.engine.batch.Batch;
import io.poseidon.workbench.job.Held;
import java.util.Optional;
import java.util.function.Supplier;
import org.duckdb.DuckDBDataChunkWriter;
import org.jspecify.annotations.Nullable;

/// One reading of a stream by the threads of one statement: the batches are read one after the other under a lock, and
/// copied by whoever took a stretch of them. A batch is closed when its last stretch has been copied.
final class StreamCursor implements AutoCloseable {

    /// A batch, held open by the cursor while it hands out its rows, and by every thread that copies some of them.
    private record Current(Batch batch, Held open) {}

    private record Stretch(Batch batch, int from, int rows, Held.Hold hold) {}

    private final int[] columns;
    private final Supplier<OpenedStream> opening;
    private final ColumnWriter writer = ColumnWriter.copying();
    private @Nullable OpenedStream opened;
    private @Nullable Current current;
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
        var hold = stretch.hold();
        try (hold) {
            copy(stretch, chunk);
            return stretch.rows();
        }
    }

    private void copy(Stretch stretch, DuckDBDataChunkWriter chunk) {
        var batch = stretch.batch();
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
            } else if (next < current.batch().count()) {
                int from = next;
                int rows = (int) Math.min(ArrowScan.VECTOR, current.batch().count() - from);
                next += rows;
                return Optional.of(
                        new Stretch(current.batch(), from, rows, current.open().hold()));
            } else {
                current.open().close();
                current = null;
            }
        }
        return Optional.empty();
    }

    /// Null at the end, and then this is over.
    private @Nullable Current read() {
        if (opened == null) {
            opened = opening.get();
        }
        opened.reading().run();
        var batch = opened.stream().next();
        if (batch.isEmpty()) {
            close();
            return null;
        }
        return new Current(batch.get(), new Held(batch.get()::close));
    }

    @Override
    public synchronized void close() {
        over = true;
        if (current != null) {
            current.open().close();
            current = null;
        }
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }
}
