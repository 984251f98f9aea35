package io.poseidon.workbench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder of this process for the targets that read files; gone when it ends.
final class Scratch {

    private Scratch() {}

    static Path file(String name) {
        try {
            var folder = Files.createTempDirectory("fuzz-");
            var file = folder.resolve(name);
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
