package io.poseidon.workbench.query.preflight;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Reading;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.query.interval.Interval;
import io.poseidon.workbench.query.interval.IntervalPlan;
import io.poseidon.workbench.query.preflight.Suppression.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Looks ahead for questions about cells that are held: which declared cells they read and how many of these there are,
/// and how wide the intervals will be, by the rules of the intervals themselves. Costs no privacy: the cells are
/// released. Any thread; the owner closes it before the session, which waits for the looks that are under way, so
/// cancel them first. Whoever looks afterwards is not waited for any more.
public final class CellOutlook implements AutoCloseable {

    /// Rows of an answer whose intervals are looked at.
    private static final int MOST_ROWS = 20_000;

    private final Engine engine;
    private final LockedSession held;
    private final List<Schema> schemas;
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();
    private Optional<DeclaredCells> declared = Optional.empty();
    private boolean closed;

    /// `held` sees the tables of cells under the names of their schemas.
    public CellOutlook(Engine engine, LockedSession held, List<Schema> schemas) {
        this.engine = engine;
        this.held = held;
        this.schemas = List.copyOf(schemas);
    }

    /// Without offers. `query` is the statement as the asker wrote it, where it could be read.
    public Preflight of(Decision decision, Optional<Query> query, Progress progress) {
        inUse.readLock().lock();
        try {
            if (closed) {
                throw new CancelledException();
            }
            return looked(decision, query, progress);
        } finally {
            inUse.readLock().unlock();
        }
    }

    private Preflight looked(Decision decision, Optional<Query> query, Progress progress) {
        return switch (decision) {
            case Decision.Refuse refuse -> Preflight.refused(refuse, Cost.NOTHING);
            case Decision.Allow allow -> allowed(allow, allow.reading(), query, progress);
            case Decision.Filter filter -> allowed(filter, filter.reading(), query, progress);
            case Decision.Warn warn -> allowed(warn, warn.reading(), query, progress);
        };
    }

    private Preflight allowed(Decision decision, Reading reading, Optional<Query> query, Progress progress) {
        var question = query.flatMap(written -> CellQuestion.of(written, schemas));
        var plan = query.map(written -> IntervalPlan.of(written, schemas)).orElse(IntervalPlan.NONE);
        var suppressed = question.map(cells -> suppressed(cells, progress))
                .orElse(new Suppression.Unknown(reading.tables().isEmpty() ? Reason.NO_TABLE : Reason.SHAPE));
        var names = query.map(this::names).orElse(List.of());
        return new Preflight(
                decision,
                Cost.NOTHING,
                reads(reading, suppressed, question),
                suppressed,
                widths(question, plan, names, progress),
                List.of(),
                Preflight.Audit.NONE);
    }

    private List<Preflight.Reads> reads(Reading reading, Suppression suppressed, Optional<CellQuestion> question) {
        if (question.isPresent() && suppressed instanceof Suppression.Known known) {
            return List.of(new Preflight.Reads(question.get().schema().table(), known.all()));
        }
        return schemas.stream()
                .filter(schema -> reading.tables().stream().anyMatch(schema.table()::equalsIgnoreCase))
                .map(schema -> new Preflight.Reads(schema.table(), schema.cells()))
                .toList();
    }

    private Suppression suppressed(CellQuestion question, Progress progress) {
        if (!question.isPublic()) {
            return new Suppression.Unknown(Reason.SELECTED);
        }
        if (!DeclaredCells.isSmall(question.schema())) {
            return new Suppression.Unknown(Reason.TOO_LARGE);
        }
        try {
            var all = declared().count(question, progress);
            var shown = CellCount.held(held, question, progress);
            return new Suppression.Known(
                    all.cells() - shown.cells(), all.cells(), all.groups() - shown.groups(), all.groups());
        } catch (Problem failsWhenItRuns) {
            return new Suppression.Unknown(Reason.SHAPE);
        }
    }

    private synchronized DeclaredCells declared() {
        if (declared.isEmpty()) {
            declared = Optional.of(DeclaredCells.of(engine, schemas));
        }
        return declared.get();
    }

    /// The columns of the answer, in order, by name; empty where a star or pattern names them.
    private List<String> names(Query query) {
        var names = new ArrayList<String>();
        if (query instanceof Query.Select select) {
            for (int i = 0; i < select.columns().size(); i++) {
                var column = select.columns().get(i);
                if (column instanceof Expression.Star) {
                    CellQuestion.of(query, schemas)
                            .ifPresent(
                                    question -> question.schema().columns().forEach(known -> names.add(known.name())));
                } else {
                    names.add(OutputNames.of(column));
                }
            }
        }
        return names;
    }

    private List<Width> widths(
            Optional<CellQuestion> question, IntervalPlan plan, List<String> names, Progress progress) {
        if (question.isEmpty() || !plan.isKnown() || names.size() != plan.size()) {
            return names.stream()
                    .map(name -> new Width(name, Optional.empty(), new Width.Unknown(Interval.Reason.SHAPE)))
                    .toList();
        }
        var extents = new ArrayList<Extents>();
        names.forEach(name -> extents.add(new Extents()));
        try {
            look(question.get(), plan, extents, progress);
        } catch (Problem failsWhenItRuns) {
            extents.forEach(extent -> extent.add(new Interval.Unknown(Interval.Reason.FUNCTION)));
        }
        var widths = new ArrayList<Width>();
        for (int i = 0; i < names.size(); i++) {
            var extent = plan.isNoisy(i) ? extents.get(i).extent() : Width.EXACT;
            widths.add(new Width(names.get(i), plan.unit(i), extent));
        }
        return widths;
    }

    private void look(CellQuestion question, IntervalPlan plan, List<Extents> extents, Progress progress) {
        var sql = question.extrasSql(plan.extras().isEmpty() ? List.of("1") : plan.extras(), rows(plan));
        try (var answer = held.query(sql, progress)) {
            answer.scan(progress, rows -> {
                for (long row = 0; row < rows.count(); row++) {
                    for (int column = 0; column < extents.size(); column++) {
                        extents.get(column).add(plan.ahead(rows, column, row));
                    }
                }
            });
        }
    }

    /// Where nothing differs from row to row one will do.
    private static int rows(IntervalPlan plan) {
        return plan.extras().isEmpty() ? 1 : MOST_ROWS;
    }

    @Override
    public void close() {
        inUse.writeLock().lock();
        try {
            closed = true;
            declared.ifPresent(DeclaredCells::close);
            declared = Optional.empty();
        } finally {
            inUse.writeLock().unlock();
        }
    }
}
