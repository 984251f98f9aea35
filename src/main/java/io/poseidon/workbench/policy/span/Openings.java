package io.poseidon.workbench.policy.span;

import java.util.Arrays;

/// Looks for a cell that follows from what is known although it was never released by itself, and for two cells of
/// which one gives away the other: those whose three random numbers stand in the same proportion. One of the two at
/// least is a pivot, as the numbers of free cells have nothing to do with each other; so only the pivots are looked at.
final class Openings {

    private final NullSpace space;
    private final SpanAudit.Shown shown;
    private final int[] cells;
    private int count;

    private Openings(NullSpace space, SpanAudit.Shown shown) {
        this.space = space;
        this.shown = shown;
        this.cells = new int[space.rank()];
    }

    static Verdict look(NullSpace space, SpanAudit.Shown shown) {
        var openings = new Openings(space, shown);
        var single = openings.determined();
        return single == Verdict.SAFE ? openings.bound() : single;
    }

    /// Keeps the pivots that are not determined, for [#bound].
    private Verdict determined() {
        for (int row = 0; row < space.rank(); row++) {
            int cell = space.pivot(row);
            if (space.vector(0)[cell] != 0) {
                cells[count++] = cell;
            } else if (!space.isDetermined(cell)) {
                return Verdict.UNLUCKY;
            } else if (!shown.cell(cell)) {
                return Verdict.REFUSED;
            }
        }
        return Verdict.SAFE;
    }

    private Verdict bound() {
        var pivots = new Proportions(space, Arrays.copyOf(cells, count));
        for (int i = 0; i < count; i++) {
            int cell = pivots.cell(i);
            if (space.free().hasTwin(cell, pivots.ratio(i), other -> space.isFree(other) && !shown.pair(other, cell))
                    || pivots.hasTwin(cell, pivots.ratio(i), other -> !shown.pair(other, cell))) {
                return Verdict.REFUSED;
            }
            pivots.add(i);
        }
        return Verdict.SAFE;
    }
}
