package io.poseidon.workbench.engine.ipc;

import io.poseidon.workbench.engine.batch.Batch;
import io.poseidon.workbench.engine.batch.TableBatches;
import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.engine.column.Cells;
import io.poseidon.workbench.engine.column.Dictionary;
import io.poseidon.workbench.engine.column.Texts;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/// Reads one Arrow IPC stream from a source that is not trusted (Arrow columnar format, "IPC Streaming Format").
///
/// Framing, metadata and every buffer's place and length are checked before Arrow's own code sees them; memory grows
/// with bytes that really arrived, never with a number that was only declared. The values are checked once loaded.
public final class IpcStream implements AutoCloseable {

    private static final int CONTINUATION = -1;
    private static final int LARGEST_METADATA = 16 << 20;

    /// A dictionary's texts are Java's objects.
    private static final int MOST_TEXTS = 1 << 24;

    private static final long LARGEST_DICTIONARY = 256 << 20;

    private final IpcSource source;
    private final String name;
    private final BufferAllocator allocator;
    private final Map<Long, Dictionary> dictionaries = new HashMap<>();
    private Optional<IpcSchema> schema = Optional.empty();

    public IpcStream(IpcSource source, String name, BufferAllocator allocator) {
        this.source = source;
        this.name = name;
        this.allocator = allocator;
    }

    /// What the schema says: the columns, and how each is read, of which only the kind is of use without a batch.
    public record Head(Schema schema, List<TableColumn> columns, List<Cells> cells) {
        public Head {
            columns = List.copyOf(columns);
            cells = List.copyOf(cells);
        }
    }

    /// The whole stream up to its end mark.
    public TableBatches readAll(Progress progress) {
        var batches = new ArrayList<Batch>();
        boolean done = false;
        try {
            var head = begin();
            for (var batch = next(); batch.isPresent(); batch = next()) {
                batches.add(batch.get());
                progress.checkCancelled();
                progress.report(-1, name);
            }
            var table = new TableBatches(head.schema(), head.cells(), batches);
            done = true;
            return table;
        } finally {
            if (!done) {
                batches.forEach(Batch::close);
            }
        }
    }

    /// Reads the schema: once, before anything else.
    public Head begin() {
        return soundly(() -> {
            var read = readSchema();
            schema = Optional.of(read);
            var cells = read.cells(allocator);
            return new Head(read.arrow(), Batch.columns(read.arrow().getFields(), cells), cells);
        });
    }

    /// The next batch, for the caller to close; none at the end mark.
    public Optional<Batch> next() {
        return soundly(() -> {
            for (var message = nextMessage(); message != null; message = nextMessage()) {
                switch (message.headerType()) {
                    case MessageHeader.RecordBatch -> {
                        return Optional.of(load(known().arrow(), batch(message), message.bodyLength(), dictionaries));
                    }
                    case MessageHeader.DictionaryBatch -> readDictionary(known(), message);
                    default -> throw damaged();
                }
            }
            return Optional.empty();
        });
    }

    /// The rows that the batches from here on declare. Their values are passed over, so that this is for planning; who
    /// reads them will find out a wrong number. Nothing can be read afterwards.
    public long declaredRows() {
        return soundly(() -> {
            long rows = 0;
            for (var message = nextMessage(); message != null; message = nextMessage()) {
                if (message.headerType() == MessageHeader.RecordBatch) {
                    var batch = batch(message);
                    IpcLayout.check(name, known().arrow(), batch, message.bodyLength());
                    rows += batch.length();
                }
                demandLength(message);
                source.skip(message.bodyLength());
            }
            return rows;
        });
    }

    public static Problem tooLarge(String name, long limit) {
        return Damage.in(name, "arrow-memory", limit >> 20);
    }

    /// What to say of bytes that are no such stream.
    public Problem damaged() {
        return Damage.in(name, "arrow-damaged");
    }

    @Override
    public void close() {
        dictionaries.clear();
    }

    private IpcSchema readSchema() throws IOException {
        var message = nextMessage();
        if (message == null || message.headerType() != MessageHeader.Schema) {
            throw Damage.in(name, "arrow-no-schema");
        }
        if (message.bodyLength() != 0) {
            throw damaged();
        }
        return IpcSchema.of(name, message);
    }

    private IpcSchema known() {
        return schema.orElseThrow(() -> new IllegalStateException("not begun"));
    }

    private void demandLength(Message message) {
        if (message.bodyLength() < 0) {
            throw damaged();
        }
    }

    private static RecordBatch batch(Message message) {
        return (RecordBatch) message.header(new RecordBatch());
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T soundly(Reading<T> reading) {
        try {
            return reading.read();
        } catch (EOFException e) {
            throw Damage.in(name, "arrow-truncated").because(e);
        } catch (OutOfMemoryException e) {
            throw Damage.in(name, "arrow-memory", allocator.getLimit() >> 20).because(e);
        } catch (Problem | CancelledException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Arrow's decoder and the codecs throw whatever they stumble over at bytes that make no sense
            throw damaged().because(e);
        }
    }

    private void readDictionary(IpcSchema schema, Message message) throws IOException {
        var header = (DictionaryBatch) message.header(new DictionaryBatch());
        if (header == null || header.isDelta() || dictionaries.containsKey(header.id())) {
            throw Damage.in(name, "arrow-dictionary");
        }
        try (var batch = load(schema.dictionary(header.id()), header.data(), message.bodyLength(), Map.of())) {
            dictionaries.put(header.id(), new Dictionary(texts(batch)));
        }
    }

    private byte[][] texts(Batch batch) {
        if (batch.count() > MOST_TEXTS) {
            throw Damage.in(name, "arrow-dictionary-large");
        }
        var texts = (Texts) batch.cells(0);
        var values = new byte[(int) batch.count()][];
        long size = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = texts.isNull(i) ? new byte[0] : texts.bytes(i);
            size += values[i].length;
            if (size > LARGEST_DICTIONARY) {
                throw Damage.in(name, "arrow-dictionary-large");
            }
        }
        return values;
    }

    private Batch load(Schema schema, RecordBatch header, long bodyLength, Map<Long, Dictionary> dictionaries)
            throws IOException {
        IpcLayout.check(name, schema, header, bodyLength);
        var root = VectorSchemaRoot.create(schema, allocator);
        boolean done = false;
        try (var body = new IpcBody(source, bodyLength, allocator)) {
            IpcLayout.checkDeclaredSizes(name, schema, header, body.bytes());
            body.loadInto(root, header);
            IpcValues.check(name, root, dictionaries);
            var loaded = new Batch(root, dictionaries);
            done = true;
            return loaded;
        } finally {
            if (!done) {
                root.close();
            }
        }
    }

    /// The next message's metadata, or null at the end mark.
    private @Nullable Message nextMessage() throws IOException {
        if (readInt() != CONTINUATION) {
            throw Damage.in(name, "arrow-not-a-stream");
        }
        int length = readInt();
        if (length == 0) {
            return null;
        }
        if (length < 8 || length > LARGEST_METADATA) {
            throw damaged();
        }
        return Message.getRootAsMessage(ByteBuffer.wrap(source.bytes(length)).order(ByteOrder.LITTLE_ENDIAN));
    }

    private int readInt() throws IOException {
        return ByteBuffer.wrap(source.bytes(4)).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }
}
