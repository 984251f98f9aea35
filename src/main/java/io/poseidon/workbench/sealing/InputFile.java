package io.poseidon.workbench.sealing;

import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/// The contributions as they were when they were digested. They are read more than once, so what is charged to the
/// ledger under a digest has to be what was summed.
record InputFile(Path file, Digest digest, long size, FileTime modified) {

    static InputFile digest(Path file, Progress progress) {
        try {
            long size = Files.size(file);
            var modified = Files.getLastModifiedTime(file);
            var input = new InputFile(file, Digest.ofFile(file, progress), size, modified);
            input.requireUnchanged();
            return input;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// By size and time: a file that somebody still writes to is not sealed.
    void requireUnchanged() {
        try {
            if (Files.size(file) != size || !Files.getLastModifiedTime(file).equals(modified)) {
                throw Problem.of(Kind.INPUT, Sealing.class, "input-changed", file.getFileName());
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Problem unreadable(Path file, IOException cause) {
        return Problem.of(Kind.INPUT, Digest.class, "file-unreadable", file.getFileName())
                .because(cause);
    }
}
