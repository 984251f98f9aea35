package io.poseidon.workbench.policy.decide;

import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Decision.Repair;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.Reading;
import io.poseidon.workbench.policy.Statement;
import io.poseidon.workbench.policy.decide.scope.Review;
import io.poseidon.workbench.policy.repair.Nearby;
import io.poseidon.workbench.policy.repair.Repairs;
import io.poseidon.workbench.policy.tree.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides statements under one policy, from their text alone. Immutable; any thread.
public final class Decisions {

    private final PolicyDocument policy;

    public Decisions(PolicyDocument policy) {
        this.policy = policy;
    }

    public Decision decide(Statement statement) {
        return switch (statement) {
            case Statement.Refused refused -> new Decision.Refuse(List.of(refused.finding()), Optional.empty());
            case Statement.Understood understood -> repaired(understood.query(), decide(understood.query()));
        };
    }

    /// Allowed questions near one, coarser than it: with one dimension, condition or number less, or with neighbouring
    /// values of a dimension put together. `declared` gives the declared values of the dimensions of cells.
    public List<Repair> nearby(Query query, Map<String, List<String>> declared) {
        return new Nearby(policy, this::decide).of(query, declared);
    }

    private Decision repaired(Query query, Decision decision) {
        var repairs = new Repairs(policy, this::decide);
        return switch (decision) {
            case Decision.Refuse refuse -> new Decision.Refuse(refuse.findings(), repairs.of(query, refuse.findings()));
            case Decision.Warn warn -> new Decision.Warn(warn.reading(), warn.cautions(), repairs.of(query, warn));
            case Decision.Allow allow -> allow;
            case Decision.Filter filter -> filter;
        };
    }

    /// Without looking for repairs.
    private Decision decide(Query query) {
        var review = new Review(policy);
        var reviewed = new Queries(review).statement(query);
        review.finish();
        var findings = review.findings();
        if (!findings.isEmpty()) {
            return new Decision.Refuse(findings, Optional.empty());
        }
        boolean overRows = !review.questions().isEmpty();
        var notes = overRows ? review.cautions() : List.<Decision.Caution>of();
        var reading = new Reading(reviewed.query(), review.tables(), review.questions(), notes);
        if (!overRows && !review.cautions().isEmpty()) {
            return new Decision.Warn(reading, review.cautions(), Optional.empty());
        }
        return review.questions().stream().allMatch(Question::isWhole)
                ? new Decision.Allow(reading)
                : new Decision.Filter(reading);
    }
}
