package io.poseidon.workbench.pricing;

import io.poseidon.workbench.model.Rational;

/// The witness of an arbitrage: purchases that reach what `target` offers for less than `target` costs.
public record ShoppingList(Offer target, Cover cover) {

    public ShoppingList {
        if (cover.cost().compareTo(target.price()) >= 0 || cover.precision().compareTo(target.precision()) < 0) {
            throw new IllegalArgumentException("not cheaper, or not as precise");
        }
    }

    public Rational saving() {
        return target.price().minus(cover.cost());
    }
}
