package io.poseidon.workbench.query.interval;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;

/// The quantiles that the intervals of one result need, worked out once each: they are the same for most rows. Any
/// thread.
final class Quantiles {

    /// Beyond these they are worked out every time.
    private static final int MOST = 1_024;

    private final Map<Double, Double> continuous = new ConcurrentHashMap<>();
    private final Map<Double, Double> discrete = new ConcurrentHashMap<>();

    /// See [Reach#among].
    double quantile(double m) {
        return kept(continuous, m, Reach::among);
    }

    /// See [Reach#discrete].
    double discrete(double sigma) {
        return kept(discrete, sigma, Reach::discrete);
    }

    private static double kept(Map<Double, Double> known, double of, DoubleUnaryOperator law) {
        var found = known.get(of);
        if (found != null) {
            return found;
        }
        double value = law.applyAsDouble(of);
        if (known.size() < MOST) {
            known.put(of, value);
        }
        return value;
    }
}
