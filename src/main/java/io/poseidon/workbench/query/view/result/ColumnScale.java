package io.poseidon.workbench.query.view.result;

import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.query.interval.Interval;
import io.poseidon.workbench.query.result.ResultPage;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Magnitude;

/// How the numbers of a column are written: in a step of large numbers, with that many decimals, with or without
/// intervals.
record ColumnScale(boolean number, boolean interval, Magnitude magnitude, int decimals) {

    private static final double STEPS_FROM = 1e8;
    private static final double ROOM = 100;
    private static final int MOST_DECIMALS = 3;

    static ColumnScale of(ResultPage first, int column, Formats formats) {
        var type = first.columns().get(column).type();
        boolean number = type == ColumnType.INTEGER || type == ColumnType.DECIMAL || type == ColumnType.DOUBLE;
        if (!number) {
            return new ColumnScale(false, false, Magnitude.ONE, 0);
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
        boolean interval = widest >= 0 || dominated;
        boolean steps = Math.max(largest, widest) >= STEPS_FROM
                && (widest >= 0 || first.columns().get(column).unit().isPresent());
        if (!steps) {
            int decimals = type == ColumnType.INTEGER ? 0 : decimals(widest >= 0 ? widest : largest);
            return new ColumnScale(true, interval, Magnitude.ONE, decimals);
        }
        var magnitude = formats.magnitude(Math.max(STEPS_FROM, Math.max(largest, widest) / ROOM));
        return new ColumnScale(true, interval, magnitude, fine(widest / magnitude.size()));
    }

    /// One decimal, or more where the interval needs them to have two digits.
    private static int fine(double half) {
        return half <= 0 ? 1 : Math.clamp((int) Math.ceil(-Math.log10(half)) + 1, 1, MOST_DECIMALS);
    }

    private static int decimals(double size) {
        return size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    }
}
