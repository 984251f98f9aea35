package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Budget;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.policy.LedgerEntry;
import io.poseidon.workbench.policy.LedgerEntry.Asker;
import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.PrivacyLedger;
import io.poseidon.workbench.policy.Reading;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.decide.Decisions;
import io.poseidon.workbench.query.StatementReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Answers questions over one holder's rows, in this order: decide the text; read its meaning on the public table of
/// declared cells; reserve the budget on disk; bound and add; noise; threshold; audit against the history; compute the
/// rest from what is released. From the reservation on, answers, failures and refusals cost the same; before it nothing
/// was read and nothing is charged.
///
/// Privacy: add or remove one person, ρ as the ledger says. Answers take turns. The owner closes it.
public final class RowAnswers implements AutoCloseable {

    private final Engine engine;
    private final PolicyDocument policy;
    private final Snapshot snapshot;
    private final PrivacyLedger ledger;
    private final Timing timing;

    private RowAnswers(Engine engine, PolicyDocument policy, Snapshot snapshot, PrivacyLedger ledger, Timing timing) {
        this.engine = engine;
        this.policy = policy;
        this.snapshot = snapshot;
        this.ledger = ledger;
        this.timing = timing;
    }

    /// `state` is the holder's own folder: the ledger, and the secrets of the snapshot.
    public static RowAnswers open(Engine engine, PolicyDocument policy, Path data, Path state, Timing timing) {
        if (policy.budget().isEmpty()) {
            throw Problem.of(Kind.INPUT, RowAnswers.class, "budget-missing");
        }
        var ledger = PrivacyLedger.open(state);
        try {
            var snapshot = Snapshot.open(engine, policy, data, state, Progress.NONE);
            return new RowAnswers(engine, policy, snapshot, ledger, timing);
        } catch (Problem e) {
            ledger.close();
            throw e;
        }
    }

    /// Answers one question of an organisation, at the next beat.
    public synchronized RowReply answer(String buyer, String sql, Progress progress) {
        var pace = Pace.start(timing.beat());
        try {
            return decided(buyer, sql, progress);
        } finally {
            pace.keep();
        }
    }

    private RowReply decided(String buyer, String sql, Progress progress) {
        var decision = new Decisions(policy).decide(new StatementReader(engine.sqlText()).read(sql));
        return switch (decision) {
            case Decision.Refuse refuse -> new RowReply.Refused(refuse, free(buyer));
            case Decision.Allow allow -> allowed(buyer, allow, allow.reading(), progress);
            case Decision.Filter filter -> allowed(buyer, filter, filter.reading(), progress);
            case Decision.Warn warn -> allowed(buyer, warn, warn.reading(), progress);
        };
    }

    private RowReply allowed(String buyer, Decision decision, Reading reading, Progress progress) {
        var today = LocalDate.now(timing.clock());
        boolean early = policy.validFrom().filter(today::isBefore).isPresent();
        boolean late = policy.validUntil().filter(today::isAfter).isPresent();
        if (early || late) {
            return refused(buyer, Rule.EXPIRED, "");
        }
        var elsewhere = reading.tables().stream()
                .filter(name -> !name.equals(snapshot.table().name()))
                .findFirst();
        if (elsewhere.isPresent()) {
            return refused(buyer, Rule.NOT_LICENSED, elsewhere.get());
        }
        var groupings = new ArrayList<Grouping>();
        try {
            for (var question : reading.questions()) {
                groupings.add(Grouping.of(question, snapshot.domain().groups(question, progress), snapshot.domain()));
            }
        } catch (Problem raisedOnTheDomain) {
            return refused(buyer, Rule.ERROR_CHANNEL, "");
        }
        return charged(buyer, decision, new Plan(reading, groupings, budget()), progress);
    }

    private RowReply charged(String buyer, Decision decision, Plan plan, Progress progress) {
        var asker = new Asker(snapshot.key().serial(), buyer);
        var account = new Account(ledger, asker);
        var cost = account.cost(plan.vectors(), budget().perNumber());
        var missing = account.missing(cost, budget());
        if (missing.isPresent()) {
            return refused(buyer, Rule.BUDGET, missing.get());
        }
        account.reserve(plan.digest(), cost);
        var charge = charge(buyer, cost.rho());
        var released = new ArrayList<Released>();
        try {
            for (int i = 0; i < plan.groupings().size(); i++) {
                released.add(release(plan, i, progress));
            }
        } catch (Problem failed) {
            ledger.append(LedgerEntry.withheld(asker, plan.digest()));
            throw Problem.of(Kind.REFUSED, RowAnswers.class, "answer-failed").because(failed);
        }
        var sets = released.stream().flatMap(part -> part.sets().stream()).toList();
        if (new HistoryAudit(snapshot.domain().cells()).opens(account.released(), sets)) {
            ledger.append(LedgerEntry.withheld(asker, plan.digest()));
            return new RowReply.Refused(refusal(Rule.SPAN, ""), charge);
        }
        ledger.append(LedgerEntry.released(asker, plan.digest(), news(account.released(), sets)));
        return new Finish(engine, plan.reading(), released).reply(decision, charge, progress);
    }

    private static List<BitSet> news(List<BitSet> before, List<BitSet> now) {
        return now.stream().filter(set -> !before.contains(set)).distinct().toList();
    }

    private Released release(Plan plan, int index, Progress progress) {
        var grouping = plan.groupings().get(index);
        var vectors = plan.vectorsOf(index);
        var exact = snapshot.bounded(engine, grouping, vectors, progress);
        var noise = new Noisy(snapshot.key(), grouping, vectors);
        var shown = new ArrayList<Released.Group>();
        for (int group = 0; group < exact.length; group++) {
            var noisy = noise.of(group, exact[group]);
            if (noise.isShown(noisy)) {
                shown.add(new Released.Group(grouping.groups().get(group), noisy));
            }
        }
        return new Released(grouping.question(), vectors, shown);
    }

    private RowReply refused(String buyer, Rule rule, String subject) {
        return new RowReply.Refused(refusal(rule, subject), free(buyer));
    }

    private static Decision.Refuse refusal(Rule rule, String subject) {
        return new Decision.Refuse(List.of(new Finding(rule, Place.WHOLE, subject)), Optional.empty());
    }

    private RowReply.Charge free(String buyer) {
        return charge(buyer, Rational.ZERO);
    }

    private RowReply.Charge charge(String buyer, Rational rho) {
        return new RowReply.Charge(rho, ledger.spentBy(buyer), budget().rho());
    }

    private Budget budget() {
        return policy.budget().orElseThrow();
    }

    /// What a statement will be told: its questions, their meaning and the vectors each needs.
    private record Plan(Reading reading, List<Grouping> groupings, Budget budget) {

        List<Vector> vectorsOf(int index) {
            return Vector.of(groupings.get(index), budget.perNumber());
        }

        List<Vector> vectors() {
            var all = new ArrayList<Vector>();
            for (int i = 0; i < groupings.size(); i++) {
                all.addAll(vectorsOf(i));
            }
            return all;
        }

        String digest() {
            return Digests.ofAll(vectors().stream().map(Vector::digest).sorted().toList());
        }
    }

    @Override
    public void close() {
        snapshot.close();
        ledger.close();
    }
}
