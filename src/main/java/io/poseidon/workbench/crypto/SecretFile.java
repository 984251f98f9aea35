package io.poseidon.workbench.crypto;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/// Files that only their owner may read (0600 where the file system knows permissions). Never replaces a file, since
/// an overwritten key is lost for good.
public final class SecretFile {

    /// No key, certificate or wrapped identity comes near this.
    private static final long LARGEST = 1 << 20;

    private SecretFile() {}

    /// Refuses when one of the files is there already; ask before making several that belong together.
    public static void requireAbsent(Path... files) {
        for (var file : files) {
            if (Files.exists(file)) {
                throw Problem.of(Kind.SURROUNDINGS, SecretFile.class, "key-file-exists", file);
            }
        }
    }

    /// Writes and zeroes the bytes, whether it succeeds or not.
    public static void write(Path file, byte[] secret) {
        try {
            create(file, secret, "rw-------");
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /// For what may be read by everyone: public keys and certificates.
    public static void writePublic(Path file, byte[] bytes) {
        create(file, bytes, "rw-r--r--");
    }

    private static void create(Path file, byte[] bytes, String permissions) {
        try {
            Files.createFile(file, attributes(file, permissions));
            fill(file, bytes);
        } catch (FileAlreadyExistsException e) {
            throw Problem.of(Kind.SURROUNDINGS, SecretFile.class, "key-file-exists", file)
                    .because(e);
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, SecretFile.class, "cannot-write", file)
                    .because(e);
        }
    }

    private static void fill(Path file, byte[] bytes) throws IOException {
        try {
            Files.write(file, bytes, StandardOpenOption.WRITE);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static FileAttribute<?>[] attributes(Path file, String permissions) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    /// The whole of a small file; the caller zeroes it.
    public static byte[] read(Path file) {
        OtherKeys.refuseTyped(file);
        try {
            if (Files.size(file) > LARGEST) {
                throw Problem.of(Kind.INPUT, SecretFile.class, "key-file-too-large", file.getFileName());
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Problem.of(Kind.INPUT, SecretFile.class, "file-unreadable", file)
                    .because(e);
        }
    }
}
