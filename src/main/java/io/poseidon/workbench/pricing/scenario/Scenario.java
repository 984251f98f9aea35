package io.poseidon.workbench.pricing.scenario;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.Releases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Changes to the live prices: multipliers that are constant along precision, so that they cannot make an arbitrage,
/// and single prices set by hand, which can. Immutable.
public record Scenario(Rational scarcity, Rational quality, List<Optional<Rational>> byHand, Releases releases) {

    public Scenario {
        byHand = List.copyOf(byHand);
    }

    /// The live menu as it is, judged by the stricter test.
    public static Scenario live(Terms terms) {
        return new Scenario(
                Rational.ONE,
                Rational.ONE,
                terms.versions().stream()
                        .map(version -> Optional.<Rational>empty())
                        .toList(),
                Releases.INDEPENDENT);
    }

    public Scenario withScarcity(Rational multiplier) {
        return new Scenario(multiplier, quality, byHand, releases);
    }

    public Scenario withQuality(Rational multiplier) {
        return new Scenario(scarcity, multiplier, byHand, releases);
    }

    public Scenario withReleases(Releases other) {
        return new Scenario(scarcity, quality, byHand, other);
    }

    public Scenario withPrice(int version, Rational price) {
        var prices = new ArrayList<>(byHand);
        prices.set(version, Optional.of(price));
        return new Scenario(scarcity, quality, prices, releases);
    }

    /// Every price set by hand.
    public Scenario withPrices(List<Rational> prices) {
        return new Scenario(scarcity, quality, prices.stream().map(Optional::of).toList(), releases);
    }

    /// What the multipliers make of a live price.
    public Rational multiplied(Rational live) {
        return live.times(scarcity).times(quality);
    }

    public List<Rational> prices(Terms terms) {
        var live = terms.livePrices();
        var prices = new ArrayList<Rational>();
        for (int i = 0; i < live.size(); i++) {
            int version = i;
            prices.add(byHand.get(i).orElseGet(() -> multiplied(live.get(version))));
        }
        return List.copyOf(prices);
    }
}
