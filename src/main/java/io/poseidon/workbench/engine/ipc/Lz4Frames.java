package io.poseidon.workbench.engine.ipc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;

/// A compressed buffer that nobody vouches for: its declared length, then LZ4 frames. Arrow's own codec writes whatever
/// comes out to the heap; here no more comes out than was declared, into memory that counts against the table's limit.
final class Lz4Frames {

    private static final int LENGTH = 8;
    private static final long NOT_COMPRESSED = -1;

    private Lz4Frames() {}

    /// Takes over `compressed` where it succeeds; the caller still holds it where it fails. The declared length was
    /// found reasonable before.
    static ArrowBuf inflate(BufferAllocator allocator, ArrowBuf compressed) throws IOException {
        long declared = compressed.getLong(0);
        if (declared == NOT_COMPRESSED) {
            return compressed.slice(LENGTH, compressed.writerIndex() - LENGTH);
        }
        var inflated = allocator.buffer(declared);
        boolean done = false;
        try (var frames = new FramedLZ4CompressorInputStream(content(compressed))) {
            fill(frames, inflated, declared);
            done = true;
        } finally {
            if (!done) {
                inflated.close();
            }
        }
        compressed.close();
        return inflated.writerIndex(declared);
    }

    private static InputStream content(ArrowBuf compressed) {
        var bytes = new byte[Math.toIntExact(compressed.writerIndex() - LENGTH)];
        compressed.getBytes(LENGTH, bytes);
        return new ByteArrayInputStream(bytes);
    }

    private static void fill(InputStream frames, ArrowBuf inflated, long declared) throws IOException {
        var step = new byte[1 << 16];
        for (long at = 0; at < declared; ) {
            int read = frames.read(step, 0, (int) Math.min(step.length, declared - at));
            if (read < 0) {
                throw new IOException("less than was declared");
            }
            inflated.setBytes(at, step, 0, read);
            at += read;
        }
        if (frames.read() >= 0) {
            throw new IOException("more than was declared");
        }
    }
}
