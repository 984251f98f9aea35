package io.poseidon.workbench.policy.span;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Three random vectors of the space on which all known sums vanish, kept up to date. With N a basis of that space, a
/// cell is determined exactly where its row of N is zero, and two cells are bound together where their rows are
/// proportional; three random vectors show both, but for accidents of probability p⁻² a pair.
///
/// For the rows A known so far and a random diagonal D, the inverse of A·D·Aᵀ is Kᵀ·S⁻¹·K with K lower triangular. A
/// new row q has w = (A·D·Aᵀ)⁻¹·A·D·q; u = D·(q − Aᵀ·w) vanishes on all known rows and s = q·u is zero just where q is
/// known already; the vectors lose their part along u, and K's new row is (−w, 1). A row costs r²/2 pairs of products
/// and about n·r/8 look-ups for r rows and n cells. One thread.
final class NullSpace {

    /// How a row was taken.
    enum Learned {
        NEW,
        KNOWN,
        /// The random numbers drawn do not serve this history: draw others.
        UNLUCKY
    }

    private static final int VECTORS = 3;

    private final SecretField field;
    private final int cells;
    private final long[] weights;
    private final double[][] vectors;
    private final KnownRows rows;
    private final List<double[]> factors = new ArrayList<>();
    private final List<Double> inverseNorms = new ArrayList<>();

    /// `settled` cells are known by themselves and stay out of everything.
    NullSpace(SecretField field, int cells, BitSet settled, SecureRandom random) {
        this.field = field;
        this.cells = cells;
        this.rows = new KnownRows(field, cells);
        this.weights = field.random(random, cells);
        this.vectors = new double[VECTORS][];
        for (int i = 0; i < VECTORS; i++) {
            vectors[i] =
                    Arrays.stream(field.random(random, cells)).asDoubleStream().toArray();
        }
        settled.stream().forEach(cell -> {
            weights[cell] = 0;
            for (var vector : vectors) {
                vector[cell] = 0;
            }
        });
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

    boolean isDetermined(int cell) {
        return vectors[0][cell] == 0 && vectors[1][cell] == 0 && vectors[2][cell] == 0;
    }

    Learned learn(BitSet set) {
        var row = set.stream().toArray();
        var shared = rows.shared(weights, row);
        var combination = combination(shared);
        double norm = field.reduce(own(row) - field.dot(shared, combination, shared.length));
        if (norm == 0) {
            return vanishesOn(row) ? Learned.KNOWN : Learned.UNLUCKY;
        }
        double inverse = field.inverse(norm);
        if (firstNonZero(shared) == shared.length) {
            moveWithin(row, inverse);
        } else {
            moveAlong(direction(row, combination), row, inverse);
        }
        rows.add(row);
        factors.add(withOne(combination));
        inverseNorms.add(inverse);
        return Learned.NEW;
    }

    /// Kᵀ·S⁻¹·K·b in one pass over K.
    private double[] combination(double[] shared) {
        var combination = new double[shared.length];
        int first = firstNonZero(shared);
        for (int i = first; i < factors.size(); i++) {
            var factor = factors.get(i);
            double part = field.dot(factor, shared, i + 1);
            if (part != 0) {
                field.addMultiple(combination, field.times(part, inverseNorms.get(i)), factor, i + 1);
            }
        }
        return combination;
    }

    private static int firstNonZero(double[] values) {
        int at = 0;
        while (at < values.length && values[at] == 0) {
            at++;
        }
        return at;
    }

    private double own(int[] row) {
        long sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum = kept(sum + weights[row[i]], i);
        }
        return field.reduce(sum);
    }

    private double over(double[] vector, int[] row) {
        long sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum = kept(sum + (long) vector[row[i]], i);
        }
        return field.reduce(sum);
    }

    /// Small enough for the next terms.
    private long kept(long sum, int index) {
        return index % KnownRows.MOST == KnownRows.MOST - 1 ? (long) field.reduce(sum) : sum;
    }

    private boolean vanishesOn(int[] row) {
        for (var vector : vectors) {
            if (over(vector, row) != 0) {
                return false;
            }
        }
        return true;
    }

    private double[] direction(int[] row, double[] combination) {
        var direction = rows.spread(combination);
        for (int cell = 0; cell < cells; cell++) {
            direction[cell] = -direction[cell];
        }
        for (int cell : row) {
            direction[cell] = field.reduce(direction[cell] + 1);
        }
        for (int cell = 0; cell < cells; cell++) {
            direction[cell] = field.times(direction[cell], weights[cell]);
        }
        return direction;
    }

    private void moveAlong(double[] direction, int[] row, double inverse) {
        for (var vector : vectors) {
            field.addMultiple(vector, field.times(-over(vector, row), inverse), direction, cells);
        }
    }

    /// The same for a row that stands apart from all others: its direction is its own weights.
    private void moveWithin(int[] row, double inverse) {
        for (var vector : vectors) {
            double factor = field.times(-over(vector, row), inverse);
            for (int cell : row) {
                vector[cell] = field.reduce(vector[cell] + field.times(factor, weights[cell]));
            }
        }
    }

    private static double[] withOne(double[] combination) {
        var factor = new double[combination.length + 1];
        for (int i = 0; i < combination.length; i++) {
            factor[i] = -combination[i];
        }
        factor[combination.length] = 1;
        return factor;
    }

    /// What there is now, to come back to.
    Mark mark() {
        var copies = new double[VECTORS][];
        for (int i = 0; i < VECTORS; i++) {
            copies[i] = vectors[i].clone();
        }
        return new Mark(rank(), copies);
    }

    /// Forgets what was learned since.
    void back(Mark mark) {
        rows.truncate(mark.rank);
        factors.subList(mark.rank, factors.size()).clear();
        inverseNorms.subList(mark.rank, inverseNorms.size()).clear();
        for (int i = 0; i < VECTORS; i++) {
            System.arraycopy(mark.vectors[i], 0, vectors[i], 0, cells);
        }
    }

    /// A state of a null space.
    static final class Mark {

        private final int rank;
        private final double[][] vectors;

        private Mark(int rank, double[][] vectors) {
            this.rank = rank;
            this.vectors = vectors;
        }

        int rank() {
            return rank;
        }
    }
}
