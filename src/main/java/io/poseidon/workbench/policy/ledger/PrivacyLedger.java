package io.poseidon.workbench.policy.ledger;

import io.poseidon.workbench.job.ToTheEnd;
import io.poseidon.workbench.model.OwnerOnly;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a holder of rows has spent, and what was released: an append-only file, each line chained to the one before by
/// its hash, forced to disk before anything depends on it. A spend is written **before** the rows are read, so a crash
/// at any point loses none; a torn last line was never acted upon and is cut off. Beside it stands the position of its
/// end, so that a shortened or changed file is noticed. A rollback of the whole disk is not.
///
/// One process holds it at a time; the owner closes it.
public final class PrivacyLedger implements LedgerView, AutoCloseable {

    /// The code of the problem that another process holds the ledger, which passes when that one ends.
    public static final String IN_USE = "ledger-in-use";

    private final Path file;
    private final Path end;
    private final FileChannel channel;
    private final FileLock lock;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private String head = LedgerReading.START;

    private PrivacyLedger(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.end = LedgerReading.end(file);
        this.channel = channel;
        this.lock = lock;
    }

    /// Opens or starts the ledger `privacy-ledger.log` in a folder.
    public static PrivacyLedger open(Path folder) {
        var file = LedgerReading.file(folder);
        @Nullable FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    OwnerOnly.of(file));
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw Problem.of(Kind.SURROUNDINGS, PrivacyLedger.class, IN_USE, folder);
            }
            var ledger = new PrivacyLedger(file, channel, lock);
            ledger.load();
            return ledger;
        } catch (OverlappingFileLockException e) {
            close(channel);
            throw Problem.of(Kind.SURROUNDINGS, PrivacyLedger.class, IN_USE, folder)
                    .because(e);
        } catch (IOException e) {
            close(channel);
            throw unwritable(folder, e);
        } catch (Problem e) {
            close(channel);
            throw e;
        }
    }

    @Override
    public List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    /// Hash of the last line: a fingerprint of the whole history.
    public String head() {
        return head;
    }

    /// Writes an entry and returns once it is on disk, also for a job that is cancelled meanwhile.
    public void append(LedgerEntry entry) {
        var body = entry.line();
        var next = LedgerEntry.hash(head, body);
        ToTheEnd.run(() -> written((next + " " + body + "\n").getBytes(StandardCharsets.UTF_8), entry, next));
    }

    private String written(byte[] line, LedgerEntry entry, String next) {
        try {
            channel.position(channel.size());
            var buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
            entries.add(entry);
            head = next;
            writeEnd();
            return next;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private void load() throws IOException {
        var bytes = Files.readAllBytes(file);
        var known = LedgerReading.readEnd(file);
        var reading = LedgerReading.of(bytes, known).orElseThrow(this::damaged);
        entries.addAll(reading.entries());
        head = reading.head();
        if (reading.whole() < bytes.length) {
            channel.truncate(reading.whole());
            channel.force(true);
        }
        if (!known.equals(Optional.of(head))) {
            writeEnd();
        }
    }

    private void writeEnd() throws IOException {
        var draft = end.resolveSibling(end.getFileName() + ".new");
        try (var out = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap((head + "\n").getBytes(StandardCharsets.UTF_8)));
            out.force(true);
        }
        Files.move(draft, end, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Problem damaged() {
        return Problem.of(Kind.INPUT, PrivacyLedger.class, "ledger-damaged", file);
    }

    private static Problem unwritable(Path path, IOException cause) {
        return Problem.of(Kind.SURROUNDINGS, PrivacyLedger.class, "ledger-unwritable", path)
                .because(cause);
    }

    private static void close(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }
}
