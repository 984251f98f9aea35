package io.poseidon.workbench.policy.span;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// Sets of cells behave as bits do.
public final class CellSetTest {

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    private BitSet bits() {
        var bits = new BitSet();
        double density = random.nextDouble();
        for (int cell = 0; cell < 200; cell++) {
            bits.set(cell, random.nextDouble() < density);
        }
        return bits;
    }

    @RepeatedTest(20)
    void holdsTheCellsOfTheBits() {
        var bits = bits();
        var set = CellSet.of(bits);
        assertEquals(bits, set.toBits(), "seed " + seed);
        assertEquals(bits.cardinality(), set.size(), "seed " + seed);
        assertEquals(bits.isEmpty(), set.isEmpty(), "seed " + seed);
        assertEquals(CellSet.rising(set.stream().toArray(), set.size()), set, "seed " + seed);
        assertEquals(CellSet.rising(set.stream().toArray(), set.size()).hashCode(), set.hashCode(), "seed " + seed);
    }

    @RepeatedTest(20)
    void aPartIsTheBitsBetween() {
        var bits = bits();
        int from = random.nextInt(200);
        int to = from + random.nextInt(80);
        assertEquals(bits.get(from, to), CellSet.of(bits).part(from, to), "seed " + seed);
    }

    @RepeatedTest(20)
    void holdsASetWhereNothingOfItIsLeft() {
        var whole = bits();
        var some = (BitSet) whole.clone();
        some.and(bits());
        var other = bits();
        var left = (BitSet) other.clone();
        left.andNot(whole);
        assertEquals(true, CellSet.of(whole).holds(CellSet.of(some)), "seed " + seed);
        assertEquals(left.isEmpty(), CellSet.of(whole).holds(CellSet.of(other)), "seed " + seed);
    }

    @Test
    void theArrayItWasMadeOfIsNotKept() {
        var cells = new int[] {1, 5, 9};
        var set = CellSet.rising(cells, 2);
        cells[0] = 4;
        assertEquals(CellSet.rising(new int[] {1, 5}, 2), set);
        assertNotEquals(CellSet.rising(cells, 2), set);
    }
}
