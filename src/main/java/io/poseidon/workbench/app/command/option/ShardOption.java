package io.poseidon.workbench.app.command.option;

import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.app.command.text.AheadText;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.query.rows.Asking;
import io.poseidon.workbench.query.rows.RowOutlook;
import io.poseidon.workbench.query.rows.Timing;
import io.poseidon.workbench.query.shard.ShardFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which rows are asked, under which policy, and by whom.
public final class ShardOption {

    @Option(names = "--shard", paramLabel = "DATA", description = "rows of people: CSV, Parquet or Arrow")
    private @Nullable Path data;

    @Option(names = "--policy", paramLabel = "P", description = "with --shard: the policy of the rows")
    private @Nullable Path policy;

    @Option(names = "--state", paramLabel = "DIR", description = "with --shard: the holder's ledger and secrets")
    private @Nullable Path state;

    @Option(
            names = "--buyer",
            paramLabel = "NAME",
            description = "with --shard: the organisation that asks (default: local)")
    private @Nullable String buyer;

    public boolean isGiven() {
        return data != null;
    }

    /// Without rows to ask, what belongs to them would be passed over in silence.
    public void refuseForPurchase() {
        if (policy != null || state != null || buyer != null) {
            throw Problem.of(Problem.Kind.USAGE, Main.class, "shard-options-alone");
        }
    }

    public ShardFiles files() {
        if (data == null || policy == null || state == null) {
            throw Problem.of(Problem.Kind.USAGE, Main.class, "shard-needs-policy-and-state");
        }
        return new ShardFiles(data, policy, state);
    }

    public PolicyDocument policy() {
        return PolicyDocument.read(files().policy());
    }

    public String buyer() {
        return Optional.ofNullable(buyer).orElse("local");
    }

    public static Timing timing(Instant at) {
        return Timing.standard().on(Clock.fixed(at, ZoneOffset.UTC));
    }

    /// What it would bring, by policy and ledger: the rows are not opened, nothing is charged or written.
    public int lookAhead(Output output, String sql, OwnTableOptions own, Instant at) {
        var document = policy();
        try (var engine = Engine.start();
                var outlook = RowOutlook.open(engine, document, files().state(), timing(at))) {
            var asking = new Asking(buyer(), sql, own.beside(engine, document), own.purpose());
            return AheadText.dryRun(output, outlook.of(asking, Progress.NONE));
        }
    }
}
