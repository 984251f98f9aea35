package io.poseidon.workbench.pricing.revenue;

import io.poseidon.workbench.model.Rational;
import java.util.List;
import java.util.stream.IntStream;

/// One price a version, in the demand's order, which versions find their buyers, and what that earns.
public record PriceList(List<Rational> prices, List<Integer> served, Rational revenue, Rational affordability) {

    public PriceList {
        prices = List.copyOf(prices);
        served = List.copyOf(served);
    }

    /// Revenue and the share of buyers who can pay, for buyers who pay when the price is at most their value.
    static PriceList of(Demand demand, List<Rational> prices) {
        var served = IntStream.range(0, demand.size())
                .filter(i -> prices.get(i).compareTo(demand.at(i).value()) <= 0)
                .boxed()
                .toList();
        var revenue = served.stream()
                .map(i -> demand.at(i).mass().times(prices.get(i)))
                .reduce(Rational.ZERO, Rational::plus);
        var mass = served.stream().map(i -> demand.at(i).mass()).reduce(Rational.ZERO, Rational::plus);
        var share = demand.mass().signum() == 0 ? Rational.ZERO : mass.over(demand.mass());
        return new PriceList(prices, served, revenue, share);
    }
}
