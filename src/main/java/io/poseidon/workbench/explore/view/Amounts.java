package io.poseidon.workbench.explore.view;

import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.grid.Cell;
import io.poseidon.workbench.ui.grid.GridColumn;

/// How a measure is written: in millions where its noise alone is large, with its interval.
record Amounts(Column column, double divisor, int decimals) {

    private static final double Z = 1.959963984540054;
    private static final double MILLIONS_FROM = 1e6;

    static Amounts of(Column column, double largest) {
        boolean millions = column.unit().isPresent() && Math.max(largest, Z * column.sigma()) >= MILLIONS_FROM * 10;
        return new Amounts(column, millions ? 1e6 : 1, millions ? 1 : 0);
    }

    double half() {
        return Z * column.sigma();
    }

    String unit() {
        var unit = column.unit().orElse("");
        return divisor == 1 ? unit : unit + " M";
    }

    Cell cell(double value) {
        return new Cell.Interval(value / divisor, half() / divisor, decimals);
    }

    GridColumn head() {
        var head = GridColumn.interval(column.name());
        return unit().isEmpty() ? head : head.unit(unit());
    }

    String value(Formats formats, double value) {
        return formats.number(value / divisor, decimals) + (unit().isEmpty() ? "" : " " + unit());
    }

    String plusMinus(Formats formats) {
        return formats.plusMinus(half() / divisor, decimals);
    }

    /// `1.2 ± 0.4 KRW M`
    String whole(Formats formats, double value) {
        return (formats.number(value / divisor, decimals) + " " + plusMinus(formats) + " " + unit()).strip();
    }
}
