package io.poseidon.workbench.policy.span;

import java.util.Arrays;

/// Looks for a cell that follows from what is known although it was never released by itself, and for two cells of
/// which one gives away the other: those whose three random numbers stand in the same proportion.
final class Openings {

    private static final int NONE = -1;
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    private final NullSpace space;
    private final SpanAudit.Shown shown;
    private final int[] cells;
    private int count;

    private Openings(NullSpace space, SpanAudit.Shown shown) {
        this.space = space;
        this.shown = shown;
        this.cells = new int[space.vector(0).length];
    }

    static Verdict look(NullSpace space, SpanAudit.Shown shown) {
        var openings = new Openings(space, shown);
        var single = openings.determined();
        return single == Verdict.SAFE ? openings.bound() : single;
    }

    /// Keeps the cells that are not determined, for [#bound].
    private Verdict determined() {
        var first = space.vector(0);
        for (int cell = 0; cell < first.length; cell++) {
            if (first[cell] != 0) {
                cells[count++] = cell;
            } else if (space.vector(1)[cell] != 0 || space.vector(2)[cell] != 0) {
                return Verdict.UNLUCKY;
            } else if (!shown.cell(cell)) {
                return Verdict.REFUSED;
            }
        }
        return Verdict.SAFE;
    }

    private Verdict bound() {
        var ratios = ratios();
        int mask = Math.max(2, Integer.highestOneBit(count) << 2) - 1;
        var slots = new int[mask + 1];
        Arrays.fill(slots, NONE);
        var bound = new int[count];
        for (int i = 0; i < count; i++) {
            int slot = (int) (ratios[i] * MIXER >>> Integer.SIZE) & mask;
            while (slots[slot] != NONE && !isProportional(slots[slot], i, ratios)) {
                slot = (slot + 1) & mask;
            }
            for (int other = slots[slot]; other != NONE; other = bound[other]) {
                if (!shown.pair(cells[other], cells[i])) {
                    return Verdict.REFUSED;
                }
            }
            bound[i] = slots[slot];
            slots[slot] = i;
        }
        return Verdict.SAFE;
    }

    /// The second over the first of each cell.
    private long[] ratios() {
        var field = space.field();
        var first = new double[count];
        for (int i = 0; i < count; i++) {
            first[i] = space.vector(0)[cells[i]];
        }
        var inverses = field.inverses(first);
        var ratios = new long[count];
        for (int i = 0; i < count; i++) {
            ratios[i] = field.canonical(field.times(space.vector(1)[cells[i]], inverses[i]));
        }
        return ratios;
    }

    /// Equal ratios of the first two are an accident once in 2^50 pairs; the third vector tells.
    private boolean isProportional(int one, int other, long[] ratios) {
        if (ratios[one] != ratios[other]) {
            return false;
        }
        var field = space.field();
        var first = space.vector(0);
        var third = space.vector(2);
        double left = field.times(first[cells[one]], third[cells[other]]);
        double right = field.times(first[cells[other]], third[cells[one]]);
        return field.canonical(left) == field.canonical(right);
    }
}
