package io.poseidon.workbench.pricing;

/// What the exact test found.
public sealed interface Certificate {

    /// No multiset of offers undercuts an offer.
    record Free() implements Certificate {}

    /// One does; of several, the one that saves most.
    record Arbitrage(ShoppingList list) implements Certificate {}
}
