package io.poseidon.workbench.policy.span;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Three random vectors of the space on which all known sums vanish, kept up to date. With N a basis of that space, a
/// cell is determined exactly where its row of N is zero, and two cells are bound together where their rows are
/// proportional; three random vectors show both, but for accidents of probability p⁻² a pair.
///
/// Each known row has a pivot; the other cells are free. A vector is random at the free cells, and the known
/// sums give its numbers at the pivots. A new row q is known already where all three vanish on it. Otherwise
/// there is a free cell whose [Spare] u has q·u ≠ 0; it becomes the pivot of q, and each vector z becomes z −
/// (q·z / q·u)·u, which changes it at the pivots only. So a row costs about r² products for r known rows,
/// however many cells there are and whatever the shape of the sets. One thread.
final class NullSpace {

    private static final int VECTORS = 3;

    private final SecretField field;
    private final double[][] vectors;
    private final KnownRows rows;
    private final Spares spares;
    private final Proportions free;
    private final List<double[]> whenFree = new ArrayList<>();
    private double[][] marked = new double[VECTORS][0];

    /// `settled` cells are known by themselves and stay out of everything.
    NullSpace(SecretField field, int cells, BitSet settled, SecureRandom random) {
        this.field = field;
        this.rows = new KnownRows(cells);
        this.spares = new Spares(field, rows);
        this.vectors = new double[VECTORS][];
        for (int i = 0; i < VECTORS; i++) {
            var vector =
                    Arrays.stream(field.random(random, cells)).asDoubleStream().toArray();
            settled.stream().forEach(cell -> vector[cell] = 0);
            vectors[i] = vector;
        }
        this.free = free(settled, cells);
    }

    private Proportions free(BitSet settled, int cells) {
        var unsettled = IntStream.range(0, cells).filter(cell -> !settled.get(cell));
        var free = new Proportions(this, unsettled.toArray());
        for (int i = 0; i < free.size(); i++) {
            free.add(i);
        }
        return free;
    }

    SecretField field() {
        return field;
    }

    /// One of the three, for reading.
    double[] vector(int index) {
        return vectors[index];
    }

    int rank() {
        return rows.count();
    }

    int pivot(int row) {
        return rows.pivot(row);
    }

    boolean isFree(int cell) {
        return !rows.isPivot(cell);
    }

    /// The free cells by the proportions of their numbers, which never change, and such as were free.
    Proportions free() {
        return free;
    }

    /// Only a pivot or a settled cell can be.
    boolean isDetermined(int cell) {
        return vectors[0][cell] == 0 && vectors[1][cell] == 0 && vectors[2][cell] == 0;
    }

    /// Makes ready for some sets that come together: cheaper than one by one.
    void expect(List<BitSet> sets) {
        spares.expect(sets);
    }

    /// False where it follows from what is known already.
    boolean learn(BitSet set) {
        var row = KnownRows.cells(set);
        var sums = new double[VECTORS];
        for (int i = 0; i < VECTORS; i++) {
            sums[i] = field.sumAt(vectors[i], row);
        }
        if (sums[0] == 0 && sums[1] == 0 && sums[2] == 0) {
            return false;
        }
        var ones = rows.atPivots(set);
        var spare = spares.fitting(set, ones);
        double inverse = field.inverse(spare.over(set.get(spare.cell()), ones, field));
        move(spare, sums, inverse);
        spares.use(spare, set, ones, inverse);
        rows.add(row, spare.cell());
        return true;
    }

    private void move(Spare spare, double[] sums, double inverse) {
        int cell = spare.cell();
        whenFree.add(new double[] {vectors[0][cell], vectors[1][cell], vectors[2][cell]});
        for (int i = 0; i < VECTORS; i++) {
            double factor = field.times(sums[i], inverse);
            for (int row = 0; row < rank(); row++) {
                int pivot = rows.pivot(row);
                vectors[i][pivot] = field.reduce(vectors[i][pivot] - field.times(factor, spare.atPivots()[row]));
            }
            vectors[i][cell] = field.reduce(vectors[i][cell] - factor);
        }
    }

    /// What there is now is what [#back] comes back to.
    void mark() {
        for (int i = 0; i < VECTORS; i++) {
            var vector = vectors[i];
            marked[i] = IntStream.range(0, rank())
                    .mapToDouble(row -> vector[rows.pivot(row)])
                    .toArray();
        }
        spares.mark();
    }

    /// Forgets what was learned since the mark.
    void back() {
        int rank = marked[0].length;
        for (int i = 0; i < VECTORS; i++) {
            for (int row = 0; row < rank(); row++) {
                vectors[i][rows.pivot(row)] = row < rank ? marked[i][row] : whenFree.get(row)[i];
            }
        }
        whenFree.subList(rank, rank()).clear();
        spares.back();
        rows.truncate(rank);
    }
}
