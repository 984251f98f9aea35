package io.poseidon.workbench.engine.scan;

import io.poseidon.workbench.engine.ipc.IpcStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A stream whose schema was read, with the file it comes from; `reading` is run before each batch and
/// may put an end to it by throwing. Whoever opened it closes it.
public record OpenedStream(IpcStream stream, Closeable file, Runnable reading) implements AutoCloseable {

    @Override
    public void close() {
        try (file) {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
