package io.poseidon.workbench.pricing;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The cheapest multiset of offers that reaches each of some precisions: C(x) = min{Σ kᵢPᵢ : Σ kᵢaᵢ ≥ x}, the
/// greatest monotone subadditive function below the offers (subadditive interpolation; Chen, Koutris and Kumar 2019).
/// Exact, by covering knapsack over the reachable remainders. Of equally cheap covers, the one that uses the offers
/// named first.
public final class CheapestCovers {

    private final List<Offer> offers;
    private final Remainders remainders;
    private final BigInteger[] best;
    private final int[] choice;

    private CheapestCovers(List<Offer> offers, Remainders remainders) {
        this.offers = offers;
        this.remainders = remainders;
        this.best = new BigInteger[remainders.count()];
        this.choice = new int[remainders.count()];
        fill(Grid.of(offers.stream().map(Offer::price).toList()).multiples());
    }

    /// Refuses with a problem when the table would be out of reach.
    public static CheapestCovers of(List<Offer> offers, List<Rational> targets) {
        return within(offers, targets)
                .orElseThrow(() -> Problem.of(
                        Problem.Kind.INPUT, CheapestCovers.class, "pricing-limit", offers.size(), targets.size()));
    }

    /// Empty when the table would be out of reach.
    static Optional<CheapestCovers> within(List<Offer> offers, List<Rational> targets) {
        var sizes = offers.stream().map(Offer::precision).toList();
        return Remainders.of(sizes, targets).map(table -> new CheapestCovers(List.copyOf(offers), table));
    }

    /// The cheapest cover of the target with this index.
    public Cover cheapest(int target) {
        long[] counts = new long[offers.size()];
        for (int state = remainders.target(target); state > 0; state = remainders.after(choice[state], state)) {
            counts[choice[state]]++;
        }
        var purchases = new ArrayList<Purchase>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                purchases.add(new Purchase(offers.get(i), counts[i]));
            }
        }
        return Cover.of(purchases);
    }

    private void fill(List<BigInteger> prices) {
        best[0] = BigInteger.ZERO;
        for (int state = 1; state < best.length; state++) {
            var cheapest = prices.getFirst().add(best[remainders.after(0, state)]);
            for (int i = 1; i < prices.size(); i++) {
                var cost = prices.get(i).add(best[remainders.after(i, state)]);
                if (cost.compareTo(cheapest) < 0) {
                    cheapest = cost;
                    choice[state] = i;
                }
            }
            best[state] = cheapest;
        }
    }
}
