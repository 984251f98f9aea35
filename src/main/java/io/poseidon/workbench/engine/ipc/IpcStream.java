package io.poseidon.workbench.engine.ipc;

import io.poseidon.workbench.engine.batch.Batch;
import io.poseidon.workbench.engine.batch.TableBatches;
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

    private final IpcSource source;
    private final String name;
    private final BufferAllocator allocator;
    private final Map<Long, Dictionary> dictionaries = new HashMap<>();

    public IpcStream(IpcSource source, String name, BufferAllocator allocator) {
        this.source = source;
        this.name = name;
        this.allocator = allocator;
    }

    /// The whole stream up to its end mark.
    public TableBatches readAll(Progress progress) {
        var batches = new ArrayList<Batch>();
        boolean done = false;
        try {
            var schema = readSchema();
            while (readBatch(schema, batches)) {
                progress.checkCancelled();
                progress.report(-1, name);
            }
            var table = new TableBatches(schema.arrow(), schema.cells(allocator), batches);
            done = true;
            return table;
        } catch (EOFException e) {
            throw Damage.in(name, "arrow-truncated").because(e);
        } catch (OutOfMemoryException e) {
            throw Damage.in(name, "arrow-memory", allocator.getLimit() >> 20).because(e);
        } catch (Problem | CancelledException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Arrow's decoder and the codecs throw whatever they stumble over at bytes that make no sense
            throw damaged().because(e);
        } finally {
            if (!done) {
                batches.forEach(Batch::close);
            }
        }
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

    /// False at the end mark.
    private boolean readBatch(IpcSchema schema, List<Batch> batches) throws IOException {
        var message = nextMessage();
        if (message == null) {
            return false;
        }
        switch (message.headerType()) {
            case MessageHeader.RecordBatch -> {
                var header = (RecordBatch) message.header(new RecordBatch());
                batches.add(load(schema.arrow(), header, message.bodyLength(), dictionaries));
            }
            case MessageHeader.DictionaryBatch -> readDictionary(schema, message);
            default -> throw damaged();
        }
        return true;
    }

    private void readDictionary(IpcSchema schema, Message message) throws IOException {
        var header = (DictionaryBatch) message.header(new DictionaryBatch());
        if (header == null || header.isDelta() || dictionaries.containsKey(header.id())) {
            throw Damage.in(name, "arrow-dictionary");
        }
        try (var batch = load(schema.dictionary(header.id()), header.data(), message.bodyLength(), Map.of())) {
            var texts = (Texts) batch.cells(0);
            var values = new byte[Math.toIntExact(batch.count())][];
            for (int i = 0; i < values.length; i++) {
                values[i] = texts.isNull(i) ? new byte[0] : texts.bytes(i);
            }
            dictionaries.put(header.id(), new Dictionary(values));
        }
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
