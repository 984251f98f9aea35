package io.poseidon.workbench.sealing.ledger;

import io.poseidon.workbench.model.Hold;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import org.slf4j.LoggerFactory;

/// The file of a ledger, held: whoever else wants it, in this process or in another, waits until it is closed. To look
/// at it takes no hold.
final class LedgerFile implements AutoCloseable {

    private static final int LARGEST = 64 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path file;
    private final FileChannel channel;
    private final Hold hold;

    private LedgerFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
        this.hold = hold(file);
    }

    private static Hold hold(Path file) {
        try {
            return Hold.take(file, PATIENCE)
                    .orElseThrow(() ->
                            Problem.of(Kind.SURROUNDINGS, ReleaseLedger.class, "ledger-busy", file.getFileName()));
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, ReleaseLedger.class, "cannot-write", file + ".lock")
                    .because(e);
        }
    }

    /// One that is there.
    static LedgerFile open(Path file) throws IOException {
        return held(file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /// Where it is not there it is made, for good.
    static LedgerFile create(Path file) throws IOException {
        return held(file, Durable.create(file));
    }

    private static LedgerFile held(Path file, FileChannel channel) throws IOException {
        try {
            return new LedgerFile(file, channel);
        } catch (RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// What stands in it at this moment.
    static byte[] look(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return bytes(file, channel);
        }
    }

    byte[] bytes() throws IOException {
        return bytes(file, channel);
    }

    /// Writes at `position`, cuts off what was behind, and returns once it is on disk.
    void append(long position, byte[] line) throws IOException {
        Durable.append(channel, position, line);
    }

    private static byte[] bytes(Path file, FileChannel channel) throws IOException {
        if (channel.size() > LARGEST) {
            throw Problem.of(Kind.INPUT, ReleaseLedger.class, "ledger-too-large", file.getFileName());
        }
        var buffer = ByteBuffer.allocate((int) channel.size());
        long at = 0;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                break;
            }
            at += read;
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    @Override
    public void close() {
        try (hold) {
            channel.close();
        } catch (IOException e) {
            LoggerFactory.getLogger(LedgerFile.class).warn("a ledger did not close", e);
        }
    }
}
