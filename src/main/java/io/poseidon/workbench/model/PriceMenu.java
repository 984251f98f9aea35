package io.poseidon.workbench.model;

import java.util.List;
import java.util.Optional;

/// The versions of one edition on offer, from the least to the most precise.
public record PriceMenu(List<Item> items) {

    /// One version: `rho` is its zero-concentrated privacy loss, to which its precision 1/σ² is proportional; `epsilon`
    /// is what that means at the edition's delta, where the publisher states it.
    public record Item(String version, Rational rho, Money price, Optional<Rational> epsilon) {}

    public PriceMenu {
        items = List.copyOf(items);
    }
}
