package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Reading;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.ledger.LedgerEntry;
import io.poseidon.workbench.policy.ledger.LedgerEntry.Asker;
import io.poseidon.workbench.policy.ledger.LedgerView;
import io.poseidon.workbench.query.audit.AuditEntry.Charged;
import io.poseidon.workbench.query.audit.AuditEntry.Decided;
import io.poseidon.workbench.query.audit.AuditEntry.Joined;
import io.poseidon.workbench.query.audit.AuditEntry.People;
import io.poseidon.workbench.query.domain.PublicTable;
import io.poseidon.workbench.query.rows.question.Joins;
import io.poseidon.workbench.query.rows.question.Vector;
import io.poseidon.workbench.query.rows.snapshot.Served;
import io.poseidon.workbench.query.rows.snapshot.Snapshot;
import io.poseidon.workbench.query.upload.JoinFacts;
import io.poseidon.workbench.query.upload.Uploads;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The budget of a replay: what questions mean on the declared cells and what they cost, by the same groundwork as at
/// the holder, over a ledger in memory. The owner closes it; one thread.
final class ReplayedAccount implements AutoCloseable {

    private final Engine engine;
    private final PolicyDocument policy;
    private final Ledger ledger = new Ledger(new ArrayList<>());
    private final Map<String, PublicTable> domains = new HashMap<>();

    ReplayedAccount(Engine engine, PolicyDocument policy) {
        this.engine = engine;
        this.policy = policy;
    }

    Rational spentBy(People people) {
        return ledger.spentBy(people.buyer());
    }

    /// The decision before anything is read; a question that may run is charged where it was.
    Decision next(Decided decided, People people, boolean charged) {
        var day = decided.circumstances().day().orElse(LocalDate.EPOCH);
        var clock = Clock.fixed(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        var groundwork = new Groundwork(engine, policy, new Declared(people.table()), ledger, clock);
        var purpose = decided.circumstances()
                .purposes()
                .flatMap(stated -> stated.stream().findFirst());
        var uploads = RecordedUploads.of(decided.circumstances());
        var asking = new Asking(people.buyer(), decided.text().words(), uploads, purpose);
        var facts = people.joined().stream().map(Joined::facts).toList();
        return switch (groundwork.open(asking, (reading, own) -> joins(reading, own, facts))) {
            case Groundwork.Refused refused -> refused.decision();
            case Groundwork.Open open ->
                vectors(open, people)
                        .map(vectors -> affordable(open, vectors, people, charged))
                        .orElseGet(() -> Groundwork.refusal(Rule.ERROR_CHANNEL, ""));
        };
    }

    /// By what was written down, which is nothing where no question joins a table.
    private static Joins joins(Reading reading, Uploads own, List<JoinFacts> facts) {
        int questions = reading.questions().size();
        return Joins.recorded(
                reading, own, facts.size() == questions ? facts : Collections.nCopies(questions, JoinFacts.NONE));
    }

    /// Of every question: as written down where it joins, since it depends on what was uploaded, else computed. Empty
    /// where an expression raises on the declared cells, or where what was written down does not fit the question.
    private Optional<List<String>> vectors(Groundwork.Open open, People people) {
        var rho = policy.budget().orElseThrow().perNumber();
        var vectors = new ArrayList<String>();
        var questions = open.reading().questions();
        try {
            for (int i = 0; i < questions.size(); i++) {
                if (questions.get(i).joins().isEmpty()) {
                    var grouping = open.joins().grouping(i, engine, open.domain(), Progress.NONE);
                    Vector.of(grouping, rho).forEach(vector -> vectors.add(vector.digest()));
                } else if (people.joined().size() == questions.size()
                        && people.joined().get(i).vectors().size() == Vector.count(questions.get(i))) {
                    vectors.addAll(people.joined().get(i).vectors());
                } else {
                    return Optional.empty();
                }
            }
            return Optional.of(vectors);
        } catch (Problem raisedOnTheDomain) {
            return Optional.empty();
        }
    }

    private Decision affordable(Groundwork.Open open, List<String> vectors, People people, boolean charged) {
        var budget = policy.budget().orElseThrow();
        var asker = new Asker(people.snapshot(), people.buyer());
        var account = new Account(ledger, asker);
        var cost = account.costOf(vectors, budget.perNumber());
        if (account.missing(cost, budget).isPresent()) {
            return Groundwork.refusal(Rule.BUDGET, "");
        }
        if (charged) {
            ledger.entries.addAll(open.joins().freeze(ledger, asker));
            account.reservation("replayed", cost).ifPresent(ledger.entries::add);
        }
        return open.decision();
    }

    /// Goes on from what was recorded, where it is more than was counted.
    void carry(People people) {
        carry(new Asker(people.snapshot(), people.buyer()), people.after(), List.of());
    }

    void carry(Charged charged) {
        var asker = new Asker(charged.snapshot(), charged.buyer());
        charged.frozen().forEach(own -> ledger.entries.add(LedgerEntry.frozen(asker, own.name(), own.digest())));
        carry(asker, charged.after(), charged.vectors());
    }

    private void carry(Asker asker, Rational after, List<String> vectors) {
        var more = after.minus(ledger.spentBy(asker.buyer()));
        if (more.signum() > 0) {
            ledger.entries.add(LedgerEntry.reserved(asker, "carried", vectors, more, common(asker, vectors, more)));
        }
    }

    /// What is new to everybody, in proportion to what is new to the asker.
    private Rational common(Asker asker, List<String> vectors, Rational more) {
        if (vectors.isEmpty()) {
            return more;
        }
        var fresh = new HashSet<>(vectors);
        ledger.entries.stream()
                .filter(entry -> entry.snapshot().equals(asker.snapshot()))
                .forEach(entry -> fresh.removeAll(entry.vectors()));
        return more.times(Rational.of(fresh.size(), vectors.size()));
    }

    /// The reservations so far.
    private record Ledger(List<LedgerEntry> entries) implements LedgerView {}

    /// The declared cells of the table that a line names; nothing else of it is needed.
    private final class Declared implements Served {

        private final String name;

        Declared(String name) {
            this.name = name;
        }

        @Override
        public Table.Rows table(Reading reading) {
            return policy.table(name)
                    .filter(Table.Rows.class::isInstance)
                    .map(Table.Rows.class::cast)
                    .orElseThrow(() -> Problem.of(Kind.INPUT, LogReplay.class, "replay-no-table", name));
        }

        @Override
        public PublicTable domain(Table.Rows table) {
            return domains.computeIfAbsent(table.name(), any -> PublicTable.of(engine, Snapshot.axes(table)));
        }
    }

    @Override
    public void close() {
        domains.values().forEach(PublicTable::close);
    }
}
