package io.poseidon.workbench.query.rows.question;

import io.poseidon.workbench.model.Bounds;
import io.poseidon.workbench.model.Rational;
import java.math.BigDecimal;

/// A measure in whole steps, so that integer noise fits it: one unit where its bounds are wide, otherwise a power of
/// ten that leaves ten thousand steps.
public record Steps(Bounds bounds, int decimals) {

    private static final Rational ENOUGH = Rational.of(10_000);
    private static final int MOST_DECIMALS = 9;

    public static Steps of(Bounds bounds) {
        var largest = bounds.min().times(Rational.of(-1)).max(bounds.max());
        var scaled = largest;
        int decimals = 0;
        while (scaled.compareTo(ENOUGH) < 0 && scaled.signum() > 0 && decimals < MOST_DECIMALS) {
            scaled = scaled.times(Rational.of(10));
            decimals++;
        }
        return new Steps(bounds, largest.compareTo(Rational.of(1_000)) >= 0 ? 0 : decimals);
    }

    public Rational scale() {
        return Rational.of(BigDecimal.TEN.pow(decimals));
    }

    public long low() {
        return bounds.min().times(scale()).floor().longValueExact();
    }

    public long high() {
        return bounds.max().times(scale()).ceiling().longValueExact();
    }

    /// Never zero: a measure that is always zero is no measure, and noise needs a scale.
    public long largest() {
        return Math.max(1, Math.max(Math.abs(low()), Math.abs(high())));
    }

    public double value(long steps) {
        return BigDecimal.valueOf(steps, decimals).doubleValue();
    }
}
