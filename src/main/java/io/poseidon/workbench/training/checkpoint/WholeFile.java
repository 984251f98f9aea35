package io.poseidon.workbench.training.checkpoint;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file whole or not at all: beside it first, then moved over it.
public final class WholeFile {

    private WholeFile() {}

    public static void write(Path file, byte[] bytes) {
        var beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(beside, bytes);
            move(beside, file);
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, WholeFile.class, "cannot-write", file)
                    .because(e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(from);
        }
    }
}
