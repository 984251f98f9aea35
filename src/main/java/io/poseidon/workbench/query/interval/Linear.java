package io.poseidon.workbench.query.interval;

import java.util.LinkedHashMap;
import java.util.Map;

/// A sum of noisy quantities with constant factors, and a constant.
record Linear(Map<Atom, Double> parts, double constant) {

    Linear {
        parts = Map.copyOf(parts);
    }

    static Linear of(Atom atom) {
        return new Linear(Map.of(atom, 1.0), 0);
    }

    static Linear constant(double value) {
        return new Linear(Map.of(), value);
    }

    boolean isConstant() {
        return parts.isEmpty();
    }

    Linear plus(Linear other) {
        var sum = new LinkedHashMap<>(parts);
        other.parts.forEach((atom, factor) -> sum.merge(atom, factor, Double::sum));
        return new Linear(sum, constant + other.constant);
    }

    Linear times(double factor) {
        var scaled = new LinkedHashMap<Atom, Double>();
        parts.forEach((atom, value) -> scaled.put(atom, value * factor));
        return new Linear(scaled, constant * factor);
    }
}
