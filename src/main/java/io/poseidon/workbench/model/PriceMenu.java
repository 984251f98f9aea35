package io.poseidon.workbench.model;

import java.util.List;

/// The versions of one edition on offer, from the least to the most precise.
public record PriceMenu(List<Item> items) {

    /// One version: `rho` is its zero-concentrated privacy loss, to which its precision 1/σ² is proportional.
    public record Item(String version, Rational rho, Money price) {}

    public PriceMenu {
        items = List.copyOf(items);
    }
}
