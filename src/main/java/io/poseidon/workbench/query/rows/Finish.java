package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.engine.ReadySession;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.tree.Sql;
import io.poseidon.workbench.query.Beside;
import io.poseidon.workbench.query.Receipt;
import io.poseidon.workbench.query.interval.Interval;
import io.poseidon.workbench.query.result.ToldBounds;
import io.poseidon.workbench.query.result.ToldTable;
import io.poseidon.workbench.query.rows.question.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Computes the rest of a statement from released tables, and from the asker's own, in a locked session. What fails
/// here fails for what was released, and says nothing but that it failed.
final class Finish {

    static final Limits LIMITS = Limits.standard()
            .withTime(Duration.ofSeconds(20))
            .withRows(1_000_000)
            .withThreads(1)
            .withMemory(512L << 20);

    private final Engine engine;
    private final ReadySession session;
    private final Plan plan;
    private final List<Released> released;

    Finish(Engine engine, ReadySession session, Plan plan, List<Released> released) {
        this.engine = engine;
        this.session = session;
        this.plan = plan;
        this.released = released;
    }

    RowReply reply(Decision decision, RowReply.Charge charge, Progress progress) {
        var tables = new ArrayList<ArrowTable>();
        try {
            released.forEach(part -> tables.add(part.table(engine)));
            plan.reading().tables().stream()
                    .flatMap(name -> plan.uploads().find(name).stream())
                    .forEach(own -> tables.add(own.table(engine, own.name())));
            return session.over(tables, open -> computed(open, decision, charge, progress));
        } catch (Problem failed) {
            throw Problem.of(Kind.REFUSED, RowAnswers.class, "answer-failed").because(failed);
        } finally {
            tables.forEach(ArrowTable::close);
        }
    }

    private RowReply computed(LockedSession open, Decision decision, RowReply.Charge charge, Progress progress) {
        var text = engine.sqlText();
        var intervals = ReleasedNoise.intervals(plan);
        var sql = Beside.add(text, text.toTree(Sql.of(plan.reading().query())), intervals);
        try (var answer = open.query(sql, progress)) {
            var columns = answer.columns()
                    .subList(0, answer.columns().size() - intervals.extras().size());
            var rows = new ArrayList<List<Optional<Object>>>();
            var ends = new ArrayList<List<Interval>>();
            var bounds = new ToldBounds.Gathering(intervals, columns.size());
            answer.scan(progress, batch -> {
                for (long row = 0; row < batch.count(); row++) {
                    long at = row;
                    rows.add(IntStream.range(0, columns.size())
                            .mapToObj(column -> batch.value(column, at))
                            .toList());
                    bounds.add(batch, at);
                    ends.add(IntStream.range(0, columns.size())
                            .mapToObj(column -> intervals.interval(batch, column, at))
                            .toList());
                }
            });
            var table = new ToldTable(columns, rows, ends, bounds.bounds());
            return new RowReply.Answered(decision, charge, table, groups(), noise());
        }
    }

    private Receipt.Groups groups() {
        return new Receipt.Groups(
                released.stream()
                        .mapToLong(part -> part.grouping().groups().size())
                        .sum(),
                released.stream().mapToLong(Released::hidden).sum());
    }

    private List<RowReply.Noise> noise() {
        return released.stream()
                .flatMap(part -> part.noise().stream())
                .distinct()
                .toList();
    }
}
