package io.poseidon.workbench.engine.scan;

import io.poseidon.workbench.engine.batch.TableBatches;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/// Lets DuckDB read an Arrow table where it lies, as often as it likes and only the columns it asks for. Large tables
/// are read by several threads, small ones by one so that their rows keep their order.
public final class ArrowScan implements DuckDBTableFunction<ArrowScan, ArrowScan.Cursor, Object> {

    /// Rows DuckDB takes at a time.
    static final int VECTOR = 2_048;

    private static final long PARALLEL_FROM = 1 << 20;
    private static final Object NO_STATE = new Object();

    /// The columns wanted, and the next range of rows to hand out.
    record Cursor(int[] columns, AtomicInteger next) {}

    private record Range(int batch, int from) {}

    private final TableBatches batches;
    private final ColumnWriter writer = ColumnWriter.pointing();
    private final Range[] ranges;
    private final int threads;
    private volatile boolean over;

    private ArrowScan(TableBatches batches, int threads) {
        this.batches = batches;
        this.threads = batches.rows() < PARALLEL_FROM ? 1 : threads;
        this.ranges = ranges(batches);
    }

    /// Makes the table known to all connections of one database; the table must outlive them, and every text that was
    /// read from it.
    public static ArrowScan register(DuckDBConnection connection, String function, TableBatches table, int threads)
            throws SQLException {
        var scan = new ArrowScan(table, threads);
        DuckDBFunctions.tableFunction()
                .withName(function)
                .withProjectionPushdown()
                .withFunction(scan)
                .register(connection);
        return scan;
    }

    /// From now on it cannot be asked any more, so that the table may be closed before the database.
    public void end() {
        over = true;
    }

    @Override
    public ArrowScan bind(DuckDBTableFunctionBindInfo bind) throws SQLException {
        if (over) {
            throw new SQLException("a table that was taken away");
        }
        ResultColumns.declare(bind, batches.columns(), batches.cells());
        bind.setCardinality(batches.rows(), true);
        return this;
    }

    @Override
    public Cursor init(DuckDBTableFunctionInitInfo init) {
        init.setMaxThreads(threads);
        return new Cursor(ResultColumns.wanted(init), new AtomicInteger());
    }

    @Override
    public Object localInit(DuckDBTableFunctionInitInfo init) {
        return NO_STATE;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter chunk) {
        Cursor cursor = call.getInitData();
        int next = cursor.next().getAndIncrement();
        if (next >= ranges.length) {
            return 0;
        }
        var batch = batches.get(ranges[next].batch());
        int from = ranges[next].from();
        int rows = (int) Math.min(VECTOR, batch.count() - from);
        for (int i = 0; i < cursor.columns().length; i++) {
            int column = cursor.columns()[i];
            if (column >= 0 && column < batches.columns().size()) {
                writer.write(batch.cells(column), from, rows, chunk.vector(i));
            }
        }
        return rows;
    }

    private static Range[] ranges(TableBatches batches) {
        var ranges = new ArrayList<Range>();
        for (int batch = 0; batch < batches.size(); batch++) {
            for (int from = 0; from < batches.get(batch).count(); from += VECTOR) {
                ranges.add(new Range(batch, from));
            }
        }
        return ranges.toArray(Range[]::new);
    }
}
