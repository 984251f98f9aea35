package io.poseidon.workbench.sealing.spec;

import io.poseidon.workbench.model.Money;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a buyer gets besides the numbers: purposes, days from the sealing on, and a price for each version.
public record Offer(List<String> purposes, int days, Map<String, Money> prices) {
    public Offer {
        purposes = List.copyOf(purposes);
        prices = Map.copyOf(prices);
    }

    /// The price of a version of the specification.
    public Money price(String version) {
        return Objects.requireNonNull(prices.get(version));
    }
}
