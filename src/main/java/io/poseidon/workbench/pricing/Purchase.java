package io.poseidon.workbench.pricing;

import io.poseidon.workbench.model.Rational;

/// The same offer bought `count` times.
public record Purchase(Offer offer, long count) {

    public Rational cost() {
        return offer.price().times(Rational.of(count));
    }
}
