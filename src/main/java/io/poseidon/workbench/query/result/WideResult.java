package io.poseidon.workbench.query.result;

import io.poseidon.workbench.engine.Answer;
import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Desk;
import io.poseidon.workbench.engine.Names;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Closing;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.interval.Interval;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// A result with `_at_least` behind every upper bound, and with intervals `_low` and `_high` behind every noisy
/// column, as one answer. Held in memory while it is written.
public final class WideResult implements AutoCloseable {

    private final Answer answer;

    /// The last that was made first.
    private final Deque<AutoCloseable> parts;

    private WideResult(Answer answer, Deque<AutoCloseable> parts) {
        this.answer = answer;
        this.parts = parts;
    }

    static WideResult of(Result result, boolean intervals, Progress progress) {
        var parts = new ArrayDeque<AutoCloseable>();
        try {
            var values = result.toTable("values", progress);
            parts.push(values);
            var ends = ends(result, values);
            parts.push(ends);
            // one thread, so that rows keep their order and meet their ends
            var desk = Desk.open(result.engine(), Limits.trusted().withThreads(1));
            parts.push(desk);
            desk.put(values);
            desk.put(ends);
            var answer = desk.query(sql(result, intervals), progress);
            parts.push(answer);
            return new WideResult(answer, parts);
        } catch (RuntimeException e) {
            Closing.after(e, parts);
            throw e;
        }
    }

    Answer answer() {
        return answer;
    }

    @Override
    public void close() {
        Closing.all(parts);
    }

    private static String sql(Result result, boolean intervals) {
        var columns = new ArrayList<String>();
        for (int column = 0; column < result.columns().size(); column++) {
            var name = result.columns().get(column).name();
            columns.add("v." + Names.quoted(name));
            if (intervals && result.plan().isNoisy(column)) {
                columns.add("e." + Names.quoted(name + "_low"));
                columns.add("e." + Names.quoted(name + "_high"));
            }
            if (result.plan().isRange(column)) {
                columns.add("e." + Names.quoted(name + "_at_least"));
            }
        }
        return "SELECT " + String.join(", ", columns) + " FROM \"values\" v POSITIONAL JOIN \"ends\" e";
    }

    private static ArrowTable ends(Result result, ArrowTable values) {
        var page = new ResultPage(values, result.columns(), result.plan());
        var table = ArrowTable.builder(result.engine(), "ends").integers("row", rowNumbers(values.count()));
        for (int column = 0; column < result.columns().size(); column++) {
            var low = new ArrayList<@Nullable Double>();
            var high = new ArrayList<@Nullable Double>();
            var least = new ArrayList<@Nullable Double>();
            for (long row = 0; row < values.count(); row++) {
                var bound = page.atLeast(column, row);
                least.add(bound.isPresent() ? Double.valueOf(bound.getAsDouble()) : null);
                if (page.interval(column, row) instanceof Interval.Between(double from, double to)) {
                    low.add(from);
                    high.add(to);
                } else {
                    low.add(null);
                    high.add(null);
                }
            }
            var name = result.columns().get(column).name();
            table.doubles(name + "_low", low).doubles(name + "_high", high).doubles(name + "_at_least", least);
        }
        return table.build();
    }

    private static long[] rowNumbers(long count) {
        return LongStream.range(0, count).toArray();
    }
}
