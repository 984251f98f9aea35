package io.poseidon.workbench.app.demo;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.query.shard.Shard;
import io.poseidon.workbench.query.shard.ShardFiles;
import io.poseidon.workbench.sample.SampleData;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The purchases at the sample's five shards, for questions about rows. Their holders' folders belong to one
/// demonstration: each begins with the whole budget, and closing removes them.
final class SampleShards implements AutoCloseable {

    private final DemoFolders folders;
    private Optional<Scratch> scratch = Optional.empty();

    SampleShards(DemoFolders folders) {
        this.folders = folders;
    }

    List<Shard> all() {
        return SampleData.shards().stream()
                .map(name -> Shard.named(name, progress -> files(name, progress)))
                .toList();
    }

    private ShardFiles files(String name, Progress progress) {
        var rows = folders.tables(progress).purchases(name);
        return new ShardFiles(
                rows, folders.documents().policy(name), holders().folder().resolve(name));
    }

    private synchronized Scratch holders() {
        try {
            var there = scratch.isPresent() ? scratch.get() : Scratch.create();
            scratch = Optional.of(there);
            return there;
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, SampleVenue.class, "shards-not-started")
                    .because(e);
        }
    }

    @Override
    public synchronized void close() {
        scratch.ifPresent(Scratch::close);
        scratch = Optional.empty();
    }
}
