package io.poseidon.workbench.engine.ipc;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;

/// Where the bytes of a stream come from. Neither kind believes a declared length: what is not there is an
/// [EOFException], and no memory is set aside for it.
public sealed interface IpcSource {

    byte[] bytes(int length) throws IOException;

    /// The bytes of a body, for the caller to close.
    ArrowBuf body(long length) throws IOException;

    /// Passes over so many bytes.
    void skip(long length) throws IOException;

    /// Bytes that arrive one after the other: bodies are copied, and memory grows with what has arrived.
    record Arriving(InputStream in, BufferAllocator allocator) implements IpcSource {

        private static final int STEP = 8 << 20;

        @Override
        public byte[] bytes(int length) throws IOException {
            var bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException();
            }
            return bytes;
        }

        @Override
        public ArrowBuf body(long length) throws IOException {
            var body = allocator.buffer(Math.min(length, STEP));
            var step = new byte[1 << 16];
            boolean done = false;
            try {
                for (long at = 0; at < length; ) {
                    int read = in.readNBytes(step, 0, (int) Math.min(step.length, length - at));
                    if (read == 0) {
                        throw new EOFException();
                    }
                    body = roomy(body, at, at + read, length);
                    body.setBytes(at, step, 0, read);
                    at += read;
                }
                done = true;
                return body.writerIndex(length);
            } finally {
                if (!done) {
                    body.close();
                }
            }
        }

        @Override
        public void skip(long length) throws IOException {
            in.skipNBytes(length);
        }

        private ArrowBuf roomy(ArrowBuf body, long used, long needed, long length) {
            if (needed <= body.capacity()) {
                return body;
            }
            var larger = allocator.buffer(Math.min(length, Math.max(needed, body.capacity() * 2)));
            larger.setBytes(0, body, 0, used);
            body.close();
            return larger;
        }
    }

    /// Bytes that are all there, at the caller's keeping: bodies are views of them and hold them as long as they live.
    final class Present implements IpcSource {

        /// Arrow pads messages to this; a body that does not stand on it is copied to one that does.
        private static final int ALIGNMENT = 8;

        private final ArrowBuf stream;
        private final long size;
        private final BufferAllocator allocator;
        private long at;

        /// The first `size` bytes of a buffer.
        public Present(ArrowBuf stream, long size, BufferAllocator allocator) {
            this.stream = stream;
            this.size = size;
            this.allocator = allocator;
        }

        @Override
        public byte[] bytes(int length) throws IOException {
            var bytes = new byte[demand(length)];
            stream.getBytes(at, bytes);
            at += length;
            return bytes;
        }

        @Override
        public ArrowBuf body(long length) throws IOException {
            demand(length);
            var body = at % ALIGNMENT == 0 ? view(length) : copy(length);
            at += length;
            return body.writerIndex(length);
        }

        @Override
        public void skip(long length) throws IOException {
            at += demand(length);
        }

        /// Whether everything has been read.
        public boolean isAtEnd() {
            return at == size;
        }

        private <T extends Number> T demand(T length) throws EOFException {
            if (length.longValue() > size - at) {
                throw new EOFException();
            }
            return length;
        }

        private ArrowBuf view(long length) {
            var view = stream.slice(at, length);
            view.getReferenceManager().retain();
            return view;
        }

        private ArrowBuf copy(long length) {
            var copy = allocator.buffer(length);
            copy.setBytes(0, stream, at, length);
            return copy;
        }
    }
}
