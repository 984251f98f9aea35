package io.poseidon.workbench.explore.view;

import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Magnitude;
import io.poseidon.workbench.ui.grid.Cell;
import io.poseidon.workbench.ui.grid.GridColumn;

/// How a measure is written in a language: in its steps where its noise alone is large, with its interval.
record Amounts(Column column, Formats formats, Magnitude magnitude, int decimals) {

    private static final double Z = 1.959963984540054;
    private static final double STEPS_FROM = 1e7;
    private static final double ROOM = 100;
    private static final int MOST_DECIMALS = 3;

    static Amounts of(Column column, double largest, Formats formats) {
        double half = Z * column.sigma();
        double size = Math.max(largest, half);
        if (column.unit().isEmpty() || size < STEPS_FROM) {
            return new Amounts(column, formats, Magnitude.ONE, 0);
        }
        var magnitude = formats.magnitude(Math.max(STEPS_FROM * 10, size / ROOM));
        return new Amounts(column, formats, magnitude, fine(half / magnitude.size()));
    }

    /// One decimal, or more where the interval needs them to have two digits.
    private static int fine(double half) {
        return half <= 0 ? 1 : Math.clamp((int) Math.ceil(-Math.log10(half)) + 1, 1, MOST_DECIMALS);
    }

    double half() {
        return Z * column.sigma();
    }

    double divisor() {
        return magnitude.size();
    }

    /// `KRW M`
    String unit() {
        return formats.unit(column.unit().orElse(""), magnitude);
    }

    Cell cell(double value) {
        return new Cell.Interval(value / divisor(), half() / divisor(), decimals);
    }

    GridColumn head() {
        var head = GridColumn.interval(column.name());
        return unit().isEmpty() ? head : head.unit(unit());
    }

    String value(double value) {
        return formats.number(value / divisor(), decimals) + (unit().isEmpty() ? "" : " " + unit());
    }

    String plusMinus() {
        return formats.plusMinus(half() / divisor(), decimals);
    }

    /// `1.2 ± 0.4 KRW M`
    String whole(double value) {
        return (formats.number(value / divisor(), decimals) + " " + plusMinus() + " " + unit()).strip();
    }
}
