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
import io.poseidon.workbench.query.rows.people.PeopleLists;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private final PeopleLists lists;
    private final Timing timing;
    private final HistoryAudit history;
    private final RowMinutes minutes;

    private RowAnswers(Engine engine, Snapshot snapshot, RowMinutes minutes, PrivacyLedger ledger, Timing timing) {
        this.engine = engine;
        this.policy = minutes.policy();
        this.snapshot = snapshot;
        this.ledger = ledger;
        this.lists = snapshot.lists();
        this.timing = timing;
        this.history =
                new HistoryAudit(snapshot.domain().cells(), snapshot.table().minimumCohort(), snapshot.lists());
        this.minutes = minutes;
    }

    /// `state` is the holder's own folder: the ledger, the audit log, and the secrets of the snapshot.
    public static RowAnswers open(Engine engine, PolicyDocument policy, Path data, Path state, Timing timing) {
        if (policy.budget().isEmpty()) {
            throw Problem.of(Kind.INPUT, RowAnswers.class, "budget-missing");
        }
        var ledger = PrivacyLedger.open(state);
        try {
            var log = RowMinutes.log(state, ledger, timing.clock());
            var snapshot = Snapshot.open(engine, policy, data, state, Progress.NONE);
            var minutes = new RowMinutes(log, engine.sqlText(), ledger, policy, snapshot);
            return new RowAnswers(engine, snapshot, minutes, ledger, timing);
        } catch (Problem e) {
            ledger.close();
            throw e;
        }
    }

    /// Answers one question of an organisation, at the next beat.
    public RowReply answer(String buyer, String sql, Progress progress) {
        return answer(Asking.of(buyer, sql), progress);
    }

    /// As above, with own tables beside the rows.
    public RowReply answer(Asking asking, Progress progress) {
        return ask(asking, progress).reply();
    }

    /// The same, with what evidence of it needs. However it ends, the audit log has it before it leaves.
    public synchronized Recorded ask(Asking asking, Progress progress) {
        var pace = Pace.start(timing.beat());
        try {
            return minutes.recorded(asking.buyer(), asking.sql(), () -> decided(asking, progress));
        } finally {
            pace.keep();
        }
    }

    private RowReply decided(Asking asking, Progress progress) {
        var text = new Decisions(policy).decide(new StatementReader(engine.sqlText()).read(asking.sql()));
        var decision = asking.occasion(LocalDate.now(timing.clock())).judge(policy, text);
        return switch (decision) {
            case Decision.Refuse refuse -> new RowReply.Refused(refuse, free(asking.buyer()));
            case Decision.Allow allow -> allowed(asking, allow, allow.reading(), progress);
            case Decision.Filter filter -> allowed(asking, filter, filter.reading(), progress);
            case Decision.Warn warn -> allowed(asking, warn, warn.reading(), progress);
        };
    }

    private RowReply allowed(Asking asking, Decision decision, Reading reading, Progress progress) {
        var buyer = asking.buyer();
        var elsewhere = reading.tables().stream()
                .filter(name -> !name.equals(snapshot.table().name())
                        && !asking.uploads().has(name))
                .findFirst();
        if (elsewhere.isPresent()) {
            return refused(buyer, Rule.NOT_LICENSED, elsewhere.get());
        }
        var joins = Joins.of(reading, asking.uploads());
        var refusal = joins.refusal(snapshot.domain()).or(() -> joins.frozen(ledger, buyer));
        if (refusal.isPresent()) {
            return new RowReply.Refused(new Decision.Refuse(List.of(refusal.get()), Optional.empty()), free(buyer));
        }
        List<Grouping> groupings;
        try {
            groupings = joins.groupings(engine, snapshot.domain(), progress);
        } catch (Problem raisedOnTheDomain) {
            return refused(buyer, Rule.ERROR_CHANNEL, "");
        }
        return charged(buyer, decision, new Plan(reading, groupings, budget(), asking.uploads()), joins, progress);
    }

    private RowReply charged(String buyer, Decision decision, Plan plan, Joins joins, Progress progress) {
        var asker = new Asker(snapshot.key().serial(), buyer);
        var account = new Account(ledger, asker);
        var cost = account.cost(plan.vectors(), budget().perNumber());
        var missing = account.missing(cost, budget());
        if (missing.isPresent()) {
            return refused(buyer, Rule.BUDGET, missing.get());
        }
        plan.groupings().forEach(grouping -> grouping.keep(lists));
        joins.freeze(ledger, asker);
        account.reserve(plan.digest(), cost);
        var released = new ArrayList<Released>();
        try {
            for (int i = 0; i < plan.groupings().size(); i++) {
                released.add(release(plan, i, progress));
            }
        } catch (Problem failed) {
            ledger.append(LedgerEntry.withheld(asker, plan.digest()));
            throw Problem.of(Kind.REFUSED, RowAnswers.class, "answer-failed").because(failed);
        }
        var before = account.released();
        var now = Told.of(released, lists, snapshot.domain().cells());
        if (!history.admits(buyer, before, now)) {
            ledger.append(LedgerEntry.withheld(asker, plan.digest()));
            return new RowReply.Refused(refusal(Rule.SPAN, ""), charge(buyer, cost.rho()));
        }
        ledger.append(now.without(before).entry(asker, plan.digest()));
        return new Finish(engine, plan, released).reply(decision, charge(buyer, cost.rho()), progress);
    }

    private Released release(Plan plan, int index, Progress progress) {
        var grouping = plan.groupings().get(index);
        var vectors = plan.vectorsOf(index);
        var exact = snapshot.bounded(engine, grouping, vectors, progress);
        var noise = new Noisy(snapshot.key(), grouping, vectors);
        var shown = new ArrayList<Released.Group>();
        for (int group = 0; group < exact.length; group++) {
            var noisy = noise.of(group, exact[group]);
            if (noise.isShown(noisy)
                    && !grouping.isTooFew(group, snapshot.domain().cells())) {
                shown.add(new Released.Group(grouping.groups().get(group), noisy));
            }
        }
        return new Released(grouping, vectors, shown);
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
        var told = new Account(ledger, new Asker(snapshot.key().serial(), buyer)).released();
        return new RowReply.Charge(rho, ledger.spentBy(buyer), budget().rho(), history.known(buyer, told));
    }

    private Budget budget() {
        return policy.budget().orElseThrow();
    }

    @Override
    public void close() {
        snapshot.close();
        ledger.close();
    }
}
