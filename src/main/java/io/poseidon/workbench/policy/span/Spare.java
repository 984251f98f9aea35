package io.poseidon.workbench.policy.span;

/// A vector on which all known sums vanish: one at a free cell of its own, zero at all other free cells, and what it
/// must be at the pivots, in the order of the known rows.
record Spare(int cell, double[] atPivots) {

    /// Its sum over a set.
    double over(boolean holdsCell, double[] onesAtPivots, SecretField field) {
        double sum = field.sum(onesAtPivots, atPivots, atPivots.length);
        return field.reduce(holdsCell ? sum + 1 : sum);
    }

    /// Without its part along one that has the next pivot: as many times it.
    Spare without(Spare used, double times, SecretField field) {
        int rank = atPivots.length;
        var moved = new double[rank + 1];
        System.arraycopy(atPivots, 0, moved, 0, rank);
        field.addMultiple(moved, -times, used.atPivots, rank);
        moved[rank] = -times;
        return new Spare(cell, moved);
    }

    /// Itself with its own cell as the last, by a factor.
    double[] times(double factor, SecretField field) {
        int rank = atPivots.length;
        var column = new double[rank + 1];
        field.addMultiple(column, factor, atPivots, rank);
        column[rank] = factor;
        return column;
    }
}
