package io.poseidon.workbench.policy.span;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The independent sets of cells whose sums are known, each with its pivot: a cell of its own, so that the
/// square matrix of the sets at their pivots has an inverse.
final class KnownRows {

    private final int cells;
    private final List<long[]> words = new ArrayList<>();
    private int[] pivots = new int[16];
    private final BitSet isPivot = new BitSet();
    private int count;

    KnownRows(int cells) {
        this.cells = cells;
    }

    int count() {
        return count;
    }

    int pivot(int row) {
        return pivots[row];
    }

    boolean isPivot(int cell) {
        return isPivot.get(cell);
    }

    void add(int[] row, int pivot) {
        if (count % Long.SIZE == 0) {
            words.add(new long[cells]);
        }
        var last = words.getLast();
        for (int cell : row) {
            last[cell] |= 1L << count;
        }
        if (count == pivots.length) {
            pivots = Arrays.copyOf(pivots, 2 * count);
        }
        pivots[count++] = pivot;
        isPivot.set(pivot);
    }

    void truncate(int rows) {
        while (count > rows) {
            isPivot.clear(pivots[--count]);
        }
        while (words.size() * Long.SIZE >= rows + Long.SIZE) {
            words.removeLast();
        }
        if (rows % Long.SIZE != 0) {
            var last = words.getLast();
            for (int cell = 0; cell < cells; cell++) {
                last[cell] &= (1L << rows) - 1;
            }
        }
    }

    static int[] cells(BitSet set) {
        var cells = new int[set.cardinality()];
        int cell = -1;
        for (int i = 0; i < cells.length; i++) {
            cell = set.nextSetBit(cell + 1);
            cells[i] = cell;
        }
        return cells;
    }

    /// For each row one where the set holds its pivot and zero elsewhere.
    double[] atPivots(BitSet set) {
        var ones = new double[count];
        for (int row = 0; row < count; row++) {
            ones[row] = set.get(pivots[row]) ? 1 : 0;
        }
        return ones;
    }

    /// For each row one where it holds the cell and zero elsewhere.
    double[] column(int cell) {
        var column = new double[count];
        for (int row = 0; row < count; row++) {
            column[row] = words.get(row >> 6)[cell] >>> row & 1;
        }
        return column;
    }

    /// The rows that hold the cell.
    int[] holding(int cell) {
        var at = new int[count];
        int found = 0;
        for (int i = 0; i < words.size(); i++) {
            for (long word = words.get(i)[cell]; word != 0; word &= word - 1) {
                at[found++] = i * Long.SIZE + Long.numberOfTrailingZeros(word);
            }
        }
        return Arrays.copyOf(at, found);
    }
}
