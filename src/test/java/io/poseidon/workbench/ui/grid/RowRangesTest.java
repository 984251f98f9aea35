package io.poseidon.workbench.ui.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RowRangesTest {

    @Test
    void choosingTenMillionRowsIsOneRange() {
        var all = RowRanges.all(10_000_000);
        assertEquals(10_000_000, all.count());
        assertEquals(List.of(new RowRanges.Range(0, 9_999_999)), all.ranges());
    }

    @Test
    void leavingOneOutSplitsTheRange() {
        var ranges = RowRanges.all(10).toggled(4).ranges();
        assertEquals(List.of(new RowRanges.Range(0, 3), new RowRanges.Range(5, 9)), ranges);
    }

    @Test
    void neighboursJoin() {
        var ranges = RowRanges.NONE.toggled(3).toggled(5).toggled(4).ranges();
        assertEquals(List.of(new RowRanges.Range(3, 5)), ranges);
    }

    @Test
    void behavesLikeASetOfRows() {
        long seed = 20260930;
        var random = new Random(seed);
        var ranges = RowRanges.NONE;
        var set = new TreeSet<Long>();
        for (int i = 0; i < 2000; i++) {
            long row = random.nextInt(40);
            ranges = ranges.toggled(row);
            if (!set.remove(row)) {
                set.add(row);
            }
            assertEquals(set.size(), ranges.count(), "seed " + seed);
            for (long other = 0; other < 40; other++) {
                assertEquals(set.contains(other), ranges.contains(other), "seed " + seed + ", row " + other);
            }
        }
        assertFalse(RowRanges.NONE.contains(0));
        assertTrue(RowRanges.of(7, 3).contains(5));
    }
}
