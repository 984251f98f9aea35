package io.poseidon.workbench.pricing.scenario;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.Certificate;
import io.poseidon.workbench.pricing.ExactTest;
import io.poseidon.workbench.pricing.RelaxedTest;
import io.poseidon.workbench.pricing.Releases;
import io.poseidon.workbench.pricing.Repair;
import io.poseidon.workbench.pricing.ShoppingList;
import java.util.List;
import java.util.Optional;

/// The three verdicts on a scenario's prices, never merged into one, and what repairs would make of them.
public record Assessment(
        Releases releases,
        List<Rational> prices,
        Certificate independent,
        Certificate nested,
        RelaxedTest relaxed,
        boolean pairsAreEnough,
        Repaired repaired) {

    /// The greatest prices at or below those asked.
    public record Repaired(List<Rational> exact, List<Rational> relaxed) {
        public Repaired {
            exact = List.copyOf(exact);
            relaxed = List.copyOf(relaxed);
        }
    }

    public Assessment {
        prices = List.copyOf(prices);
    }

    public static Assessment of(Terms terms, Scenario scenario) {
        var prices = scenario.prices(terms);
        var menu = terms.menu(prices);
        return new Assessment(
                scenario.releases(),
                prices,
                ExactTest.check(menu),
                ExactTest.checkNested(menu),
                RelaxedTest.check(menu),
                !RelaxedTest.noPairUndercuts(menu),
                new Repaired(Repair.exact(menu), Repair.relaxed(menu)));
    }

    /// How to buy a version for less, under the releases assumed.
    public Optional<ShoppingList> shoppingList() {
        return switch (decisive()) {
            case Certificate.Free _ -> Optional.empty();
            case Certificate.Arbitrage(var list) -> Optional.of(list);
        };
    }

    public boolean isFree() {
        return decisive() instanceof Certificate.Free;
    }

    private Certificate decisive() {
        return switch (releases) {
            case INDEPENDENT -> independent;
            case NESTED -> nested;
        };
    }
}
