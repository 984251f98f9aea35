package io.poseidon.workbench.query.theatre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTest {

    /// By summing the law itself: the advantage against one number of discrete noise that costs ρ is what it differs by
    /// from itself moved by k, where ρ = k²/2σ².
    @ParameterizedTest
    @CsvSource({"1,2", "1,5", "2,2", "3,2.5", "5,2", "8,3", "10,2", "20,4"})
    void theBoundByRhoCoversTheBestAttackOnDiscreteNoise(int moved, double sigma) {
        double whole = 0;
        double differs = 0;
        for (int x = -400; x <= 400; x++) {
            double here = Math.exp(-x * (double) x / (2 * sigma * sigma));
            double there = Math.exp(-(x - moved) * (double) (x - moved) / (2 * sigma * sigma));
            whole += here;
            differs += Math.abs(here - there) / 2;
        }
        double best = differs / whole;
        double rho = moved * moved / (2 * sigma * sigma);
        var promise = Promise.of(rho, Rational.parse("1e-9"));
        assertTrue(best <= promise.byRho() && promise.byRho() < 1, rho + " " + promise + " " + best);
        assertTrue(promise.byRho() <= Math.sqrt(rho / 2) + 1e-11, "below Pinsker");
        assertEquals(Math.min(promise.byRho(), promise.byEpsilon()), promise.atMost());
    }

    @Test
    void aBoundIsBrokenOnlyBeyondLuck() {
        assertFalse(Advantage.of(60, 96).exceeds(0.1));
        assertTrue(Advantage.of(96, 96).exceeds(0.5));
        assertTrue(Advantage.of(24, 24).exceeds(0.1));
        assertFalse(Advantage.of(0, 24).exceeds(0));
    }
}
