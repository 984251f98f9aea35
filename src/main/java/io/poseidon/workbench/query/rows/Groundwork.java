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
import io.poseidon.workbench.query.audit.AuditEntry.Joined;
import io.poseidon.workbench.query.domain.PublicTable;
import io.poseidon.workbench.query.rows.question.Joins;
import io.poseidon.workbench.query.rows.question.Plan;
import io.poseidon.workbench.query.rows.question.Vector;
import io.poseidon.workbench.query.rows.snapshot.Served;
import io.poseidon.workbench.query.upload.Uploads;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/// What can be known of a question before it is charged: the decision on its text, and its meaning on the public table
/// of declared cells. Reads no rows and writes nothing, so whatever it says is free.
final class Groundwork {

    sealed interface Laid {

        /// What is written down of the uploaded tables, one for each question of a statement that joins any.
        List<Joined> joined();
    }

    /// `cells` are the declared cells of the table.
    record Ready(Decision decision, Plan plan, Joins joins, int cells) implements Laid {

        @Override
        public List<Joined> joined() {
            return joins.isEmpty()
                    ? List.of()
                    : IntStream.range(0, plan.groupings().size())
                            .mapToObj(i -> new Joined(joins.facts().get(i), vectors(i)))
                            .toList();
        }

        private List<String> vectors(int question) {
            return plan.vectorsOf(question).stream().map(Vector::digest).toList();
        }
    }

    /// A question whose text is allowed, with the uploads that it joins, before it is evaluated on the declared cells.
    sealed interface Opened {}

    record Open(Decision decision, Reading reading, PublicTable domain, Joins joins) implements Opened {}

    record Refused(Decision.Refuse decision, List<Joined> joined) implements Laid, Opened {}

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
        return switch (open(asking, Joins::of)) {
            case Refused refused -> refused;
            case Open open -> evaluated(asking, open, progress);
        };
    }

    private Laid evaluated(Asking asking, Open open, Progress progress) {
        try {
            var groupings = open.joins().groupings(engine, open.domain(), progress);
            var budget = policy.budget().orElseThrow();
            var plan = Plan.of(open.reading(), groupings, budget, asking.uploads());
            return new Ready(open.decision(), plan, open.joins(), open.domain().cells());
        } catch (Problem raisedOnTheDomain) {
            return new Refused(refusal(Rule.ERROR_CHANNEL, ""), facts(open.joins()));
        }
    }

    /// `joining` looks at the uploads of a statement that is allowed.
    Opened open(Asking asking, BiFunction<Reading, Uploads, Joins> joining) {
        var text = decider.decide(asking.sql());
        var decision = asking.occasion(LocalDate.now(clock)).judge(policy, text);
        return switch (decision) {
            case Decision.Refuse refuse -> new Refused(refuse, List.of());
            case Decision.Allow allow -> opened(asking, allow, allow.reading(), joining);
            case Decision.Filter filter -> opened(asking, filter, filter.reading(), joining);
            case Decision.Warn warn -> opened(asking, warn, warn.reading(), joining);
        };
    }

    private Opened opened(
            Asking asking, Decision decision, Reading reading, BiFunction<Reading, Uploads, Joins> joining) {
        var table = served.table(reading);
        var elsewhere = reading.tables().stream()
                .filter(name -> !name.equals(table.name()) && !asking.uploads().has(name))
                .findFirst();
        if (elsewhere.isPresent()) {
            return new Refused(refusal(Rule.NOT_LICENSED, elsewhere.get()), List.of());
        }
        var domain = served.domain(table);
        var joins = joining.apply(reading, asking.uploads());
        var refusal = joins.refusal(domain).or(() -> joins.frozen(ledger, asking.buyer()));
        return refusal.isPresent()
                ? new Refused(new Decision.Refuse(List.of(refusal.get()), Optional.empty()), facts(joins))
                : new Open(decision, reading, domain, joins);
    }

    private static List<Joined> facts(Joins joins) {
        return joins.isEmpty()
                ? List.of()
                : joins.facts().stream()
                        .map(facts -> new Joined(facts, List.of()))
                        .toList();
    }

    static Decision.Refuse refusal(Rule rule, String subject) {
        return new Decision.Refuse(List.of(new Finding(rule, Place.WHOLE, subject)), Optional.empty());
    }
}
