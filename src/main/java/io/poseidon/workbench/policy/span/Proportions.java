package io.poseidon.workbench.policy.span;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// Cells to be found again by the proportion of their three numbers, as these were when this was made.
final class Proportions {

    private static final int NONE = -1;
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    private final NullSpace space;
    private final int[] cells;
    private final long[] ratios;
    private final int[] heads;
    private final int[] next;

    /// None of them is found before it is added. The first number of each is not zero.
    Proportions(NullSpace space, int[] cells) {
        this.space = space;
        this.cells = cells;
        this.ratios = ratios(space, cells);
        this.heads = new int[Math.max(2, Integer.highestOneBit(cells.length) << 2)];
        this.next = new int[cells.length];
        Arrays.fill(heads, NONE);
    }

    /// The second number over the first of each cell.
    private static long[] ratios(NullSpace space, int[] cells) {
        var field = space.field();
        var first = new double[cells.length];
        Arrays.setAll(first, i -> space.vector(0)[cells[i]]);
        var inverses = field.inverses(first);
        var ratios = new long[cells.length];
        Arrays.setAll(ratios, i -> field.canonical(field.times(space.vector(1)[cells[i]], inverses[i])));
        return ratios;
    }

    int size() {
        return cells.length;
    }

    int cell(int index) {
        return cells[index];
    }

    long ratio(int index) {
        return ratios[index];
    }

    void add(int index) {
        int bucket = bucket(ratios[index]);
        next[index] = heads[bucket];
        heads[bucket] = index;
    }

    /// Whether a cell that counts and was added stands in the proportion of this one. Equal ratios of the first two
    /// numbers are an accident once in 2^50 pairs; the third tells.
    boolean hasTwin(int cell, long ratio, IntPredicate counts) {
        for (int other = heads[bucket(ratio)]; other != NONE; other = next[other]) {
            if (ratios[other] == ratio && counts.test(cells[other]) && isThirdAlike(cell, cells[other])) {
                return true;
            }
        }
        return false;
    }

    private boolean isThirdAlike(int one, int other) {
        var field = space.field();
        var first = space.vector(0);
        var third = space.vector(2);
        double left = field.times(first[one], third[other]);
        double right = field.times(first[other], third[one]);
        return field.canonical(left) == field.canonical(right);
    }

    private int bucket(long ratio) {
        return (int) (ratio * MIXER >>> Integer.SIZE) & heads.length - 1;
    }
}
