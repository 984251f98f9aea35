package io.poseidon.workbench.policy.span;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/// A set of numbered cells, held as the numbers in their order: the groups of a question share out the declared cells,
/// so that all together are no larger than the domain, however fine they are. Immutable.
public final class CellSet {

    private final int[] cells;

    private CellSet(int[] cells) {
        this.cells = cells;
    }

    public static CellSet of(BitSet bits) {
        return new CellSet(bits.stream().toArray());
    }

    /// Of the first `count` numbers, which rise; not kept.
    public static CellSet rising(int[] cells, int count) {
        return new CellSet(Arrays.copyOf(cells, count));
    }

    public boolean isEmpty() {
        return cells.length == 0;
    }

    public int size() {
        return cells.length;
    }

    /// In their order.
    public IntStream stream() {
        return Arrays.stream(cells);
    }

    /// For the caller to change.
    public BitSet toBits() {
        var bits = isEmpty() ? new BitSet() : new BitSet(cells[cells.length - 1] + 1);
        for (int cell : cells) {
            bits.set(cell);
        }
        return bits;
    }

    /// The cells from one number on to before another, counted from that one.
    public BitSet part(int from, int to) {
        var part = new BitSet();
        for (int i = at(from); i < cells.length && cells[i] < to; i++) {
            part.set(cells[i] - from);
        }
        return part;
    }

    /// Whether every cell of another set is in this one.
    public boolean holds(CellSet other) {
        int at = 0;
        for (int cell : other.cells) {
            while (at < cells.length && cells[at] < cell) {
                at++;
            }
            if (at == cells.length || cells[at] != cell) {
                return false;
            }
        }
        return true;
    }

    private int at(int cell) {
        int found = Arrays.binarySearch(cells, cell);
        return found < 0 ? -found - 1 : found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellSet set && Arrays.equals(cells, set.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }

    @Override
    public String toString() {
        return Arrays.toString(cells);
    }
}
