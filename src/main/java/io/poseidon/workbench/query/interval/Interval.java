package io.poseidon.workbench.query.interval;

/// What is known about one value of a result.
public sealed interface Interval {

    /// No noise is in it: a dimension, a count of cells, a constant.
    record Exact() implements Interval {}

    /// Covers the value without noise with at least 95 % probability.
    record Between(double low, double high) implements Interval {}

    record Unknown(Reason reason) implements Interval {}

    /// Why a value has no interval.
    enum Reason {
        /// The denominator of a ratio cannot be told from zero: roll up.
        NOISE_DOMINATES,
        /// A function of noisy values for which no sound interval is known here.
        FUNCTION,
        /// The shape of the question: joins, derived tables, set operations, DISTINCT.
        SHAPE,
        /// The cells were chosen by their noisy values.
        SELECTED,
        /// Groups are made of noisy values.
        GROUPED,
        /// The value is NULL.
        NULL
    }

    Interval EXACT = new Exact();
}
