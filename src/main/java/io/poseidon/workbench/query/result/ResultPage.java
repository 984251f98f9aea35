package io.poseidon.workbench.query.result;

import io.poseidon.workbench.engine.batch.Rows;
import io.poseidon.workbench.query.interval.Interval;
import io.poseidon.workbench.query.interval.IntervalPlan;
import java.util.List;
import java.util.OptionalDouble;

/// Rows of a result with the interval of every value. A row's values are typed as in [Rows].
public record ResultPage(Rows rows, List<ResultColumn> columns, IntervalPlan plan) {

    public ResultPage {
        columns = List.copyOf(columns);
    }

    public long count() {
        return rows.count();
    }

    /// The lower bound of a value that is an upper bound, because the same person can be counted in it several times.
    public OptionalDouble atLeast(int column, long row) {
        return plan.atLeast(rows, column, row);
    }

    public Interval interval(int column, long row) {
        return plan.interval(rows, column, row);
    }
}
