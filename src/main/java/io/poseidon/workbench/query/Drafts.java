package io.poseidon.workbench.query;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Files that appear whole or not at all.
final class Drafts {

    interface Writing {
        void write(Path draft) throws IOException;
    }

    private Drafts() {}

    /// Writes beside the target and moves into place; whatever goes wrong, no draft stays behind.
    static void write(Path target, Writing writing) {
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
            throw Problem.of(Kind.SURROUNDINGS, Drafts.class, "export-unwritable", target)
                    .because(e);
        } finally {
            discard(draft);
        }
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
