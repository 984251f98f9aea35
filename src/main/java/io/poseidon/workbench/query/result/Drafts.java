package io.poseidon.workbench.query.result;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Files that appear whole or not at all.
public final class Drafts {

    /// Writes what is to appear.
    public interface Writing {
        void write(Path draft) throws IOException;
    }

    private Drafts() {}

    /// Writes beside the target and moves into place; whatever goes wrong, no draft stays behind.
    public static void write(Path target, Writing writing) {
        var whole = target.toAbsolutePath();
        var folder = whole.getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(whole)) {
            throw Problem.of(Kind.SURROUNDINGS, Drafts.class, "export-unwritable", target);
        }
        Path draft = folder.resolve(
                "." + whole.getFileName() + ".draft-" + ProcessHandle.current().pid());
        try {
            writing.write(draft);
            Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(target, e);
        } finally {
            discard(draft);
        }
    }

    static Problem unwritable(Path target, Exception cause) {
        return Problem.of(Kind.SURROUNDINGS, Drafts.class, "export-unwritable", target)
                .because(cause);
    }

    /// The same for its owner only.
    public static void writePrivate(Path target, Writing writing) {
        write(target, draft -> {
            Files.deleteIfExists(draft);
            Files.createFile(draft, ownerOnly(draft));
            writing.write(draft);
        });
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, Drafts.class, "export-unwritable", draft)
                    .because(e);
        }
    }
}
