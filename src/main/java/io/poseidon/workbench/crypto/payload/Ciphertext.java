package io.poseidon.workbench.crypto.payload;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;

/// Sealed bytes that can be read at any position by any thread. Closes the channel only where it owns it.
public abstract sealed class Ciphertext implements AutoCloseable {

    public abstract long size();

    /// Fills the buffer from a position on; fails where the bytes end too early.
    abstract void read(long position, ByteBuffer into) throws IOException;

    @Override
    public void close() throws IOException {}

    public static Ciphertext of(byte[] bytes) {
        return new Memory(bytes);
    }

    public static Ciphertext of(FileChannel channel, long offset, long length) {
        return new Region(channel, offset, length, false);
    }

    public static Ciphertext owning(FileChannel channel) throws IOException {
        return new Region(channel, 0, channel.size(), true);
    }

    /// From the beginning; for the header.
    public InputStream stream() {
        return new InputStream() {
            private long at;

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int n = (int) Math.min(length, size() - at);
                if (n <= 0) {
                    return length == 0 ? 0 : -1;
                }
                Ciphertext.this.read(at, ByteBuffer.wrap(bytes, offset, n));
                at += n;
                return n;
            }
        };
    }

    private static final class Memory extends Ciphertext {
        private final byte[] bytes;

        Memory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        void read(long position, ByteBuffer into) {
            into.put(bytes, Math.toIntExact(position), into.remaining());
        }
    }

    private static final class Region extends Ciphertext {
        private final FileChannel channel;
        private final long offset;
        private final long length;
        private final boolean owned;

        Region(FileChannel channel, long offset, long length, boolean owned) {
            this.channel = channel;
            this.offset = Objects.checkIndex(offset, Long.MAX_VALUE);
            this.length = Objects.checkIndex(length, Long.MAX_VALUE);
            this.owned = owned;
        }

        @Override
        public long size() {
            return length;
        }

        @Override
        void read(long position, ByteBuffer into) throws IOException {
            for (long at = offset + position; into.hasRemaining(); ) {
                int n = channel.read(into, at);
                if (n < 0) {
                    throw new EOFException();
                }
                at += n;
            }
        }

        @Override
        public void close() throws IOException {
            if (owned) {
                channel.close();
            }
        }
    }
}
