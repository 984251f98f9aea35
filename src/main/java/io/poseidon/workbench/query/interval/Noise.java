package io.poseidon.workbench.query.interval;

import io.poseidon.workbench.query.interval.Interval.Reason;

/// How noise comes into one expression. `sql` computes the value itself.
sealed interface Noise {

    /// None does, but the value differs from row to row.
    record None() implements Noise {}

    record Sum(Linear value, String sql) implements Noise {
        boolean isConstant() {
            return value.isConstant();
        }
    }

    record Ratio(Sum numerator, Sum denominator) implements Noise {}

    /// Largest, smallest or middle value of a group: moves with its cells, by no more than the furthest of them.
    record Extreme(Atom cells) implements Noise {}

    /// Known with the value: where its interval stands in what is beside the result.
    record Told(String low, String high) implements Noise {}

    record Unknown(Reason reason) implements Noise {}

    Noise NONE = new None();
    Noise FUNCTION = new Unknown(Reason.FUNCTION);
}
