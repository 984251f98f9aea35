package io.poseidon.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/// Published vectors and real data that stand beside the checkout and are not part of the project.
public final class Shared {

    private Shared() {}

    /// A file or folder such as `vectors/pricing`; a test that needs it is reported as aborted where it is missing.
    public static Path path(String relative) {
        var path = Path.of("..", "shared").resolve(relative).toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw new TestAbortedException("not beside this checkout: shared/" + relative);
        }
        return path;
    }
}
