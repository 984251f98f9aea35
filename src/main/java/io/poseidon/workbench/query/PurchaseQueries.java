package io.poseidon.workbench.query;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.Limits;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Statement;
import io.poseidon.workbench.policy.decide.Decisions;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.query.completion.Completions;
import io.poseidon.workbench.query.completion.Suggestion;
import io.poseidon.workbench.query.interval.IntervalPlan;
import io.poseidon.workbench.query.preflight.CellOutlook;
import io.poseidon.workbench.query.preflight.Offer;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.text.Difference;
import java.util.List;
import java.util.Optional;

/// Questions about one opened purchase: every text is decided by the policy sealed with it, and what runs is the text
/// regenerated from the approved tree, in a locked session. The decision costs nothing and reads no data; cells are
/// already safe, so neither does an answer cost privacy.
///
/// Safe for any thread. Close results first, then this, then the bundle.
public final class PurchaseQueries implements AutoCloseable {

    private final Engine engine;
    private final LockedSession session;
    private final StatementReader statements;
    private final Decisions decisions;
    private final List<Schema> schemas;
    private final Provenance provenance;
    private final Completions completions;
    private final CellOutlook outlook;

    private PurchaseQueries(Engine engine, LockedSession session, OpenedBundle bundle) {
        var policy = PolicyDocument.parse(
                "policy of " + bundle.file().getFileName(),
                bundle.manifest().description().policy());
        this.engine = engine;
        this.session = session;
        this.statements = new StatementReader(engine.sqlText());
        this.decisions = new Decisions(policy);
        this.schemas = bundle.manifest().tables();
        this.provenance = Provenance.of(bundle, policy.digest());
        this.completions = new Completions(policy, schemas);
        this.outlook = new CellOutlook(engine, session, schemas);
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
        return decisions.decide(statements.read(sql));
    }

    /// What asking would bring: decision, what will be missing, how wide the intervals will be, and the nearest other
    /// questions. Reads cells that are held; changes nothing.
    public Preflight preflight(String sql, Progress progress) {
        var statement = statements.read(sql);
        var decision = decisions.decide(statement);
        var offers = decision.offer().stream()
                .map(repair -> offer(sql, repair, progress))
                .toList();
        return ahead(statement, decision, progress).with(offers);
    }

    private Offer offer(String sql, Decision.Repair repair, Progress progress) {
        var statement = statements.read(repair.sql());
        var ahead = ahead(statement, decisions.decide(statement), progress);
        return new Offer(repair, ahead, Difference.between(sql, repair.sql()));
    }

    private Preflight ahead(Statement statement, Decision decision, Progress progress) {
        var query = statement instanceof Statement.Understood understood
                ? Optional.of(understood.query())
                : Optional.<Query>empty();
        return outlook.of(decision, query, progress);
    }

    /// What may follow at a place of a text, finished or not: only what the policy allows there, the best first.
    public List<Suggestion> complete(String text, int caret) {
        return completions.at(text, caret);
    }

    /// Decides, and where allowed runs up to the first rows. A refusal is a reply like another.
    public Reply ask(String sql, Progress progress) {
        var statement = statements.read(sql);
        var decision = decisions.decide(statement);
        return switch (decision) {
            case Decision.Refuse refuse -> new Reply.Refused(refuse);
            case Decision.Allow allow -> answered(statement, decision, progress);
            case Decision.Filter filter -> answered(statement, decision, progress);
            case Decision.Warn warn -> answered(statement, decision, progress);
        };
    }

    @Override
    public void close() {
        outlook.close();
        session.close();
    }

    private Reply answered(Statement statement, Decision decision, Progress progress) {
        var text = engine.sqlText();
        var tree = text.toTree(statement.sql());
        var plan = statement instanceof Statement.Understood understood
                ? IntervalPlan.of(understood.query(), schemas)
                : IntervalPlan.NONE;
        var sql = text.toSql(tree);
        var answer = session.query(Beside.add(text, tree, plan.extras()), progress);
        var columns = ResultColumn.all(answer, plan);
        var asked = new Asked(sql, provenance.forQuestion(sql), plan);
        return new Reply.Answered(decision, new Result(engine, session, answer, asked, columns));
    }
}
