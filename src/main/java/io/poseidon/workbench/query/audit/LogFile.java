package io.poseidon.workbench.query.audit;

import io.poseidon.workbench.model.Hold;
import io.poseidon.workbench.model.OwnerOnly;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;

/// The log on disk. Every access holds the file and first reads what another process has added. Beside the log
/// stands the digest of its last line, so that a log that was cut short is found; an end that is older than the log is
/// a crash between the two. Bytes after the last line's end are a line that a crash tore: never acted upon, cut off.
final class LogFile {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path file;
    private final Path end;
    private final Chain chain;
    private long read;
    private boolean torn;

    LogFile(Path file, Chain chain) {
        this.file = file;
        this.end = end(file);
        this.chain = chain;
    }

    /// Reads all of it, holding it.
    void open() throws IOException {
        try (var _ = hold();
                var channel = channel()) {
            catchUp(channel);
            requireEnd(file, chain);
        }
    }

    /// Returns once the line is on disk.
    AuditLine append(AuditLog.Next next) throws IOException {
        try (var _ = hold();
                var channel = channel()) {
            catchUp(channel);
            var line = next.after(chain);
            var bytes = (LineJson.write(line) + "\n").getBytes(StandardCharsets.UTF_8);
            write(channel, bytes);
            chain.add(line);
            writeEnd();
            return line;
        }
    }

    private Hold hold() throws IOException {
        return Hold.take(file, PATIENCE)
                .orElseThrow(() -> Problem.of(Kind.SURROUNDINGS, AuditLog.class, "log-busy", file));
    }

    /// Whether a torn line was cut off.
    boolean wasTorn() {
        return torn;
    }

    private void write(FileChannel channel, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        channel.position(read);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
        read += bytes.length;
    }

    private void catchUp(FileChannel channel) throws IOException {
        if (channel.size() < read) {
            throw damaged(file, chain);
        }
        var fresh = ByteBuffer.allocate(Math.toIntExact(channel.size() - read));
        channel.position(read);
        while (fresh.hasRemaining() && channel.read(fresh) >= 0) {}
        int whole = chain.follow(fresh.array(), file);
        read += whole;
        if (whole < fresh.capacity()) {
            torn = true;
            channel.truncate(read);
            channel.force(true);
        }
    }

    /// A log that stands alone has lost its end, or was moved: its chain must do.
    static void requireEnd(Path file, Chain chain) throws IOException {
        var end = end(file);
        if (Files.exists(end) && !chain.holds(Files.readString(end).strip())) {
            throw damaged(file, chain);
        }
    }

    private static Path end(Path file) {
        return file.resolveSibling(file.getFileName() + ".end");
    }

    private void writeEnd() throws IOException {
        var draft = end.resolveSibling(end.getFileName() + ".new");
        try (var out = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                OwnerOnly.of(draft))) {
            out.write(ByteBuffer.wrap((chain.head() + "\n").getBytes(StandardCharsets.US_ASCII)));
            out.force(true);
        }
        Files.move(draft, end, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private FileChannel channel() throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                OwnerOnly.of(file));
    }

    static Problem damaged(Path file, Chain chain) {
        return Problem.of(Kind.INPUT, AuditLog.class, "log-damaged", file, chain.size() + 1);
    }
}
