package io.poseidon.workbench.query.rows.snapshot;

import io.poseidon.workbench.query.rows.question.Steps;

/// Where a person's total in one declared cell is cut when the rows are prepared: far beyond what counts, and such that
/// it is a long, and where the declared bounds allow also the total over all cells.
final class CellTotals {

    private static final long MOST_TOGETHER = 1L << 62;
    private static final long MOST = 1L << 52;

    private CellTotals() {}

    static long most(Steps steps, int cells) {
        return Math.max(steps.largest(), mostThatAddUp(cells));
    }

    static boolean addUp(Steps steps, int cells) {
        return steps.largest() <= mostThatAddUp(cells);
    }

    private static long mostThatAddUp(int cells) {
        return Math.min(MOST, MOST_TOGETHER / Math.max(1, cells));
    }
}
