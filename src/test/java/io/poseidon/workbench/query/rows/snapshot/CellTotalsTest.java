package io.poseidon.workbench.query.rows.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Bounds;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.query.rows.question.Steps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CellTotalsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 28_560, 1_000_000})
    void totalsThatAreSaidToAddUpFitALongOverAllCells(int cells) {
        var usual = Steps.of(new Bounds(Rational.ZERO, Rational.of(2_000_000)));
        assertTrue(CellTotals.addUp(usual, cells));
        assertTrue(CellTotals.most(usual, cells) >= usual.largest());
        assertTrue(Math.multiplyHigh(CellTotals.most(usual, cells), cells) == 0);
        assertTrue(CellTotals.most(usual, cells) * cells > 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 53, 1L << 60})
    void aVeryWideBoundIsKeptAndSaidNotToAddUp(long bound) {
        var wide = Steps.of(new Bounds(Rational.of(-bound), Rational.of(bound)));
        assertFalse(CellTotals.addUp(wide, 1_000));
        assertEquals(bound, CellTotals.most(wide, 1_000));
    }
}
