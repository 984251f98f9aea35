package io.poseidon.workbench.query;

import io.poseidon.workbench.engine.batch.Rows;
import io.poseidon.workbench.query.interval.Interval;
import io.poseidon.workbench.query.interval.IntervalPlan;
import java.util.List;

/// Rows of a result with the interval of every value. A row's values are typed as in [Rows].
public record ResultPage(Rows rows, List<ResultColumn> columns, IntervalPlan plan) {

    public ResultPage {
        columns = List.copyOf(columns);
    }

    public long count() {
        return rows.count();
    }

    public Interval interval(int column, long row) {
        return plan.interval(rows, column, row);
    }
}
