package io.poseidon.workbench.privacy.account;

import io.poseidon.workbench.model.Bounds;
import io.poseidon.workbench.model.Rational;

/// Squared L2 sensitivities, exact: how far one contributor can move a vector of cells.
public final class Sensitivity {

    private Sensitivity() {}

    /// One contributor added or removed, total per cell within `bounds`, at most `cells` cells: max(lo², hi²)·L.
    /// A contributor who stands in no cell contributes zero, so a range that excludes zero is no smaller for it.
    public static Rational squared(Bounds bounds, long cells) {
        return largestSquare(bounds).times(positive(cells));
    }

    /// One contributor replaced by another: max(2·max(lo², hi²), (hi − lo)²)·L, the two standing in different cells or
    /// in the same ones.
    public static Rational squaredUnderReplacement(Bounds bounds, long cells) {
        var range = bounds.max().minus(bounds.min());
        var apart = largestSquare(bounds).times(Rational.of(2));
        return apart.max(range.times(range)).times(positive(cells));
    }

    private static Rational largestSquare(Bounds bounds) {
        return bounds.min().times(bounds.min()).max(bounds.max().times(bounds.max()));
    }

    private static Rational positive(long cells) {
        if (cells < 1) {
            throw new IllegalArgumentException("a contributor stands in at least one cell");
        }
        return Rational.of(cells);
    }
}
