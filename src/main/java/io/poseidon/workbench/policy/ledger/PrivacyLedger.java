package io.poseidon.workbench.policy.ledger;

import io.poseidon.workbench.job.ToTheEnd;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    private final Hold hold;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private String head = LedgerReading.START;
    private long whole;

    private PrivacyLedger(Path file, FileChannel channel, Hold hold) {
        this.file = file;
        this.end = LedgerReading.end(file);
        this.channel = channel;
        this.hold = hold;
    }

    /// Opens or starts the ledger `privacy-ledger.log` in a folder.
    public static PrivacyLedger open(Path folder) {
        var file = LedgerReading.file(folder);
        try {
            Files.createDirectories(folder);
            var hold = Hold.tryTake(file)
                    .orElseThrow(() -> Problem.of(Kind.SURROUNDINGS, PrivacyLedger.class, IN_USE, folder));
            return held(file, hold);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static PrivacyLedger held(Path file, Hold hold) throws IOException {
        boolean loaded = false;
        try {
            var ledger = new PrivacyLedger(file, channel(file), hold);
            try {
                ledger.load();
                loaded = true;
                return ledger;
            } finally {
                if (!loaded) {
                    ledger.channel.close();
                }
            }
        } finally {
            if (!loaded) {
                hold.close();
            }
        }
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                OwnerOnly.of(file));
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
            // a write that failed before may have left a part of its line: it was never acted upon
            channel.truncate(whole).position(whole);
            var buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
            whole += line.length;
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
        whole = reading.whole();
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

    @Override
    public void close() {
        try (hold) {
            channel.close();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }
}
