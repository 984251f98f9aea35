package io.poseidon.workbench.sealing.spec;

import io.poseidon.workbench.model.Bounds;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.model.Role;
import java.math.BigInteger;
import java.util.Optional;

/// One number per cell. Each contributor's total in a cell is clamped to `bounds` and rounded to whole `step`s (half to
/// even); cells, noise and sensitivity are then counted in steps, in whole numbers.
public record Measure(
        String name, Role role, Optional<String> column, Bounds bounds, Rational step, Optional<String> unit) {

    public Measure {
        if (step.signum() <= 0
                || !bounds.min().over(step).isInteger()
                || !bounds.max().over(step).isInteger()) {
            throw new IllegalArgumentException("bounds must be whole steps");
        }
    }

    /// Rows counted, at most `most` per contributor and cell.
    static Measure rows(String name, long most) {
        return new Measure(name, Role.COUNT, Optional.empty(), upTo(most), Rational.ONE, Optional.empty());
    }

    private static Bounds upTo(long most) {
        return new Bounds(Rational.ZERO, Rational.of(most));
    }

    /// The lower bound in steps.
    public long least() {
        return inSteps(bounds.min());
    }

    /// The upper bound in steps.
    public long most() {
        return inSteps(bounds.max());
    }

    /// Bounds in steps, for sensitivities.
    public Bounds boundsInSteps() {
        return new Bounds(Rational.of(least()), Rational.of(most()));
    }

    /// Decimals that a value of this measure can have.
    public int decimals() {
        int digits = 0;
        for (var power = step.denominator(); !power.equals(BigInteger.ONE); digits++) {
            power = step.times(new Rational(BigInteger.TEN.pow(digits + 1), BigInteger.ONE))
                    .denominator();
        }
        return digits;
    }

    private long inSteps(Rational bound) {
        return bound.over(step).numerator().longValueExact();
    }
}
