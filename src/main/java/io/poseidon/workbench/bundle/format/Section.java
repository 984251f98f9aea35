package io.poseidon.workbench.bundle.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/// An entry's content as a channel of its own, read in place. Closing it leaves the container open.
final class Section implements SeekableByteChannel {

    private final FileChannel file;
    private final long from;
    private final long size;
    private long position;

    Section(FileChannel file, long from, long size) {
        this.file = file;
        this.from = from;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        long left = size - position;
        if (left <= 0) {
            return -1;
        }
        var window = into.duplicate();
        window.limit(window.position() + (int) Math.min(window.remaining(), left));
        int read = file.read(window, from + position);
        if (read < 0) {
            throw Damage.at("ZIP content");
        }
        into.position(into.position() + read);
        position += read;
        return read;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        if (newPosition < 0) {
            throw new IllegalArgumentException("negative position");
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() {}
}
