package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.ReadySession;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Budget;
import io.poseidon.workbench.policy.Occasion;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.ledger.LedgerEntry;
import io.poseidon.workbench.policy.ledger.LedgerEntry.Asker;
import io.poseidon.workbench.policy.ledger.PrivacyLedger;
import io.poseidon.workbench.query.Purse;
import io.poseidon.workbench.query.audit.AuditEntry.Joined;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.rows.people.PeopleLists;
import io.poseidon.workbench.query.rows.question.Joins;
import io.poseidon.workbench.query.rows.question.Plan;
import io.poseidon.workbench.query.rows.snapshot.Noisy;
import io.poseidon.workbench.query.rows.snapshot.Snapshot;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
    private final Groundwork groundwork;
    private final ReadySession finishing;

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
        this.groundwork = new Groundwork(engine, policy, snapshot, ledger, timing.clock());
        this.finishing = new ReadySession(engine, Finish.LIMITS);
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
            return minutes.recorded(asking, occasion(asking), joined -> decided(asking, joined, progress));
        } finally {
            pace.keep();
        }
    }

    /// What asking would bring; reads no rows, charges and writes nothing.
    public synchronized Preflight preflight(Asking asking, Progress progress) {
        return foresight().of(asking, progress);
    }

    /// What an organisation has spent and knows by now, and what all have spent together.
    public synchronized Purse purse(String buyer) {
        var charge = free(buyer);
        var own = new Purse.Account(charge.spent(), charge.allowance());
        var all = new Purse.Account(ledger.spent(), budget().allBuyers());
        var known = new Purse.Known(charge.known().numbers(), charge.known().cells());
        return new Purse(buyer, own, all, budget().perQuery(), known);
    }

    /// The digests of an organisation's own tables that were frozen under a name, the newest last.
    public synchronized List<String> frozen(String buyer, String own) {
        return Joins.digests(ledger, buyer, own);
    }

    /// The table of rows that is asked here.
    public Table.Rows table() {
        return snapshot.table();
    }

    private Occasion occasion(Asking asking) {
        return asking.occasion(LocalDate.now(timing.clock()));
    }

    private RowForesight foresight() {
        return new RowForesight(groundwork, ledger, Optional.of(snapshot.key().serial()));
    }

    private RowReply decided(Asking asking, Consumer<List<Joined>> joined, Progress progress) {
        var laid = groundwork.lay(asking, progress);
        joined.accept(laid.joined());
        return switch (laid) {
            case Groundwork.Refused refused -> new RowReply.Refused(refused.decision(), free(asking.buyer()));
            case Groundwork.Ready ready -> charged(asking, ready, progress);
        };
    }

    private RowReply charged(Asking asking, Groundwork.Ready ready, Progress progress) {
        var buyer = asking.buyer();
        var plan = ready.plan();
        var asker = new Asker(snapshot.key().serial(), buyer);
        var account = new Account(ledger, asker);
        var cost = account.cost(plan.vectors(), budget().perNumber());
        if (account.missing(cost, budget()).isPresent()) {
            return new RowReply.Refused(foresight().exhausted(asking, progress), free(buyer));
        }
        plan.groupings().forEach(grouping -> grouping.keep(lists));
        ready.joins().freeze(ledger, asker).forEach(ledger::append);
        account.reservation(plan.digest(), cost).ifPresent(ledger::append);
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
            var other = foresight().spanning(asking, told -> wouldAdmit(before, told), progress);
            return new RowReply.Refused(other, charge(buyer, cost.rho()));
        }
        ledger.append(now.without(before).entry(asker, plan.digest()));
        return new Finish(engine, finishing, plan, released)
                .reply(ready.decision(), charge(buyer, cost.rho()), progress);
    }

    /// On an audit of its own, so that looking at an offer teaches nothing.
    private boolean wouldAdmit(Told before, Told now) {
        var trial = new HistoryAudit(snapshot.domain().cells(), snapshot.table().minimumCohort(), lists);
        return trial.admits("", before, now);
    }

    private Released release(Plan plan, int index, Progress progress) {
        var grouping = plan.groupings().get(index);
        var vectors = plan.vectorsOf(index);
        var exact = snapshot.bounded(engine, grouping, vectors, progress);
        var noise = new Noisy(snapshot.key(), grouping, vectors);
        var noisy = noise.of(exact);
        var shown = new ArrayList<Released.Group>();
        for (int group = 0; group < noisy.length; group++) {
            if (noise.isShown(noisy[group])
                    && !grouping.isTooFew(group, snapshot.domain().cells())) {
                shown.add(new Released.Group(grouping.groups().get(group), noisy[group]));
            }
        }
        return new Released(grouping, vectors, shown);
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
        finishing.close();
        snapshot.close();
        ledger.close();
    }
}
