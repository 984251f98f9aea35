package io.poseidon.workbench.model;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// A file that one owner has to itself, among all processes and within this one. What the system locks is a sibling
/// `NAME.lock` that nothing else opens: a process loses its lock on a file as soon as it closes any opening of that
/// file (POSIX), also one that only read it. The system frees the lock of a process that dies; the sibling stays.
///
/// Whoever took it closes it; any thread.
public final class Hold implements AutoCloseable {

    /// The system gives a lock to a process, so what this process holds must be known all over it, and before a second
    /// opening of the sibling, whose closing would free the first.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Path lock;
    private final FileChannel channel;

    private Hold(Path lock, FileChannel channel) {
        this.lock = lock;
        this.channel = channel;
    }

    /// Waits for whoever else has it; empty where the patience ends first, or the thread is interrupted.
    public static Optional<Hold> take(Path file, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var hold = tryTake(file);
            boolean givesUp =
                    System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted();
            if (hold.isPresent() || givesUp) {
                return hold;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /// Empty where somebody else has it. The folder must be there, the file need not.
    public static Optional<Hold> tryTake(Path file) throws IOException {
        var lock = lock(file);
        if (!HELD.add(lock)) {
            return Optional.empty();
        }
        var hold = Optional.<Hold>empty();
        try {
            hold = locked(lock);
            return hold;
        } finally {
            if (hold.isEmpty()) {
                HELD.remove(lock);
            }
        }
    }

    /// Beside the file itself, whichever link leads to it.
    private static Path lock(Path file) throws IOException {
        var folder = file.toAbsolutePath().resolveSibling("").toRealPath();
        var place = Files.exists(file) ? file.toRealPath() : folder.resolve(file.getFileName());
        return place.resolveSibling(place.getFileName() + ".lock");
    }

    private static Optional<Hold> locked(Path lock) throws IOException {
        var channel =
                FileChannel.open(lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.of(lock));
        boolean taken = false;
        try {
            taken = channel.tryLock() != null;
            return taken ? Optional.of(new Hold(lock, channel)) : Optional.empty();
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try {
                channel.close();
            } finally {
                HELD.remove(lock);
            }
        }
    }
}
