package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.model.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What sums over sets of cells determine, by reduced rows in exact fractions.
final class ExactSpan {

    private final int cells;
    private final List<Rational[]> rows = new ArrayList<>();
    private final Set<BitSet> released = new HashSet<>();

    ExactSpan(int cells) {
        this.cells = cells;
    }

    int rank() {
        return rows.size();
    }

    void learn(BitSet set) {
        released.add(set);
        var row = new Rational[cells];
        Arrays.setAll(row, cell -> set.get(cell) ? Rational.ONE : Rational.ZERO);
        for (var known : rows) {
            subtract(row, known, row[pivot(known)]);
        }
        int pivot = pivot(row);
        if (pivot < cells) {
            var scale = Rational.ONE.over(row[pivot]);
            Arrays.setAll(row, cell -> row[cell].times(scale));
            rows.forEach(known -> subtract(known, row, known[pivot]));
            rows.add(row);
        }
    }

    private static void subtract(Rational[] from, Rational[] row, Rational factor) {
        if (factor.signum() != 0) {
            Arrays.setAll(from, cell -> from[cell].minus(row[cell].times(factor)));
        }
    }

    private int pivot(Rational[] row) {
        int at = 0;
        while (at < cells && row[at].signum() == 0) {
            at++;
        }
        return at;
    }

    /// Cells, and pairs of which one gives away the other, that were not released as they are.
    Set<BitSet> opened() {
        var known = new BitSet();
        released.stream().filter(set -> set.cardinality() == 1).forEach(known::or);
        var opened = new HashSet<BitSet>();
        for (int i = 0; i < rows.size(); i++) {
            add(opened, known, weight(rows.get(i)));
            for (int j = 0; j < i; j++) {
                add(opened, known, together(rows.get(i), rows.get(j), known));
            }
        }
        return opened;
    }

    private void add(Set<BitSet> opened, BitSet known, BitSet support) {
        var unknown = (BitSet) support.clone();
        unknown.andNot(known);
        boolean small = unknown.cardinality() == 1 || unknown.cardinality() == 2;
        if (small && !released.contains(unknown)) {
            opened.add(unknown);
        }
    }

    private BitSet weight(Rational[] row) {
        var support = new BitSet();
        for (int cell = 0; cell < cells; cell++) {
            support.set(cell, row[cell].signum() != 0);
        }
        return support;
    }

    /// Two rows that agree beyond their pivots, up to a factor: the pivots are left.
    private BitSet together(Rational[] one, Rational[] other, BitSet known) {
        int first = pivot(one);
        int second = pivot(other);
        Optional<Rational> ratio = Optional.empty();
        for (int cell = 0; cell < cells; cell++) {
            if (cell == first || cell == second || known.get(cell)) {
                continue;
            }
            if ((one[cell].signum() == 0) != (other[cell].signum() == 0)) {
                return new BitSet();
            }
            if (one[cell].signum() != 0) {
                var here = one[cell].over(other[cell]);
                if (ratio.isPresent() && !ratio.get().equals(here)) {
                    return new BitSet();
                }
                ratio = Optional.of(here);
            }
        }
        var pair = new BitSet();
        pair.set(first, first + 1, ratio.isPresent());
        pair.set(second, second + 1, ratio.isPresent());
        return pair;
    }
}
