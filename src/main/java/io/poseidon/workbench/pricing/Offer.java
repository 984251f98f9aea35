package io.poseidon.workbench.pricing;

import io.poseidon.workbench.model.Rational;

/// One version for sale: its precision 1/σ² (positive, on the additive axis) and its price (not negative), both exact.
public record Offer(Rational precision, Rational price) {

    public Offer {
        if (precision.signum() <= 0) {
            throw new IllegalArgumentException("precision must be positive");
        }
        if (price.signum() < 0) {
            throw new IllegalArgumentException("price must not be negative");
        }
    }

    public Rational unitPrice() {
        return price.over(precision);
    }
}
