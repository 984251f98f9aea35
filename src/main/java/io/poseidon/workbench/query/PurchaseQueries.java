package io.poseidon.workbench.query;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Closing;
import io.poseidon.workbench.job.Held;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Statement;
import io.poseidon.workbench.query.audit.AuditEntry.Circumstances;
import io.poseidon.workbench.query.audit.Place;
import io.poseidon.workbench.query.completion.Completions;
import io.poseidon.workbench.query.completion.Suggestion;
import io.poseidon.workbench.query.evidence.EvidenceExport;
import io.poseidon.workbench.query.gate.Gate;
import io.poseidon.workbench.query.interval.IntervalPlan;
import io.poseidon.workbench.query.interval.bound.Overlaps;
import io.poseidon.workbench.query.preflight.CellOutlook;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.result.Asked;
import io.poseidon.workbench.query.result.Provenance;
import io.poseidon.workbench.query.result.Result;
import io.poseidon.workbench.query.result.ResultColumn;
import io.poseidon.workbench.query.upload.Uploads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Questions about one opened purchase: every text is decided by the policy sealed with it, and what runs is the text
/// regenerated from the approved tree, in a locked session. The decision costs nothing and reads no data; cells are
/// already safe, so neither does an answer cost privacy.
///
/// Safe for any thread. Closing waits for nobody: what is asked or shown meanwhile comes to its end, and then the
/// session goes and the bundle is let go of.
public final class PurchaseQueries implements Venue, AutoCloseable {

    private final Engine engine;
    private final LockedSession session;
    private final PolicyDocument policy;
    private final Decider decider;
    private final List<Schema> schemas;
    private final Provenance provenance;
    private final Completions completions;
    private final CellOutlook outlook;
    private final LookAhead lookAhead;
    private final Gate gate;
    private final Circumstances circumstances;
    private final Held held;

    private PurchaseQueries(Engine engine, Parts parts, OpenedBundle bundle, Seat seat, Progress progress) {
        var sealed = OwnTables.policy(bundle);
        this.engine = engine;
        this.policy = OwnTables.beside(sealed, seat.uploads());
        this.decider = new Decider(engine, policy, seat.occasion(bundle));
        this.schemas = bundle.manifest().tables();
        this.provenance = Provenance.of(bundle, sealed.digest(), seat.uploads());
        this.completions = new Completions(policy, schemas);
        this.gate = seat.gate();
        this.circumstances = Circumstances.of(seat.occasion(bundle), seat.uploads());
        this.session = LockedSession.open(engine, parts.all, seat.limits(), progress);
        this.outlook = new CellOutlook(engine, session, schemas);
        this.lookAhead = new LookAhead(decider, outlook, schemas);
        this.held = new Held(() -> {
            outlook.close();
            session.close();
            parts.close();
        });
    }

    /// With a log that ends with the process, and nobody who signs.
    public static PurchaseQueries open(Engine engine, OpenedBundle bundle, Limits limits) {
        return open(engine, bundle, limits, Gate.forgetful());
    }

    /// Every decision and every exit of an answer passes the gate.
    public static PurchaseQueries open(Engine engine, OpenedBundle bundle, Limits limits, Gate gate) {
        return open(engine, bundle, Seat.of(limits, gate));
    }

    /// With own tables beside the cells, and the occasion.
    public static PurchaseQueries open(Engine engine, OpenedBundle bundle, Seat seat) {
        return open(engine, bundle, seat, Progress.NONE);
    }

    /// The same in a job: it lays out the own tables, and copies large ones.
    public static PurchaseQueries open(Engine engine, OpenedBundle bundle, Seat seat, Progress progress) {
        var parts = new Parts(engine, bundle, seat.uploads());
        try {
            progress.checkCancelled();
            return new PurchaseQueries(engine, parts, bundle, seat, progress);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /// What a session reads: the cells and the own tables beside them.
    private static final class Parts implements AutoCloseable {

        private final Held.Hold cells;
        private final List<ArrowTable> own;
        private final List<ArrowTable> all;

        Parts(Engine engine, OpenedBundle bundle, Uploads uploads) {
            this.cells = bundle.hold();
            try {
                this.own = OwnTables.tables(engine, uploads);
            } catch (RuntimeException e) {
                cells.close();
                throw e;
            }
            this.all = new ArrayList<>(bundle.tables());
            all.addAll(own);
        }

        @Override
        public void close() {
            Closing.all(() -> Closing.all(own), cells);
        }
    }

    @Override
    public String key() {
        return "cells " + provenance.facts().get("poseidon.manifest_sha256");
    }

    @Override
    public List<Schema> schemas() {
        return schemas;
    }

    /// The rules sealed with the purchase.
    @Override
    public PolicyDocument policy() {
        return policy;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    /// What the policy says about a text; runs nothing.
    @Override
    public Decision decide(String sql) {
        return decider.decide(sql);
    }

    /// What asking would bring: decision, what will be missing, how wide the intervals will be, and the nearest other
    /// questions. Reads cells that are held; changes nothing.
    @Override
    public Preflight preflight(String sql, Progress progress) {
        try (var hold = held.hold()) {
            return lookAhead.of(sql, progress);
        }
    }

    /// What may follow at a place of a text, finished or not: only what the policy allows there, the best first.
    @Override
    public List<Suggestion> complete(String text, int caret) {
        return completions.at(text, caret);
    }

    /// Decides, and where allowed runs up to the first rows. A refusal is a reply like another.
    @Override
    public Reply ask(String sql, Progress progress) {
        return ask(sql, gate.place(), progress);
    }

    /// The same for a question that another place asks.
    public Reply ask(String sql, Place from, Progress progress) {
        var hold = held.hold(); // an answer takes it over
        try {
            var reply = asked(sql, from, hold, progress);
            if (reply instanceof Reply.Refused) {
                hold.close();
            }
            return reply;
        } catch (RuntimeException e) {
            hold.close();
            throw e;
        }
    }

    private Reply asked(String sql, Place from, Held.Hold hold, Progress progress) {
        var ruling = decider.rule(sql);
        var statement = ruling.statement();
        var decision = ruling.decision();
        var minutes = Minutes.start(gate.at(from), provenance, circumstances, sql, decision);
        return switch (decision) {
            case Decision.Refuse refuse -> {
                minutes.refused(refuse);
                yield new Reply.Refused(refuse, Receipt.FREE);
            }
            case Decision.Allow allow -> answered(statement, decision, minutes, hold, progress);
            case Decision.Filter filter -> answered(statement, decision, minutes, hold, progress);
            case Decision.Warn warn -> answered(statement, decision, minutes, hold, progress);
        };
    }

    /// The asker signs, for themselves.
    @Override
    public void evidence(Reply.Answered answered, Path file, Progress progress) {
        new EvidenceExport(answered).write(file, progress);
    }

    /// Cells were paid for when they were sealed.
    @Override
    public Optional<Purse> purse() {
        return Optional.empty();
    }

    @Override
    public void close() {
        held.close();
    }

    private Reply answered(Statement statement, Decision decision, Minutes minutes, Held.Hold hold, Progress progress) {
        var text = engine.sqlText();
        var tree = text.toTree(statement.sql());
        var plan = statement instanceof Statement.Understood understood
                ? IntervalPlan.of(understood.query(), schemas, Overlaps.of(decision, policy))
                : IntervalPlan.NONE;
        var sql = text.toSql(tree);
        var answer = minutes.running(
                sql, () -> session.query(plan.extras().isEmpty() ? sql : Beside.add(text, tree, plan), progress));
        try {
            var pass = minutes.answered(sql, answer.rows());
            var metadata = provenance.forQuestion(statement.sql(), sql, text);
            var columns = ResultColumn.all(answer, plan);
            return new Reply.Answered(
                    decision,
                    new Result(
                            new Result.Run(engine, session, answer),
                            new Asked(sql, sql, metadata, plan, pass),
                            columns,
                            hold::close),
                    Receipt.FREE);
        } catch (RuntimeException e) {
            answer.close();
            throw e;
        }
    }
}
