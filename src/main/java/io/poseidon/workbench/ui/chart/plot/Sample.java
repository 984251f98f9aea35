package io.poseidon.workbench.ui.chart.plot;

/// A value with its interval; without one `low` and `high` are the value.
public record Sample(double x, double y, double low, double high) {

    public static Sample of(double x, double y) {
        return new Sample(x, y, y, y);
    }

    public static Sample of(double x, double y, double half) {
        return new Sample(x, y, y - half, y + half);
    }

    boolean hasInterval() {
        return high > low;
    }
}
