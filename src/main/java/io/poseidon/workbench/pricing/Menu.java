package io.poseidon.workbench.pricing;

import io.poseidon.workbench.model.Rational;
import java.util.Comparator;
import java.util.List;

/// The offers of one edition in the order given; at least one.
public record Menu(List<Offer> offers) {

    public Menu {
        if (offers.isEmpty()) {
            throw new IllegalArgumentException("a menu has at least one offer");
        }
        offers = List.copyOf(offers);
    }

    /// By precision, then price: the order in which curves are drawn and ties are decided.
    public List<Offer> ascending() {
        return offers.stream()
                .sorted(Comparator.comparing(Offer::precision).thenComparing(Offer::price))
                .toList();
    }

    public List<Rational> precisions() {
        return offers.stream().map(Offer::precision).toList();
    }
}
