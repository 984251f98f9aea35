package io.poseidon.workbench.model;

/// A closed interval of exact numbers: what one contributor's total is clamped to.
public record Bounds(Rational min, Rational max) {
    public Bounds {
        if (min.compareTo(max) > 0) {
            throw new IllegalArgumentException("min is over max");
        }
    }
}
