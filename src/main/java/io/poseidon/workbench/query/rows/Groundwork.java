package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Reading;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.ledger.LedgerView;
import io.poseidon.workbench.query.Decider;
import io.poseidon.workbench.query.rows.question.Joins;
import io.poseidon.workbench.query.rows.question.Plan;
import io.poseidon.workbench.query.rows.snapshot.Served;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What can be known of a question before it is charged: the decision on its text, and its meaning on the public table
/// of declared cells. Reads no rows and writes nothing, so whatever it says is free.
final class Groundwork {

    sealed interface Laid {}

    record Ready(Decision decision, Plan plan, Joins joins) implements Laid {}

    record Refused(Decision.Refuse decision) implements Laid {}

    private final Engine engine;
    private final PolicyDocument policy;
    private final Served served;
    private final LedgerView ledger;
    private final Clock clock;
    private final Decider decider;

    Groundwork(Engine engine, PolicyDocument policy, Served served, LedgerView ledger, Clock clock) {
        this.engine = engine;
        this.policy = policy;
        this.served = served;
        this.ledger = ledger;
        this.clock = clock;
        this.decider = new Decider(engine, policy);
    }

    Decider decider() {
        return decider;
    }

    Laid lay(Asking asking, Progress progress) {
        var text = decider.decide(asking.sql());
        return switch (asking.occasion(LocalDate.now(clock)).judge(policy, text)) {
            case Decision.Refuse refuse -> new Refused(refuse);
            case Decision.Allow allow -> allowed(asking, allow, allow.reading(), progress);
            case Decision.Filter filter -> allowed(asking, filter, filter.reading(), progress);
            case Decision.Warn warn -> allowed(asking, warn, warn.reading(), progress);
        };
    }

    private Laid allowed(Asking asking, Decision decision, Reading reading, Progress progress) {
        var table = served.table(reading);
        var elsewhere = reading.tables().stream()
                .filter(name -> !name.equals(table.name()) && !asking.uploads().has(name))
                .findFirst();
        if (elsewhere.isPresent()) {
            return refused(Rule.NOT_LICENSED, elsewhere.get());
        }
        var domain = served.domain(table);
        var joins = Joins.of(reading, asking.uploads());
        var refusal = joins.refusal(domain).or(() -> joins.frozen(ledger, asking.buyer()));
        if (refusal.isPresent()) {
            return new Refused(new Decision.Refuse(List.of(refusal.get()), Optional.empty()));
        }
        try {
            var groupings = joins.groupings(engine, domain, progress);
            var budget = policy.budget().orElseThrow();
            return new Ready(decision, new Plan(reading, groupings, budget, asking.uploads()), joins);
        } catch (Problem raisedOnTheDomain) {
            return refused(Rule.ERROR_CHANNEL, "");
        }
    }

    private static Laid refused(Rule rule, String subject) {
        return new Refused(refusal(rule, subject));
    }

    static Decision.Refuse refusal(Rule rule, String subject) {
        return new Decision.Refuse(List.of(new Finding(rule, Place.WHOLE, subject)), Optional.empty());
    }
}
