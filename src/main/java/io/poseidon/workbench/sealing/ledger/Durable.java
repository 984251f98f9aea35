package io.poseidon.workbench.sealing.ledger;

import io.poseidon.workbench.model.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;

/// Files that are either wholly there or not at all, also after a power cut, and that only their owner may read.
public final class Durable {

    private static final String UNFINISHED = ".unfinished";

    private Durable() {}

    /// Writes a sibling, forces it to disk, moves it into place, forces the folder.
    public static void write(Path file, byte[] bytes) throws IOException {
        createFolders(folderOf(file));
        var unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.deleteIfExists(unfinished);
        try (var channel =
                FileChannel.open(Files.createFile(unfinished, OwnerOnly.of(file)), StandardOpenOption.WRITE)) {
            append(channel, 0, bytes);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(folderOf(file));
    }

    /// Opens a file for reading and writing; where it is not there it is made, for good.
    static FileChannel create(Path file) throws IOException {
        createFolders(folderOf(file));
        var channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                OwnerOnly.of(file));
        try {
            forceFolder(folderOf(file));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// Writes at `position`, cuts off what was behind, and returns once it is on disk.
    static void append(FileChannel channel, long position, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        channel.truncate(position).position(position);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }

    static boolean isUnfinished(Path file) {
        return String.valueOf(file.getFileName()).endsWith(UNFINISHED);
    }

    static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            createFolders(folderOf(folder));
            Files.createDirectory(folder);
            forceFolder(folderOf(folder));
        }
    }
}
