package io.poseidon.workbench.engine.batch;

import io.poseidon.workbench.engine.column.Cells;
import io.poseidon.workbench.engine.column.Dictionary;
import io.poseidon.workbench.engine.column.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.types.pojo.Field;

/// One Arrow record batch with typed readers; owns its vectors unless they are lent, not the dictionaries they point
/// into.
public final class Batch implements Columnar, AutoCloseable {

    private final VectorSchemaRoot root;
    private final List<TableColumn> columns;
    private final List<Cells> cells;
    private final boolean owner;
    private volatile boolean closed;

    /// `dictionaries` holds the texts of dictionary-encoded columns by dictionary id.
    public Batch(VectorSchemaRoot root, Map<Long, Dictionary> dictionaries) {
        this(root, dictionaries, true);
    }

    private Batch(VectorSchemaRoot root, Map<Long, Dictionary> dictionaries, boolean owner) {
        this.root = root;
        this.owner = owner;
        this.cells = root.getFieldVectors().stream()
                .map(vector -> cells(vector, dictionaries))
                .toList();
        this.columns = columns(root.getSchema().getFields(), cells);
    }

    /// A batch in vectors that stay somebody else's: closing it ends the reading only.
    public static Batch lent(VectorSchemaRoot root) {
        return new Batch(root, Map.of(), false);
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
    public Cells cells(int column) {
        if (closed) {
            throw new IllegalStateException("the batch is closed");
        }
        return cells.get(column);
    }

    /// The kinds of the columns; still there when the batch is closed.
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

    /// Another batch with the same buffers, which live until both are closed.
    public Batch shared(BufferAllocator allocator) {
        var to = VectorSchemaRoot.create(root.getSchema(), allocator);
        try {
            copyInto(to);
            return new Batch(to, Map.of());
        } catch (RuntimeException e) {
            to.close();
            throw e;
        }
    }

    @Override
    public void close() {
        closed = true;
        if (owner) {
            root.close();
        }
    }

    private static Cells cells(FieldVector vector, Map<Long, Dictionary> dictionaries) {
        var encoding = vector.getField().getDictionary();
        return encoding == null
                ? Cells.of(vector)
                : Texts.Coded.of((BaseIntVector) vector, dictionaries.getOrDefault(encoding.getId(), Dictionary.EMPTY));
    }

    public static List<TableColumn> columns(List<Field> fields, List<Cells> cells) {
        return IntStream.range(0, fields.size())
                .mapToObj(i ->
                        new TableColumn(fields.get(i).getName(), cells.get(i).type()))
                .toList();
    }
}
