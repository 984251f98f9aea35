package io.poseidon.workbench.pricing.revenue;

import io.poseidon.workbench.pricing.Grid;
import io.poseidon.workbench.pricing.Remainders;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The most that arbitrage-free prices can earn. For a set S of versions that shall sell, the greatest feasible curve
/// is best: the cheapest covers of every precision by the values of S. All sets are tried, so at most 14 versions.
public final class ExactOptimum {

    /// Beyond this many versions only the relaxed optimum is computed.
    public static final int MOST_VERSIONS = 14;

    private static final long MOST_WORK = 60_000_000;

    private final Demand demand;
    private final Remainders remainders;
    private final Grid values;
    private final List<BigInteger> masses;
    private final BitSet selling = new BitSet();
    private BigInteger[] bestCosts;
    private BigInteger bestRevenue = BigInteger.ONE.negate();

    private ExactOptimum(Demand demand, Remainders remainders) {
        this.demand = demand;
        this.remainders = remainders;
        this.values =
                Grid.of(demand.segments().stream().map(Demand.Segment::value).toList());
        this.masses = Grid.of(
                        demand.segments().stream().map(Demand.Segment::mass).toList())
                .multiples();
        this.bestCosts = nothingForSale();
    }

    /// Empty when there are too many versions or their precisions have no common grid within reach.
    public static Optional<PriceList> of(Demand demand) {
        if (demand.size() > MOST_VERSIONS) {
            return Optional.empty();
        }
        return Remainders.of(demand.precisions(), demand.precisions())
                .filter(table -> ((long) table.count() << demand.size()) <= MOST_WORK)
                .map(table -> new ExactOptimum(demand, table).search());
    }

    private PriceList search() {
        tryAll(demand.size() - 1, nothingForSale());
        var prices = IntStream.range(0, demand.size())
                .mapToObj(i -> values.value(bestCosts[remainders.target(i)]))
                .toList();
        return PriceList.of(demand, prices);
    }

    /// No precision but none at all can be bought: dearer than any cover could be.
    private BigInteger[] nothingForSale() {
        var dearest = values.multiples().stream().reduce(BigInteger.ONE, BigInteger::max);
        var costs = new BigInteger[remainders.count()];
        Arrays.fill(costs, dearest.shiftLeft(64));
        costs[0] = BigInteger.ZERO;
        return costs;
    }

    private void tryAll(int version, BigInteger[] costs) {
        if (version < 0) {
            keepIfBest(costs);
            return;
        }
        tryAll(version - 1, costs);
        selling.set(version);
        tryAll(version - 1, withVersion(version, costs));
        selling.clear(version);
    }

    /// Cheapest covers once this version may be bought too, any number of times.
    private BigInteger[] withVersion(int version, BigInteger... costs) {
        var value = values.multiples().get(version);
        var more = costs.clone();
        for (int state = 1; state < more.length; state++) {
            more[state] = more[state].min(value.add(more[remainders.after(version, state)]));
        }
        return more;
    }

    private void keepIfBest(BigInteger... costs) {
        if (selling.isEmpty()) {
            return;
        }
        var revenue = selling.stream()
                .mapToObj(i -> masses.get(i).multiply(costs[remainders.target(i)]))
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (revenue.compareTo(bestRevenue) > 0) {
            bestRevenue = revenue;
            bestCosts = costs;
        }
    }
}
