package io.poseidon.workbench.app.command;

import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.app.command.option.AheadOption;
import io.poseidon.workbench.app.command.option.EvidenceOption;
import io.poseidon.workbench.app.command.option.IdentityOption;
import io.poseidon.workbench.app.command.option.OutOption;
import io.poseidon.workbench.app.command.option.Output;
import io.poseidon.workbench.app.command.option.OwnTableOptions;
import io.poseidon.workbench.app.command.option.ShardOption;
import io.poseidon.workbench.app.command.option.VerifierOption;
import io.poseidon.workbench.app.command.text.AheadText;
import io.poseidon.workbench.app.command.text.QueryText;
import io.poseidon.workbench.bundle.Opening;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.Repaired;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.result.Export;
import io.poseidon.workbench.query.result.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Asks one question of a purchase: decided by its policy, run in memory, printed or written to a file; or of a
/// holder's rows, answered as the holder would.
@Command(
        name = "query",
        description = "Asks one question of a purchase, if its policy allows it, and prints or writes the answer.")
public final class Query implements Callable<Integer> {

    @Mixin
    private Output output;

    @Parameters(
            arity = "1..2",
            paramLabel = "[FILE] SQL",
            hideParamSyntax = true,
            description = "a sealed file, NAME.poseidon (not with --shard), and one SELECT")
    private List<String> asked;

    @Mixin
    private ShardOption shard;

    @Mixin
    private OwnTableOptions own;

    @Mixin
    private AheadOption ahead;

    @Mixin
    private EvidenceOption evidence;

    @Mixin
    private IdentityOption identity;

    @Mixin
    private VerifierOption verifier;

    @Mixin
    private OutOption out;

    @Override
    public Integer call() throws IOException {
        if (asked.size() != (shard.isGiven() ? 1 : 2)) {
            throw Problem.of(Problem.Kind.USAGE, Main.class, "query-file-or-shard");
        }
        if (shard.isGiven()) {
            refuseForShard();
            return ahead.dryRun()
                    ? shard.lookAhead(output, asked.getFirst(), own, verifier.at())
                    : new ShardQuery(output, own, evidence, ahead, out).answer(shard, asked.getFirst(), verifier.at());
        }
        shard.refuseForPurchase();
        return purchase(Path.of(asked.getFirst()), asked.getLast());
    }

    /// Rows are not sealed: what opens a sealed file would be passed over in silence.
    private void refuseForShard() {
        if (identity.isGiven() || verifier.isTrustGiven()) {
            throw Problem.of(Problem.Kind.USAGE, Main.class, "shard-opens-nothing");
        }
    }

    private int purchase(Path file, String sql) throws IOException {
        var chosen = out.chosen(output);
        var identities = identity.identities();
        try (var engine = Engine.start();
                var bundle = verifier.verifier()
                        .open(engine, file, identities, Opening.Watch.of(Progress.NONE))
                        .orThrow();
                var queries = PurchaseQueries.open(
                        engine, bundle, own.seat(engine, bundle, evidence.gate(output), verifier.at()))) {
            return ahead.dryRun()
                    ? AheadText.dryRun(output, queries.preflight(sql, Progress.NONE))
                    : asked(queries, sql, chosen);
        } finally {
            identities.forEach(Identity::close);
        }
    }

    private int asked(PurchaseQueries queries, String sql, Optional<Format> chosen) throws IOException {
        var repaired = ahead.repaired(sql, queries.decide(sql));
        repaired.ifPresent(other -> AheadText.repaired(output, other));
        var text = repaired.map(other -> other.repair().sql()).orElse(sql);
        return switch (queries.ask(text, Progress.NONE)) {
            case Reply.Refused refused -> {
                QueryText.refused(output, refused.decision());
                yield Problem.Kind.REFUSED.exitCode();
            }
            case Reply.Answered answered -> {
                answer(answered, chosen, repaired);
                yield 0;
            }
        };
    }

    private void answer(Reply.Answered answered, Optional<Format> chosen, Optional<Repaired> repaired)
            throws IOException {
        try (var result = answered.result()) {
            evidence.write(output, answered);
            var export = new Export(answered, out.interval()).instead(repaired);
            if (out.file().isPresent()) {
                var file = out.file().get();
                export.write(file, chosen.orElse(Format.CSV), Progress.NONE);
                QueryText.written(output, answered, file, result.countRows(Progress.NONE));
            } else if (chosen.isPresent()) {
                QueryText.printed(output, export, chosen.get());
            } else {
                QueryText.table(output, answered, out.interval());
            }
        }
    }
}
