package io.poseidon.workbench.engine.batch;

import io.poseidon.workbench.engine.column.Cells;
import io.poseidon.workbench.engine.column.Texts;
import io.poseidon.workbench.job.Closing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/// The record batches of one table with the row each starts at. Owns them.
public final class TableBatches implements AutoCloseable {

    private final Schema schema;
    private final List<TableColumn> columns;
    private final List<Cells> cells;
    private final List<Batch> batches;
    private final long[] starts;

    /// `cells` tell the kinds of the columns even where there is no batch. Empty batches are closed and dropped.
    public TableBatches(Schema schema, List<Cells> cells, List<Batch> batches) {
        this.schema = schema;
        this.cells = List.copyOf(cells);
        this.columns = Batch.columns(schema.getFields(), cells);
        this.batches = new ArrayList<>();
        for (var batch : batches) {
            if (batch.count() == 0) {
                batch.close();
            } else {
                this.batches.add(batch);
            }
        }
        this.starts = new long[this.batches.size() + 1];
        for (int i = 0; i < this.batches.size(); i++) {
            starts[i + 1] = starts[i] + this.batches.get(i).count();
        }
    }

    public List<TableColumn> columns() {
        return columns;
    }

    public Map<String, String> metadata() {
        var metadata = schema.getCustomMetadata();
        return metadata == null ? Map.of() : Map.copyOf(metadata);
    }

    /// How the columns are read; only their kinds are of use without a batch.
    public List<Cells> cells() {
        return cells;
    }

    public int size() {
        return batches.size();
    }

    public long rows() {
        return starts[starts.length - 1];
    }

    public Batch get(int batch) {
        return batches.get(batch);
    }

    public long start(int batch) {
        return starts[batch];
    }

    /// The batch that holds a row of the table.
    public int holding(long row) {
        if (row < 0 || row >= rows()) {
            throw new IndexOutOfBoundsException("row " + row + " of " + rows());
        }
        int low = 0;
        int high = batches.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// The schema with dictionary-encoded texts written out.
    public Schema decodedSchema(Map<String, String> metadata) {
        var fields = schema.getFields().stream()
                .map(field -> field.getDictionary() == null ? field : decoded(field))
                .toList();
        return new Schema(fields, metadata);
    }

    /// Fills a root of the decoded schema with one batch, sharing buffers where nothing has to be decoded.
    public void fill(int number, VectorSchemaRoot root, BufferAllocator allocator) {
        var batch = batches.get(number);
        int rows = (int) batch.count();
        for (int column = 0; column < columns.size(); column++) {
            var from = batch.root().getVector(column);
            if (from.getField().getDictionary() == null) {
                var transfer = from.getTransferPair(from.getField(), allocator);
                transfer.splitAndTransfer(0, rows);
                transfer.getTo().makeTransferPair(root.getVector(column)).transfer();
                transfer.getTo().close();
            } else {
                decode(batch, column, (VarCharVector) root.getVector(column));
            }
        }
        root.setRowCount(rows);
    }

    @Override
    public void close() {
        Closing.all(batches);
    }

    private static Field decoded(Field field) {
        return new Field(
                field.getName(),
                new FieldType(field.isNullable(), ArrowType.Utf8.INSTANCE, null, field.getMetadata()),
                null);
    }

    private static void decode(Batch batch, int column, VarCharVector to) {
        var texts = (Texts) batch.cells(column);
        to.reset();
        for (int row = 0; row < batch.count(); row++) {
            if (texts.isNull(row)) {
                to.setNull(row);
            } else {
                to.setSafe(row, texts.bytes(row));
            }
        }
        to.setValueCount((int) batch.count());
    }
}
