package io.poseidon.workbench.engine;

import io.poseidon.workbench.engine.batch.Rows;
import io.poseidon.workbench.engine.batch.TableBatches;
import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.engine.column.Blanks;
import io.poseidon.workbench.engine.ipc.IpcSource;
import io.poseidon.workbench.engine.ipc.IpcStream;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Closing;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;

/// An immutable table in Arrow memory. Whoever received it closes it, after every session that sees it. Reading is
/// safe from any thread until then.
public final class ArrowTable implements Rows, AutoCloseable {

    private final String name;
    private final BufferAllocator allocator;
    private final TableBatches batches;

    /// Takes over all three.
    ArrowTable(String name, BufferAllocator allocator, TableBatches batches) {
        this.name = name;
        this.allocator = allocator;
        this.batches = batches;
    }

    /// Reads an Arrow IPC stream that nobody vouches for: every declared size is checked before memory is set aside,
    /// and the whole table may take at most `largest` bytes of it. What does not fit is a [Problem]; nothing leaks.
    public static ArrowTable read(Engine engine, String name, InputStream in, long largest, Progress progress) {
        var allocator = engine.allocator(name);
        allocator.setLimit(largest);
        try (var stream = new IpcStream(new IpcSource.Arriving(in, allocator), name, allocator)) {
            return new ArrowTable(name, allocator, stream.readAll(progress));
        } catch (RuntimeException | Error e) {
            allocator.close();
            throw e;
        }
    }

    /// As above with half of the engine's memory as the limit.
    public static ArrowTable read(Engine engine, String name, InputStream in, Progress progress) {
        return read(engine, name, in, largest(), progress);
    }

    /// Bytes that one table may take.
    static long largest() {
        return Limits.machineMemory() / 4;
    }

    public static TableBuilder builder(Engine engine, String name) {
        return new TableBuilder(engine, name);
    }

    public String name() {
        return name;
    }

    /// Key and value pairs of the stream's schema.
    public Map<String, String> metadata() {
        return batches.metadata();
    }

    @Override
    public List<TableColumn> columns() {
        return batches.columns();
    }

    @Override
    public long count() {
        return batches.rows();
    }

    @Override
    public Optional<Object> value(int column, long row) {
        int batch = batches.holding(row);
        return batches.get(batch).value(column, row - batches.start(batch));
    }

    @Override
    public boolean isNull(int column, long row) {
        int batch = batches.holding(row);
        return batches.get(batch).isNull(column, row - batches.start(batch));
    }

    @Override
    public long integer(int column, long row) {
        int batch = batches.holding(row);
        return batches.get(batch).integer(column, row - batches.start(batch));
    }

    @Override
    public double number(int column, long row) {
        int batch = batches.holding(row);
        return batches.get(batch).number(column, row - batches.start(batch));
    }

    /// Writes an Arrow IPC stream with uncompressed buffers; `out` stays open.
    public void writeTo(OutputStream out, Map<String, String> metadata) throws IOException {
        var schema = batches.decodedSchema(metadata);
        try (var root = VectorSchemaRoot.create(schema, allocator);
                var writer = new ArrowStreamWriter(
                        root, new DictionaryProvider.MapDictionaryProvider(), Channels.newChannel(new KeptOpen(out)))) {
            writer.start();
            for (int i = 0; i < batches.size(); i++) {
                batches.fill(i, root, allocator);
                Blanks.clear(root);
                writer.writeBatch();
            }
            writer.end();
        }
    }

    @Override
    public void close() {
        Closing.all(batches, allocator);
    }

    TableBatches batches() {
        return batches;
    }

    /// Arrow's writer closes what it writes to; whoever called may have more to say.
    private static final class KeptOpen extends FilterOutputStream {

        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
