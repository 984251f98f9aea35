package io.poseidon.workbench.engine;

import io.poseidon.workbench.engine.batch.Batch;
import io.poseidon.workbench.engine.batch.Cells;
import io.poseidon.workbench.engine.batch.TableBatches;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;

/// Lets DuckDB read an Arrow table where it lies, as often as it likes and only the columns it asks for. Large tables
/// are read by several threads, small ones by one so that their rows keep their order.
final class ArrowScan implements DuckDBTableFunction<ArrowScan, ArrowScan.Cursor, Object> {

    /// Rows DuckDB takes at a time.
    private static final int VECTOR = 2_048;

    private static final long PARALLEL_FROM = 1 << 20;
    private static final Object NO_STATE = new Object();

    /// The columns wanted, and the next range of rows to hand out.
    record Cursor(int[] columns, AtomicInteger next) {}

    private record Range(int batch, int from) {}

    private final TableBatches batches;
    private final Range[] ranges;
    private final int threads;

    private ArrowScan(TableBatches batches, int threads) {
        this.batches = batches;
        this.threads = batches.rows() < PARALLEL_FROM ? 1 : threads;
        this.ranges = ranges(batches);
    }

    /// Makes the table known to all connections of one database; the table must outlive them.
    static void register(DuckDBConnection connection, String function, ArrowTable table, int threads)
            throws SQLException {
        DuckDBFunctions.tableFunction()
                .withName(function)
                .withProjectionPushdown()
                .withFunction(new ArrowScan(table.batches(), threads))
                .register(connection);
    }

    @Override
    public ArrowScan bind(DuckDBTableFunctionBindInfo bind) throws SQLException {
        for (int column = 0; column < batches.columns().size(); column++) {
            var name = batches.columns().get(column).name();
            if (batches.cells(column) instanceof Cells.Decimals decimals) {
                bind.addResultColumn(name, DuckDBLogicalType.decimal(decimals.precision(), decimals.scale()));
            } else {
                bind.addResultColumn(name, type(batches.cells(column)));
            }
        }
        bind.setCardinality(batches.rows(), true);
        return this;
    }

    @Override
    public Cursor init(DuckDBTableFunctionInitInfo init) {
        init.setMaxThreads(threads);
        var columns = new int[(int) init.getColumnCount()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = (int) init.getColumnIndex(i);
        }
        return new Cursor(columns, new AtomicInteger());
    }

    @Override
    public Object localInit(DuckDBTableFunctionInitInfo init) {
        return NO_STATE;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter writer) {
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
                write(batch, column, from, rows, writer.vector(i));
            }
        }
        return rows;
    }

    private static void write(Batch batch, int column, int from, int rows, DuckDBWritableVector to) {
        if (batch.cells(column) instanceof Cells.Texts texts) {
            writeTexts(batch, column, texts, from, rows, to);
            return;
        }
        var writer = writer(batch.cells(column), to);
        var vector = batch.root().getVector(column);
        boolean mayHaveNulls = vector.getNullCount() > 0;
        for (int row = 0; row < rows; row++) {
            if (mayHaveNulls && vector.isNull(from + row)) {
                to.setNull(row);
            } else {
                writer.write(from + row, row);
            }
        }
    }

    private interface Writer {
        void write(int from, int to);
    }

    private static Writer writer(Cells cells, DuckDBWritableVector to) {
        return switch (cells) {
            case Cells.Integers c -> (from, row) -> to.setLong(row, c.at().applyAsLong(from));
            case Cells.Doubles c -> (from, row) -> to.setDouble(row, c.at().applyAsDouble(from));
            case Cells.WideIntegers c -> (from, row) -> to.setHugeInt(row, c.at().apply(from));
            case Cells.Decimals c -> (from, row) -> to.setBigDecimal(row, c.at().apply(from));
            case Cells.Booleans c -> (from, row) -> to.setBoolean(row, c.at().apply(from));
            case Cells.Dates c -> (from, row) -> to.setDate(row, (LocalDate) c.value(from));
            case Cells.Timestamps c
            when c.zoned() ->
                (from, row) -> to.setOffsetDateTime(row, c.instant(from).atOffset(ZoneOffset.UTC));
            case Cells.Timestamps c -> (from, row) -> to.setTimestamp(row, (LocalDateTime) c.value(from));
            case Cells.Texts c -> (from, row) -> to.setString(row, (String) c.value(from));
            case Cells.Others c -> (from, row) -> to.setString(row, (String) c.value(from));
        };
    }

    private static void writeTexts(
            Batch batch, int column, Cells.Texts texts, int from, int rows, DuckDBWritableVector to) {
        var bytes = new byte[rows][];
        for (int row = 0; row < rows; row++) {
            if (!batch.isNull(column, from + row)) {
                bytes[row] = texts.bytes().apply(from + row);
            }
        }
        to.setStringUtf8Batch(0, bytes);
    }

    private static DuckDBColumnType type(Cells cells) {
        return switch (cells) {
            case Cells.Integers ignored -> DuckDBColumnType.BIGINT;
            case Cells.WideIntegers ignored -> DuckDBColumnType.HUGEINT;
            case Cells.Doubles ignored -> DuckDBColumnType.DOUBLE;
            case Cells.Booleans ignored -> DuckDBColumnType.BOOLEAN;
            case Cells.Dates ignored -> DuckDBColumnType.DATE;
            case Cells.Timestamps c ->
                c.zoned() ? DuckDBColumnType.TIMESTAMP_WITH_TIME_ZONE : DuckDBColumnType.TIMESTAMP;
            case Cells.Decimals ignored -> DuckDBColumnType.DECIMAL;
            case Cells.Texts ignored -> DuckDBColumnType.VARCHAR;
            case Cells.Others ignored -> DuckDBColumnType.VARCHAR;
        };
    }

    private static Range[] ranges(TableBatches batches) {
        var ranges = new java.util.ArrayList<Range>();
        for (int batch = 0; batch < batches.size(); batch++) {
            for (int from = 0; from < batches.get(batch).count(); from += VECTOR) {
                ranges.add(new Range(batch, from));
            }
        }
        return ranges.toArray(Range[]::new);
    }
}
