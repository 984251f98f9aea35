package io.poseidon.workbench.remote.shard;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.training.round.RunId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/// The runs a shard has ever been invited to, kept in its state folder: an invitation is taken once, so that a recorded
/// run cannot be played to it again, not even after it has started anew.
final class SeenRuns {

    private final Path file;
    private final Set<RunId> seen;

    private SeenRuns(Path file, Set<RunId> seen) {
        this.file = file;
        this.seen = seen;
    }

    /// Makes the folder where it is missing.
    static SeenRuns in(Path folder) {
        var file = folder.resolve("runs.log");
        try {
            Files.createDirectories(folder);
            var seen = new HashSet<RunId>();
            if (Files.exists(file)) {
                for (var line : Files.readAllLines(file)) {
                    seen.add(new RunId(line));
                }
            }
            return new SeenRuns(file, seen);
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, SeenRuns.class, "state-unusable", folder)
                    .because(e);
        } catch (IllegalArgumentException e) {
            throw Problem.of(Kind.INPUT, SeenRuns.class, "state-damaged", file).because(e);
        }
    }

    /// Whether this run is new; if so it is on the disk before this returns.
    boolean isNew(RunId run) {
        if (!seen.add(run)) {
            return false;
        }
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap((run.value() + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
            return true;
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, SeenRuns.class, "state-unusable", file)
                    .because(e);
        }
    }
}
