package io.poseidon.workbench.engine.ipc;

import org.apache.arrow.flatbuf.BodyCompressionMethod;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/// Checks a record batch's metadata before anything is done with it: node and buffer counts against the schema, every
/// buffer inside the body, every buffer long enough for the rows it claims, and no unreasonable decompression.
final class IpcLayout {

    private static final long LARGEST_BODY = 4L << 30;
    /// More than this from one compressed byte is taken for a bomb; small buffers are let through.
    private static final long MOST_FROM_ONE_BYTE = 4_096;

    private static final long SMALL = 1 << 20;

    private final String table;
    private final RecordBatch batch;

    private IpcLayout(String table, RecordBatch batch) {
        this.table = table;
        this.batch = batch;
    }

    static void check(String table, Schema schema, RecordBatch batch, long bodyLength) {
        if (batch == null || bodyLength < 0 || bodyLength > LARGEST_BODY) {
            throw Damage.in(table, "arrow-damaged");
        }
        new IpcLayout(table, batch).check(schema, bodyLength);
    }

    /// With the body at hand: the uncompressed size each buffer declares.
    static void checkDeclaredSizes(String table, Schema schema, RecordBatch batch, ArrowBuf body) {
        var layout = new IpcLayout(table, batch);
        int buffer = 0;
        int node = 0;
        for (var field : schema.getFields()) {
            layout.checkSizes(field, node++, buffer, body);
            buffer += buffers(field);
        }
    }

    private void check(Schema schema, long bodyLength) {
        var compression = batch.compression();
        if (compression != null
                && (compression.method() != BodyCompressionMethod.BUFFER
                        || compression.codec() != CompressionType.ZSTD
                                && compression.codec() != CompressionType.LZ4_FRAME)) {
            throw Damage.in(table, "arrow-compression");
        }
        int fields = schema.getFields().size();
        int buffers = schema.getFields().stream().mapToInt(IpcLayout::buffers).sum();
        demand(batch.nodesLength() == fields && batch.buffersLength() == buffers);
        demand(batch.length() >= 0 && batch.length() < Integer.MAX_VALUE - 64);
        for (int i = 0; i < fields; i++) {
            var node = batch.nodes(i);
            demand(node.length() == batch.length() && node.nullCount() >= 0 && node.nullCount() <= node.length());
        }
        for (int i = 0; i < buffers; i++) {
            var buffer = batch.buffers(i);
            demand(buffer.offset() >= 0 && buffer.length() >= 0 && buffer.offset() <= bodyLength - buffer.length());
        }
    }

    private void checkSizes(Field field, int node, int buffer, ArrowBuf body) {
        long rows = batch.length();
        // asked of every buffer, needed or not: whoever decompresses it believes what it declares
        long validity = size(buffer, body);
        demand(validity >= (rows + 7) / 8 || batch.nodes(node).nullCount() == 0);
        long second = size(buffer + 1, body);
        if (isText(field)) {
            long width = field.getType() instanceof ArrowType.LargeUtf8 ? 8 : 4;
            demand(second >= (rows + 1) * width || rows == 0);
            size(buffer + 2, body);
        } else {
            demand(second >= (rows * bits(field.getType()) + 7) / 8);
        }
    }

    /// Bytes the buffer will take in memory.
    private long size(int index, ArrowBuf body) {
        var buffer = batch.buffers(index);
        if (batch.compression() == null || buffer.length() == 0) {
            return buffer.length();
        }
        demand(buffer.length() >= 8);
        long declared = body.getLong(buffer.offset());
        long compressed = buffer.length() - 8;
        if (declared == -1) {
            return compressed;
        }
        demand(declared >= 0);
        if (declared > SMALL && declared / MOST_FROM_ONE_BYTE > compressed) {
            throw Damage.in(table, "arrow-compression-bomb");
        }
        return declared;
    }

    private void demand(boolean sound) {
        if (!sound) {
            throw Damage.in(table, "arrow-damaged");
        }
    }

    private static boolean isText(Field field) {
        return field.getType() instanceof ArrowType.Utf8 || field.getType() instanceof ArrowType.LargeUtf8;
    }

    private static int buffers(Field field) {
        return isText(field) ? 3 : 2;
    }

    private static long bits(ArrowType type) {
        return switch (type) {
            case ArrowType.Int integer -> integer.getBitWidth();
            case ArrowType.FloatingPoint real ->
                switch (real.getPrecision()) {
                    case HALF -> 16;
                    case SINGLE -> 32;
                    case DOUBLE -> 64;
                };
            case ArrowType.Decimal decimal -> decimal.getBitWidth();
            case ArrowType.Date ignored -> 32;
            case ArrowType.Timestamp ignored -> 64;
            case ArrowType.Bool ignored -> 1;
            default -> throw new IllegalStateException("no fixed width: " + type);
        };
    }
}
