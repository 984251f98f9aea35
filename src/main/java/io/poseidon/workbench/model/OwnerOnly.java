package io.poseidon.workbench.model;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Permissions of a file that tells about a person or his work, to be given when it is created: 0600 where the file
/// system knows permissions.
public final class OwnerOnly {

    private OwnerOnly() {}

    public static FileAttribute<?>[] of(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
