package io.poseidon.workbench.engine.scan;

import io.poseidon.workbench.engine.ipc.IpcStream;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/// Lets DuckDB read an Arrow stream batch by batch, from its beginning for each statement, so that memory holds the
/// batch at hand and not the table. Nothing that DuckDB was given points into a batch: it may go when it has been
/// copied.
///
/// Statements run between [#begin] and [#end], one at a time. A stream that turns out to be broken ends its statement,
/// and [#failure] tells why.
public final class StreamScan implements DuckDBTableFunction<StreamScan, StreamCursor, Object> {

    private static final Object NO_STATE = new Object();

    /// Opens the stream anew, for a statement that wants to know how far it is.
    public interface Source {
        OpenedStream open(Progress progress);
    }

    private final IpcStream.Head head;
    private final long rows;
    private final int threads;
    private final Source source;
    private final List<StreamCursor> cursors = new CopyOnWriteArrayList<>();
    private final AtomicReference<Problem> failure = new AtomicReference<>();
    private volatile Progress progress = Progress.NONE;

    /// `rows` is an estimate.
    public StreamScan(IpcStream.Head head, long rows, int threads, Source source) {
        this.head = head;
        this.rows = rows;
        this.threads = threads;
        this.source = source;
    }

    public void begin(Progress progress) {
        this.progress = progress;
        failure.set(null);
    }

    /// Closes what the statement has opened. A thread that is still copying keeps its batch until it is done.
    public void end() {
        cursors.forEach(StreamCursor::close);
        cursors.clear();
        progress = Progress.NONE;
    }

    /// What was wrong with the stream, since the last beginning.
    public Optional<Problem> failure() {
        return Optional.ofNullable(failure.get());
    }

    @Override
    public StreamScan bind(DuckDBTableFunctionBindInfo bind) throws SQLException {
        ResultColumns.declare(bind, head.columns(), head.cells());
        bind.setCardinality(rows, false);
        return this;
    }

    @Override
    public StreamCursor init(DuckDBTableFunctionInitInfo init) {
        init.setMaxThreads(threads);
        var cursor = new StreamCursor(ResultColumns.wanted(init), () -> source.open(progress));
        cursors.add(cursor);
        return cursor;
    }

    @Override
    public Object localInit(DuckDBTableFunctionInitInfo init) {
        return NO_STATE;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter chunk) {
        StreamCursor cursor = call.getInitData();
        try {
            return cursor.fill(chunk);
        } catch (Problem problem) {
            failure.compareAndSet(null, problem);
            throw problem;
        }
    }
}
