package io.poseidon.workbench.engine.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.types.pojo.Field;

/// One Arrow record batch with typed readers; owns its vectors, not the dictionaries they point into.
public final class Batch implements Rows, AutoCloseable {

    private final VectorSchemaRoot root;
    private final List<TableColumn> columns;
    private final List<Cells> cells;

    /// `dictionaries` holds the texts of dictionary-encoded columns by dictionary id.
    public Batch(VectorSchemaRoot root, Map<Long, byte[][]> dictionaries) {
        this.root = root;
        this.cells = root.getFieldVectors().stream()
                .map(vector -> cells(vector, dictionaries))
                .toList();
        this.columns = columns(root.getSchema().getFields(), cells);
    }

    @Override
    public List<TableColumn> columns() {
        return columns;
    }

    @Override
    public long count() {
        return root.getRowCount();
    }

    @Override
    public Optional<Object> value(int column, long row) {
        return isNull(column, row)
                ? Optional.empty()
                : Optional.of(cells.get(column).value((int) row));
    }

    @Override
    public boolean isNull(int column, long row) {
        return root.getVector(column).isNull((int) row);
    }

    @Override
    public long integer(int column, long row) {
        return cells.get(column) instanceof Cells.Integers integers && !isNull(column, row)
                ? integers.at().applyAsLong((int) row)
                : Rows.super.integer(column, row);
    }

    @Override
    public double number(int column, long row) {
        if (isNull(column, row)) {
            return Double.NaN;
        }
        return switch (cells.get(column)) {
            case Cells.Doubles doubles -> doubles.at().applyAsDouble((int) row);
            case Cells.Integers integers -> integers.at().applyAsLong((int) row);
            case Cells other -> other.value((int) row) instanceof Number number ? number.doubleValue() : Double.NaN;
        };
    }

    public Cells cells(int column) {
        return cells.get(column);
    }

    public List<Cells> cells() {
        return cells;
    }

    public VectorSchemaRoot root() {
        return root;
    }

    /// Loads the vectors of this batch into a root of the same schema, sharing their buffers.
    public void copyInto(VectorSchemaRoot to) {
        try (var shared = new VectorUnloader(root).getRecordBatch()) {
            new VectorLoader(to).load(shared);
        }
    }

    @Override
    public void close() {
        root.close();
    }

    private static Cells cells(FieldVector vector, Map<Long, byte[][]> dictionaries) {
        var encoding = vector.getField().getDictionary();
        if (encoding == null) {
            return Cells.of(vector);
        }
        var texts = dictionaries.getOrDefault(encoding.getId(), new byte[0][]);
        var indices = (BaseIntVector) vector;
        return new Cells.Texts(row -> texts[(int) indices.getValueAsLong(row)]);
    }

    public static List<TableColumn> columns(List<Field> fields, List<Cells> cells) {
        return IntStream.range(0, fields.size())
                .mapToObj(i ->
                        new TableColumn(fields.get(i).getName(), cells.get(i).type()))
                .toList();
    }
}
