package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.Limits;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.tree.Sql;
import io.poseidon.workbench.query.rows.question.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Computes the rest of a statement from released tables, and from the asker's own, in a locked session. What fails
/// here fails for what was released, and says nothing but that it failed.
final class Finish {

    private static final Limits LIMITS = Limits.standard()
            .withTime(Duration.ofSeconds(20))
            .withRows(1_000_000)
            .withThreads(1)
            .withMemory(512L << 20);

    private final Engine engine;
    private final Plan plan;
    private final List<Released> released;

    Finish(Engine engine, Plan plan, List<Released> released) {
        this.engine = engine;
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
            return computed(tables, decision, charge, progress);
        } catch (Problem failed) {
            throw Problem.of(Kind.REFUSED, RowAnswers.class, "answer-failed").because(failed);
        } finally {
            tables.forEach(ArrowTable::close);
        }
    }

    private RowReply computed(List<ArrowTable> tables, Decision decision, RowReply.Charge charge, Progress progress) {
        try (var session = LockedSession.open(engine, tables, LIMITS);
                var answer = session.query(Sql.of(plan.reading().query()), progress)) {
            var rows = new ArrayList<List<Optional<Object>>>();
            answer.scan(progress, batch -> {
                for (long row = 0; row < batch.count(); row++) {
                    var values = new ArrayList<Optional<Object>>();
                    for (int i = 0; i < batch.columns().size(); i++) {
                        values.add(batch.value(i, row));
                    }
                    rows.add(List.copyOf(values));
                }
            });
            var noise = released.stream()
                    .flatMap(part -> part.noise().stream())
                    .distinct()
                    .toList();
            return new RowReply.Answered(decision, charge, answer.columns(), rows, noise);
        }
    }
}
