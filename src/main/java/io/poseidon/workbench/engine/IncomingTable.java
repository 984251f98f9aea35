package io.poseidon.workbench.engine;

import io.poseidon.workbench.engine.ipc.IpcSource;
import io.poseidon.workbench.engine.ipc.IpcStream;
import io.poseidon.workbench.job.Closing;
import io.poseidon.workbench.job.Progress;
import java.util.Objects;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;

/// Arrow memory for an IPC stream of known length: filled in any order by any threads, then read in place, so that the
/// table takes the length of its stream and nothing is copied. Whoever made it closes it; a table read from it stays.
public final class IncomingTable implements AutoCloseable {

    private final String name;
    private final BufferAllocator allocator;
    private final ArrowBuf stream;
    private final long size;
    private boolean over;

    /// `size` is how many bytes there really are: this much memory is set aside at once. More than the engine allows
    /// one table is a [io.poseidon.workbench.model.Problem].
    public IncomingTable(Engine engine, String name, long size) {
        this.name = name;
        this.size = size;
        this.allocator = engine.allocator(name);
        allocator.setLimit(ArrowTable.largest());
        try {
            this.stream = allocator.buffer(size);
            LargePages.ask(stream.memoryAddress(), size);
        } catch (OutOfMemoryException e) {
            allocator.close();
            throw IpcStream.tooLarge(name, ArrowTable.largest()).because(e);
        }
    }

    /// Pieces that do not overlap may be put at once.
    public void put(long position, byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(position, length, size);
        stream.setBytes(position, bytes, offset, length);
    }

    /// The table, for the caller to close; once, after everything was put. Nobody needs to vouch for the bytes.
    public ArrowTable read(Progress progress) {
        var source = new IpcSource.Present(stream, size, allocator);
        try (var reader = new IpcStream(source, name, allocator)) {
            var batches = reader.readAll(progress);
            if (!source.isAtEnd()) {
                batches.close();
                throw reader.damaged();
            }
            stream.close();
            over = true;
            return new ArrowTable(name, allocator, batches);
        }
    }

    @Override
    public void close() {
        if (!over) {
            over = true;
            Closing.all(stream, allocator);
        }
    }
}
