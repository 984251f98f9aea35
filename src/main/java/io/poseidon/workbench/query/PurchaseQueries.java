package io.poseidon.workbench.query;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.Limits;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.engine.Parsed;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Statement;
import io.poseidon.workbench.policy.decide.Decisions;
import io.poseidon.workbench.query.interval.IntervalPlan;
import java.util.List;

/// Questions about one opened purchase: every text is decided by the policy sealed with it, and what runs is the text
/// regenerated from the approved tree, in a locked session. The decision costs nothing and reads no data; cells are
/// already safe, so neither does an answer cost privacy.
///
/// Safe for any thread. Close results first, then this, then the bundle.
public final class PurchaseQueries implements AutoCloseable {

    private final Engine engine;
    private final LockedSession session;
    private final Decisions decisions;
    private final List<Schema> schemas;
    private final Provenance provenance;

    private PurchaseQueries(Engine engine, LockedSession session, OpenedBundle bundle) {
        var policy = PolicyDocument.parse(
                "policy of " + bundle.file().getFileName(),
                bundle.manifest().description().policy());
        this.engine = engine;
        this.session = session;
        this.decisions = new Decisions(policy);
        this.schemas = bundle.manifest().tables();
        this.provenance = Provenance.of(bundle, policy.digest());
    }

    public static PurchaseQueries open(Engine engine, OpenedBundle bundle, Limits limits) {
        var session = LockedSession.open(engine, bundle.tables(), limits);
        try {
            return new PurchaseQueries(engine, session, bundle);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    public List<Schema> schemas() {
        return schemas;
    }

    public Provenance provenance() {
        return provenance;
    }

    /// What the policy says about a text; runs nothing.
    public Decision decide(String sql) {
        return decisions.decide(read(sql).statement());
    }

    /// Decides, and where allowed runs up to the first rows. A refusal is a reply like another.
    public Reply ask(String sql, Progress progress) {
        var reading = read(sql);
        var decision = decisions.decide(reading.statement());
        return switch (decision) {
            case Decision.Refuse refuse -> new Reply.Refused(refuse);
            case Decision.Allow allow -> answered(reading, decision, progress);
            case Decision.Filter filter -> answered(reading, decision, progress);
            case Decision.Warn warn -> answered(reading, decision, progress);
        };
    }

    @Override
    public void close() {
        session.close();
    }

    private record Reading(Statement statement, String tree) {}

    private Reading read(String sql) {
        var unfit = Statement.screen(sql);
        if (unfit.isPresent()) {
            return new Reading(unfit.get(), "");
        }
        return switch (engine.sqlText().parse(sql)) {
            case Parsed.Tree tree -> new Reading(Statement.read(tree.json(), sql), tree.json());
            case Parsed.Unreadable unreadable -> new Reading(unreadable(sql, unreadable), "");
        };
    }

    private static Statement unreadable(String sql, Parsed.Unreadable unreadable) {
        var place = unreadable.place();
        return switch (unreadable.reason()) {
            case SYNTAX -> Statement.failed(sql, place.line(), place.column(), place.length());
            case STATEMENT -> Statement.notSelect(sql);
            case LIMIT -> Statement.tooLarge(sql);
        };
    }

    private Reply answered(Reading reading, Decision decision, Progress progress) {
        var text = engine.sqlText();
        var plan = reading.statement() instanceof Statement.Understood understood
                ? IntervalPlan.of(understood.query(), schemas)
                : IntervalPlan.NONE;
        var sql = text.toSql(reading.tree());
        var answer = session.query(Beside.add(text, reading.tree(), plan.extras()), progress);
        var columns = ResultColumn.all(answer, plan);
        var asked = new Asked(sql, provenance.forQuestion(sql), plan);
        return new Reply.Answered(decision, new Result(engine, session, answer, asked, columns));
    }
}
