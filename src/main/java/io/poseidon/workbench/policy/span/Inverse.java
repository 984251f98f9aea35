package io.poseidon.workbench.policy.span;

import java.util.ArrayList;
import java.util.List;

/// The inverse of a square matrix of zeros and ones that grows by a row and a column at a time, as N·K: K lower
/// triangular with ones on its diagonal and held by rows, N upper triangular and held by columns.
///
/// A border of a row q, a column a and a corner e leaves the Schur complement s = e − (q·N)·(K·a); where it is not zero
/// K gets the row (−q·N·K, 1) and N the column (−N·K·a, 1)/s. The row of K is worked out when the next column is asked
/// for: one pass over both triangles, which is more than a processor keeps close by, then serves many rows and columns.
/// Each costs r²/2 products and, as its entries are zeros and ones, r²/2 additions for size r.
final class Inverse {

    private final SecretField field;
    private final List<double[]> lower = new ArrayList<>();
    private final List<double[]> upper = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();

    Inverse(SecretField field) {
        this.field = field;
    }

    /// The product of zeros and ones with the inverse, line by line.
    private static final class Sum {

        private final double[] ones;
        private final double[] sum;
        private final int first;

        Sum(double[] ones) {
            this.ones = ones;
            this.sum = new double[ones.length];
            int at = 0;
            while (at < ones.length && ones[at] == 0) {
                at++;
            }
            this.first = at;
        }

        /// Adds one triangle's line as often as the ones meet the other's.
        void add(SecretField field, int line, double[] met, double[] added) {
            if (line >= first && line < ones.length) {
                double times = field.sum(ones, met, line + 1);
                if (times != 0) {
                    field.addMultiple(sum, times, added, line + 1);
                }
            }
        }
    }

    /// The products of the inverse with columns of zeros and ones.
    List<double[]> timesColumns(List<double[]> columns) {
        int known = lower.size();
        var late = rows.stream().map(Sum::new).toList();
        var right = columns.stream().map(Sum::new).toList();
        for (int line = 0; line < upper.size(); line++) {
            if (line == lower.size()) {
                lower.add(negativeAndOne(late.get(line - known).sum));
            }
            for (int i = Math.max(0, line + 1 - known); i < late.size(); i++) {
                late.get(i).add(field, line, upper.get(line), lower.get(line));
            }
            for (var sum : right) {
                sum.add(field, line, lower.get(line), upper.get(line));
            }
        }
        rows.clear();
        return right.stream().map(sum -> sum.sum).toList();
    }

    /// The product of a row of zeros and ones with the inverse.
    double[] rowTimes(double[] ones) {
        timesColumns(List.of());
        var left = new Sum(ones);
        for (int line = 0; line < upper.size(); line++) {
            left.add(field, line, upper.get(line), lower.get(line));
        }
        return left.sum;
    }

    private double[] negativeAndOne(double[] left) {
        var line = new double[left.length + 1];
        field.addMultiple(line, -1, left, left.length);
        line[left.length] = 1;
        return line;
    }

    /// By a row of zeros and ones, and a column and a corner that leave some s: as (−N·K·a, 1)/s.
    void grow(double[] row, double[] columnAndOne) {
        rows.add(row);
        upper.add(columnAndOne);
    }

    void truncate(int size) {
        int pending = size - lower.size();
        rows.subList(Math.max(0, pending), rows.size()).clear();
        lower.subList(Math.min(size, lower.size()), lower.size()).clear();
        upper.subList(size, upper.size()).clear();
    }
}
