package io.poseidon.workbench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Where Jazzer comes in: one target for the life of a process, named by the property `fuzz.target`, with the seeds of
/// the folder `fuzz.seeds`.
public final class FuzzEntry {

    private static final FuzzTarget TARGET = target();

    private FuzzEntry() {}

    /// Called by Jazzer before the clock of the first input runs; by then the target has been set up.
    public static void fuzzerInitialize() {
        Objects.requireNonNull(TARGET);
    }

    /// Called by Jazzer for every input.
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzTarget.accepts(TARGET, input);
    }

    /// Reads the seeds once, so that no input is charged for what a process does at its first.
    private static FuzzTarget target() {
        var seeds = read(Path.of(Objects.requireNonNull(System.getProperty("fuzz.seeds"))));
        var target = FuzzTargets.named(Objects.requireNonNull(System.getProperty("fuzz.target")))
                .target(seeds);
        seeds.forEach(seed -> FuzzTarget.accepts(target, seed));
        return target;
    }

    private static List<byte[]> read(Path folder) {
        var seeds = new ArrayList<byte[]>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seeds;
    }
}
