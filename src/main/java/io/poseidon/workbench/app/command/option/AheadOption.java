package io.poseidon.workbench.app.command.option;

import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.Repaired;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Looking before asking, and asking what is offered.
public final class AheadOption {

    @Option(
            names = "--dry-run",
            description =
                    "ask nothing: print the decision, the cost, what will be missing, how wide the intervals will be"
                        + " and the nearest other questions. With --shard the rows are not opened; nothing is charged"
                        + " or written")
    private boolean dryRun;

    @Option(
            names = "--repair",
            description = "where the question is refused for free or could be misread, ask the nearest allowed one"
                    + " instead, and say so")
    private boolean repair;

    public boolean dryRun() {
        if (dryRun && repair) {
            throw Problem.of(Problem.Kind.USAGE, Main.class, "dry-run-and-repair");
        }
        return dryRun;
    }

    public boolean repair() {
        return repair;
    }

    /// The offered question in place of the one that was decided, where `--repair` asks for it and there is one.
    public Optional<Repaired> repaired(String sql, Decision decision) {
        return decision.offer().filter(_ -> repair).map(offer -> new Repaired(sql, decision, offer));
    }
}
