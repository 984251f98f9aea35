package io.poseidon.workbench.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Programs of others that benchmarks compare with: whether they are installed here.
final class Peers {

    private static final List<String> DIGESTS = List.of("sha256sum", "openssl");

    private Peers() {}

    /// Those of the programs that digest which are there.
    static String[] digests() {
        return DIGESTS.stream().filter(Peers::isInstalled).toArray(String[]::new);
    }

    static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
