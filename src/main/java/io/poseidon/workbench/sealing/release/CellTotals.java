package io.poseidon.workbench.sealing.release;

/// Exact bounded totals, one array of cells for each column: contributors first, then the measures in their steps.
/// These are people's secrets: they are never printed, stored or sealed.
public final class CellTotals {

    private final long[][] columns;

    /// Takes the arrays over.
    public CellTotals(long[][] columns) {
        this.columns = columns;
    }

    public int columns() {
        return columns.length;
    }

    public int cells() {
        return columns[0].length;
    }

    /// For tests and for drawing; not a copy.
    public long[] column(int column) {
        return columns[column];
    }

    /// Says the size only.
    @Override
    public String toString() {
        return "CellTotals of " + columns() + " columns, " + cells() + " cells";
    }
}
