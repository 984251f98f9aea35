package io.poseidon.workbench.query.theatre.stage;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.policy.Statement;
import io.poseidon.workbench.policy.tree.Condition;
import io.poseidon.workbench.policy.tree.Condition.Comparison;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Expression.Call;
import io.poseidon.workbench.policy.tree.Expression.Constant;
import io.poseidon.workbench.policy.tree.Expression.Mark;
import io.poseidon.workbench.policy.tree.Query.Select;
import io.poseidon.workbench.policy.tree.Sql;
import io.poseidon.workbench.query.StatementReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A holder that trusts in the minimum cohort and at most one thing more: the asker's SELECT runs on the rows as it is
/// written, with `HAVING COUNT(DISTINCT user_id) >= k` added. Errors are told, and it answers as fast as it can; the
/// exact answer to the question before is remembered.
public final class WeakShard implements Shard {

    private final Backstage backstage;
    private final StatementReader reader;
    private final Extra extra;
    private final Map<String, Statement> read = new HashMap<>();
    private String last = "";
    private List<Line> lastLines = List.of();

    /// The one thing more.
    public interface Extra {

        /// Before a question is answered: the rule by which it is refused, if so.
        Optional<String> refuses(String asker, Select question, List<Line> answer);

        /// What is told instead of the exact lines.
        Told told(Select question, List<Line> exact);
    }

    public WeakShard(Engine engine, Backstage backstage, Extra extra) {
        this.backstage = backstage;
        this.reader = new StatementReader(engine.sqlText());
        this.extra = extra;
    }

    @Override
    public Heard ask(String asker, String sql) {
        long start = System.nanoTime();
        var reply = reply(asker, sql);
        return new Heard(reply, Duration.ofNanos(System.nanoTime() - start));
    }

    private Reply reply(String asker, String sql) {
        if (!(read.computeIfAbsent(sql, reader::read) instanceof Statement.Understood understood)
                || !(understood.query() instanceof Select select)) {
            return new Denied("STATEMENT", 0);
        }
        try {
            var lines = sql.equals(last) ? lastLines : backstage.lines(Sql.of(withCohort(select)));
            last = sql;
            lastLines = lines;
            var refusal = extra.refuses(asker, select, lines);
            return refusal.<Reply>map(rule -> new Denied(rule, 0)).orElseGet(() -> extra.told(select, lines));
        } catch (Problem failed) {
            return new Failed(failed.code(), 0);
        }
    }

    private static Select withCohort(Select select) {
        var people = new Call(
                Mark.NONE,
                "",
                "count",
                List.of(""),
                List.of(Expression.Column.of("user_id")),
                true,
                Optional.empty(),
                List.of());
        var least = new Constant(Mark.NONE, Constant.Kind.INTEGER, String.valueOf(Cast.COHORT));
        Expression enough = new Comparison(Mark.NONE, Comparison.Operator.COMPARE_GREATERTHANOREQUALTO, people, least);
        var having = Stream.concat(select.having().stream(), Stream.of(enough)).toList();
        return new Select(
                select.ctes(),
                select.columns(),
                select.names(),
                select.from(),
                select.where(),
                select.grouping(),
                Optional.of(having.size() == 1 ? enough : new Condition.Conjunction(Mark.NONE, true, having)),
                select.qualify(),
                select.sample(),
                select.tail());
    }

    /// The backstage stays its owner's.
    @Override
    public void close() {
        read.clear();
    }
}
