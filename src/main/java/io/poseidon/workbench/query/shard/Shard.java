package io.poseidon.workbench.query.shard;

import io.poseidon.workbench.job.Progress;
import java.nio.file.Path;
import java.util.Optional;

/// A shard that can be asked: its name, and how its files are found when it is.
///
/// @param folder where a person opened one; the sample's have none, and are not remembered
public record Shard(String name, Optional<Path> folder, Finding finding) {

    /// May take time: the sample's rows are made on first use. In a job.
    @FunctionalInterface
    public interface Finding {
        ShardFiles find(Progress progress);
    }

    /// A folder that a person chose, named as the folder is.
    public static Shard in(Path folder) {
        var whole = folder.toAbsolutePath().normalize();
        var last = whole.getFileName();
        var name = last == null ? whole.toString() : last.toString();
        return new Shard(name, Optional.of(whole), progress -> ShardFiles.in(whole));
    }

    /// One of the program's own.
    public static Shard named(String name, Finding finding) {
        return new Shard(name, Optional.empty(), finding);
    }
}
