package io.poseidon.workbench.bundle.workshop;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Says that a workshop is in use, for as long as its process lives: a locked file beside the workshop's folder. The
/// system frees the lock of a process that was killed, so that whoever works in the same place next can tell what was
/// left behind and clear it away.
final class WorkshopLock implements AutoCloseable {

    private static final String START = ".sealing-";
    private static final String END = ".lock";

    private final Path file;
    private final FileChannel channel;

    private WorkshopLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// A name in `place` that nobody else has, held until closed.
    static WorkshopLock in(Path place) throws IOException {
        while (true) {
            var file = place.resolve(START + ownNumber() + UUID.randomUUID() + END);
            var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            // somebody who clears the place at this moment may have taken the new file for one left behind
            if (channel.tryLock() != null && Files.exists(file)) {
                return new WorkshopLock(file, channel);
            }
            channel.close();
        }
    }

    /// The folder that goes with it.
    Path folder() {
        return folderOf(file);
    }

    /// Clears away what killed processes left in `place`. What this process is working on is told by its number: to
    /// look at its own lock would free it.
    static void clearAbandoned(Path place) throws IOException {
        try (var locks = Files.newDirectoryStream(place, WorkshopLock::isOfAnotherProcess)) {
            for (var lock : locks) {
                clearIfAbandoned(lock);
            }
        }
    }

    private static void clearIfAbandoned(Path lock) throws IOException {
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                clear(folderOf(lock));
                Files.deleteIfExists(lock);
            }
        } catch (NoSuchFileException e) {
            // its owner has finished, or somebody else cleared it
        }
    }

    /// Deletes a folder of files.
    static void clear(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    private static boolean isOfAnotherProcess(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith(START) && name.endsWith(END) && !name.startsWith(START + ownNumber());
    }

    private static String ownNumber() {
        return ProcessHandle.current().pid() + "-";
    }

    private static Path folderOf(Path lock) {
        var name = lock.getFileName().toString();
        return lock.resolveSibling(name.substring(0, name.length() - END.length()));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }
}
