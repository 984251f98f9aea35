package io.poseidon.workbench.query.view.result;

import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.query.ResultPage;
import io.poseidon.workbench.query.interval.Interval;

/// How the numbers of a column are written: divided by `divisor`, with that many decimals, with or without intervals.
record ColumnScale(boolean number, boolean interval, double divisor, int decimals) {

    private static final double MILLIONS_FROM = 1e8;
    private static final double MILLION = 1e6;

    static ColumnScale of(ResultPage first, int column) {
        var type = first.columns().get(column).type();
        boolean number = type == ColumnType.INTEGER || type == ColumnType.DECIMAL || type == ColumnType.DOUBLE;
        if (!number) {
            return new ColumnScale(false, false, 1, 0);
        }
        double largest = 0;
        double widest = -1;
        boolean dominated = false;
        for (long row = 0; row < first.count(); row++) {
            if (!first.rows().isNull(column, row)) {
                largest = Math.max(largest, Math.abs(first.rows().number(column, row)));
                switch (first.interval(column, row)) {
                    case Interval.Between(double low, double high) -> widest = Math.max(widest, (high - low) / 2);
                    case Interval.Unknown(Interval.Reason reason) ->
                        dominated |= reason == Interval.Reason.NOISE_DOMINATES;
                    case Interval.Exact ignored -> {}
                }
            }
        }
        boolean millions = Math.max(largest, widest) >= MILLIONS_FROM
                && (widest >= 0 || first.columns().get(column).unit().isPresent());
        int decimals = millions ? 1 : type == ColumnType.INTEGER ? 0 : decimals(widest >= 0 ? widest : largest);
        return new ColumnScale(true, widest >= 0 || dominated, millions ? MILLION : 1, decimals);
    }

    private static int decimals(double size) {
        return size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    }
}
