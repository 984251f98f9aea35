package io.poseidon.workbench.engine.run;

import io.poseidon.workbench.engine.batch.Batch;
import io.poseidon.workbench.engine.column.Cells;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Closing;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBResultSet;

/// One run of a question: rows come batch by batch as they are computed, so that memory stays flat and the first page
/// does not wait for the last. Has a connection of its own, since a connection holds one open stream. One thread.
public final class ResultStream implements AutoCloseable {

    /// Rows per batch.
    static final int BATCH = 8 * 2_048;

    private final Limits limits;
    private final Presence presence;
    private final BufferAllocator allocator;
    private final DuckDBConnection connection;
    private final DuckDBPreparedStatement statement;
    private final ArrowReader reader;
    private final Watch watch;
    private long rows;
    private boolean handedOver;

    public ResultStream(Question question, BufferAllocator allocator, Progress progress) {
        this.limits = question.limits();
        this.presence = question.presence();
        this.allocator = allocator;
        this.watch = new Watch(limits.time());
        try {
            this.connection = question.connection().duplicate();
            this.statement = prepare(question.sql());
        } catch (SQLException e) {
            throw Failures.of(e);
        }
        try {
            this.reader = presence.during(() -> watch.over(statement, progress, this::execute));
        } catch (RuntimeException e) {
            var reason = explained(question.sql(), progress, e);
            Closing.all(statement, connection);
            throw reason;
        }
    }

    public List<Cells> cells() {
        try (var empty = new Batch(VectorSchemaRoot.create(root().getSchema(), allocator), Map.of())) {
            return empty.cells();
        }
    }

    /// The reader itself, for its receiver to close before this is closed.
    public ArrowReader handOver() {
        handedOver = true;
        return reader;
    }

    public Schema schema() {
        return root().getSchema();
    }

    /// The next rows, for the caller to close; empty at the end.
    public Optional<Batch> next(Progress progress) {
        return load(progress)
                ? Optional.of(new Batch(root().slice(0, root().getRowCount()), Map.of()))
                : Optional.empty();
    }

    /// Hands over the next rows where they arrived, for the time of the call; false at the end.
    public boolean pass(Progress progress, Consumer<Batch> each) {
        if (!load(progress)) {
            return false;
        }
        try (var batch = Batch.lent(root())) {
            each.accept(batch);
        }
        return true;
    }

    /// The number of rows that have come so far.
    public long rows() {
        return rows;
    }

    private boolean load(Progress progress) {
        boolean more = presence.during(() -> watch.over(statement, progress, reader::loadNextBatch));
        if (watch.interrupted()) {
            throw watch.reason();
        }
        if (!more) {
            return false;
        }
        rows += root().getRowCount();
        if (rows > limits.rows()) {
            throw Failures.rows(limits.rows());
        }
        return true;
    }

    @Override
    public void close() {
        if (handedOver) {
            Closing.all(statement, connection);
        } else {
            Closing.all(reader, statement, connection);
        }
    }

    private DuckDBPreparedStatement prepare(String sql) throws SQLException {
        try {
            return (DuckDBPreparedStatement) connection.prepareStatement(sql);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private ArrowReader execute() throws SQLException {
        var result = (DuckDBResultSet) statement.executeQuery();
        return (ArrowReader) result.arrowExportStream(allocator, BATCH);
    }

    /// A streamed result that fails at once keeps its reason to itself; the chunked interface tells it.
    private RuntimeException explained(String sql, Progress progress, RuntimeException failure) {
        if (!(failure instanceof Problem problem) || !problem.code().equals("query-failed")) {
            return failure;
        }
        try (var again = connection.prepare(sql)) {
            presence.during(() -> watch.over(again, progress, () -> {
                try (var chunks = again.query()) {
                    return chunks.nextChunk();
                }
            }));
            return failure;
        } catch (Problem | CancelledException reason) {
            return reason;
        } catch (SQLException e) {
            return failure;
        }
    }

    private VectorSchemaRoot root() {
        try {
            return reader.getVectorSchemaRoot();
        } catch (IOException e) {
            throw Failures.of(new SQLException(e));
        }
    }
}
