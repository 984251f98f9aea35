package io.poseidon.workbench.app.command.option;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.query.OwnTables;
import io.poseidon.workbench.query.Seat;
import io.poseidon.workbench.query.gate.Gate;
import io.poseidon.workbench.query.upload.Uploads;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The asker's own tables beside a purchase or rows, and what the answer is for.
public final class OwnTableOptions {

    @Option(
            names = "--upload",
            paramLabel = "NAME=FILE",
            description = "an own table beside the data: CSV, Parquet or Arrow; may be repeated. With --shard it is"
                    + " frozen by its content when it is first used with rows")
    private Map<String, Path> files = new LinkedHashMap<>();

    @Option(
            names = "--replace-upload",
            paramLabel = "NAME",
            description = "with --shard: this own table stands in for the one frozen under its name. It is a new"
                    + " question with its own cost, held against the old one")
    private Set<String> replaced = new LinkedHashSet<>();

    @Option(
            names = "--purpose",
            paramLabel = "P",
            description = "what the answer is for; refused where the policy or the licence does not allow it")
    private @Nullable String purpose;

    public Uploads beside(Engine engine, OpenedBundle bundle) {
        return OwnTables.read(engine, bundle, files, Progress.NONE).replacing(replaced);
    }

    public Uploads beside(Engine engine, PolicyDocument policy) {
        return Uploads.read(engine, policy, files, Progress.NONE).replacing(replaced);
    }

    /// Before a purchase, on the day of `at`.
    public Seat seat(Engine engine, OpenedBundle bundle, Gate gate, Instant at) {
        return Seat.of(Limits.standard(), gate)
                .with(beside(engine, bundle))
                .on(LocalDate.ofInstant(at, ZoneOffset.UTC))
                .to(purpose());
    }

    public Optional<String> purpose() {
        return Optional.ofNullable(purpose);
    }
}
