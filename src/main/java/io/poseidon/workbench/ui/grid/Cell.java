package io.poseidon.workbench.ui.grid;

/// One value of a table, as a number with its meaning rather than as text: the grid writes it, copy and export use it.
public sealed interface Cell {

    /// Words as they are stored, the empty text included.
    record Text(String text) implements Cell {}

    /// A number without an interval.
    record Figure(double value, int decimals) implements Cell {}

    /// value ± half: `60.6 ± 23.5`.
    record Interval(double value, double half, int decimals) implements Cell {

        /// The interval is wider than the value: shown muted.
        public boolean weak() {
            return Math.abs(half) >= Math.abs(value);
        }
    }

    /// value ± a share of it: `50,788 ± 39 %`.
    record Relative(double value, int decimals, double share) implements Cell {}

    /// Somewhere from low to high: `2,732 – 8,050`.
    record Range(double low, double high, int decimals) implements Cell {}

    /// A value whose interval does not hold: shown muted with the word given, `noise dominates`.
    record Unreliable(double value, int decimals, String word) implements Cell {}

    /// SQL's NULL; not the empty text.
    record Null() implements Cell {}

    /// Suppressed or empty: the two look the same everywhere.
    record Suppressed() implements Cell {}

    static Cell text(String text) {
        return new Text(text);
    }

    static Cell whole(long value) {
        return new Figure(value, 0);
    }
}
