package io.poseidon.workbench.pricing;

import io.poseidon.workbench.model.Rational;
import java.util.ArrayList;
import java.util.List;

/// The greatest prices at or below those asked that leave no arbitrage, in the menu's order. Exact repair is never
/// below relaxed repair, and never more than twice it.
public final class Repair {

    private Repair() {}

    /// The greatest monotone subadditive prices: every offer at the cost of its cheapest cover.
    public static List<Rational> exact(Menu menu) {
        var covers = CheapestCovers.of(menu.ascending(), menu.precisions());
        var prices = new ArrayList<Rational>();
        for (int i = 0; i < menu.offers().size(); i++) {
            prices.add(covers.cheapest(i).cost());
        }
        return List.copyOf(prices);
    }

    /// The greatest prices that pass the relaxed test: zⱼ = minᵢ Pᵢ·max(1, aⱼ/aᵢ).
    public static List<Rational> relaxed(Menu menu) {
        return menu.precisions().stream()
                .map(precision -> below(menu.offers(), precision))
                .toList();
    }

    /// The greatest relaxed curve below all offers, read at one precision.
    public static Rational below(List<Offer> offers, Rational precision) {
        return offers.stream()
                .map(offer ->
                        offer.price().times(precision.over(offer.precision()).max(Rational.ONE)))
                .reduce(Rational::min)
                .orElseThrow();
    }

    /// The menu with other prices, in its order.
    public static Menu repriced(Menu menu, List<Rational> prices) {
        var offers = new ArrayList<Offer>();
        for (int i = 0; i < prices.size(); i++) {
            offers.add(new Offer(menu.offers().get(i).precision(), prices.get(i)));
        }
        return new Menu(offers);
    }
}
