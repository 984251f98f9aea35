package io.poseidon.workbench.engine.ipc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.TypeLayout;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;

/// The bytes that follow a record batch's metadata. Owns them until closed; vectors loaded from it keep what they
/// need.
final class IpcBody implements AutoCloseable {

    private final BufferAllocator allocator;
    private final ArrowBuf bytes;

    IpcBody(IpcSource source, long length, BufferAllocator allocator) throws IOException {
        this.allocator = allocator;
        this.bytes = source.body(length);
    }

    ArrowBuf bytes() {
        return bytes;
    }

    /// Puts a batch whose layout was checked into the root's vectors.
    void loadInto(VectorSchemaRoot root, RecordBatch batch) throws IOException {
        var buffers = new ArrayList<ArrowBuf>();
        try {
            for (int i = 0; i < batch.buffersLength(); i++) {
                buffers.add(buffer(batch, i));
            }
            int next = 0;
            for (int i = 0; i < batch.nodesLength(); i++) {
                var vector = root.getVector(i);
                int count = TypeLayout.getTypeBufferCount(vector.getField().getType());
                load(vector, batch.nodes(i), buffers.subList(next, next + count));
                next += count;
            }
            root.setRowCount((int) batch.length());
        } finally {
            buffers.forEach(ArrowBuf::close);
        }
    }

    @Override
    public void close() {
        bytes.close();
    }

    private ArrowBuf buffer(RecordBatch batch, int index) throws IOException {
        var place = batch.buffers(index);
        var slice = bytes.slice(place.offset(), place.length()).writerIndex(place.length());
        slice.getReferenceManager().retain();
        var compression = batch.compression();
        return compression == null || place.length() == 0 ? slice : decompressed(slice, compression.codec());
    }

    private ArrowBuf decompressed(ArrowBuf slice, byte code) throws IOException {
        // a codec releases what it was given only when it succeeds
        int holders = slice.refCnt();
        boolean done = false;
        try {
            var inflated = code == CompressionType.LZ4_FRAME
                    ? Lz4Frames.inflate(allocator, slice)
                    : codec(code).decompress(allocator, slice);
            done = true;
            return inflated;
        } finally {
            if (!done && slice.refCnt() == holders) {
                slice.close();
            }
        }
    }

    private static CompressionCodec codec(byte code) {
        return CommonsCompressionFactory.INSTANCE.createCodec(CodecType.fromCompressionType(code));
    }

    private static void load(FieldVector vector, FieldNode node, List<ArrowBuf> buffers) {
        vector.loadFieldBuffers(new ArrowFieldNode(node.length(), node.nullCount()), buffers);
        if (vector.getValueCapacity() < node.length()) {
            // otherwise Arrow would try to grow what it was given, and lose memory when that fails
            throw new IllegalArgumentException("buffers too small");
        }
    }
}
