package io.poseidon.workbench.policy.span;

import java.util.ArrayList;
import java.util.List;

/// The independent sets of cells whose sums are known, for products with weights on one side and on the other.
final class KnownRows {

    /// Sums of 2^13 numbers below 2^50 stay below 2^63.
    static final int MOST = 1 << 13;

    private final SecretField field;
    private final int cells;
    private final List<Block> blocks = new ArrayList<>();
    private int count;

    KnownRows(SecretField field, int cells) {
        this.field = field;
        this.cells = cells;
    }

    int count() {
        return count;
    }

    void add(int[] row) {
        if (count == MOST) {
            throw new IllegalStateException("too many rows");
        }
        if (count % Block.ROWS == 0) {
            blocks.add(new Block(cells));
        }
        blocks.getLast().add(count % Block.ROWS, row);
        count++;
    }

    void truncate(int rows) {
        while (blocks.size() * Block.ROWS >= rows + Block.ROWS) {
            blocks.removeLast();
        }
        if (rows % Block.ROWS != 0) {
            blocks.getLast().truncate(rows % Block.ROWS);
        }
        count = rows;
    }

    /// For each row the sum of the weights (from 0 to p − 1) of the cells that it shares with another.
    double[] shared(long[] weights, int[] row) {
        var result = new double[count];
        var sums = new long[Block.ROWS];
        for (int block = 0; block < blocks.size(); block++) {
            blocks.get(block).sums(weights, row, field.prime(), sums);
            int from = block * Block.ROWS;
            for (int i = 0; i < Block.ROWS && from + i < count; i++) {
                result[from + i] = field.reduce(sums[i]);
            }
        }
        return result;
    }

    /// For each cell the sum of the values of the rows that hold it.
    double[] spread(double[] values) {
        var sums = new long[cells];
        for (int i = 0; i < blocks.size(); i++) {
            blocks.get(i).spread(Block.table(eight(values, i * Block.ROWS)), sums);
        }
        return reduced(sums);
    }

    private long[] eight(double[] values, int from) {
        var eight = new long[Block.ROWS];
        for (int i = 0; i < Block.ROWS && from + i < count; i++) {
            eight[i] = field.canonical(values[from + i]);
        }
        return eight;
    }

    private double[] reduced(long[] sums) {
        var result = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            result[cell] = field.reduce(sums[cell]);
        }
        return result;
    }
}
