package io.poseidon.workbench.policy.repair;

import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Decision.Effect;
import io.poseidon.workbench.policy.Decision.Repair;
import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.policy.tree.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Looks for the nearest allowed question: mends the first reason against it, decides again, and so on. An offer that
/// is not allowed in the end is none.
public final class Repairs {

    private static final int MOST_STEPS = 12;

    private final PolicyDocument policy;
    private final Function<Query, Decision> decide;

    public Repairs(PolicyDocument policy, Function<Query, Decision> decide) {
        this.policy = policy;
        this.decide = decide;
    }

    /// For a question that is refused for these reasons.
    public Optional<Repair> of(Query query, List<Finding> findings) {
        var effects = new ArrayList<Effect>();
        var draft = query;
        var reason = findings.getFirst();
        for (int step = 0; step < MOST_STEPS; step++) {
            var mended = new Mending(policy, reason, effects).mend(draft);
            if (mended.equals(draft)) {
                return Optional.empty();
            }
            draft = mended;
            switch (decide.apply(draft)) {
                case Decision.Refuse refuse -> reason = refuse.findings().getFirst();
                case Decision.Allow allow -> {
                    return offer(draft, effects);
                }
                case Decision.Filter filter -> {
                    return offer(draft, effects);
                }
                case Decision.Warn warn -> {
                    return offer(draft, effects);
                }
            }
        }
        return Optional.empty();
    }

    /// For an answer that could be misread: the lower bound beside the upper one, the weighted mean.
    public Optional<Repair> of(Query query, Decision.Warn warn) {
        var effects = new ArrayList<Effect>();
        var mended = new Honesty(warn.cautions(), effects).mend(query);
        boolean allowed = !mended.equals(query) && decide.apply(mended).mayRun();
        return allowed ? offer(mended, effects) : Optional.empty();
    }

    /// None for what cannot be written back, such as a query that refers to itself.
    private static Optional<Repair> offer(Query query, List<Effect> effects) {
        try {
            return Optional.of(new Repair(Sql.of(query), effects));
        } catch (UnsupportedOperationException unwritable) {
            return Optional.empty();
        }
    }
}
