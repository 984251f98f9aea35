package io.poseidon.workbench.app.command.federation;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.remote.shard.DataFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// `--data FILE`: the rows that a model learns from, or is judged by.
final class RowsOption {

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "CSV, Parquet or Arrow")
    private Path data = Path.of("");

    /// For the caller to close.
    DataFile open(Engine engine, Progress progress) {
        return DataFile.open(engine, data, progress);
    }
}
