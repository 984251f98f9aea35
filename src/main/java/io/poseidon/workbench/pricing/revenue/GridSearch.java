package io.poseidon.workbench.pricing.revenue;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.Certificate;
import io.poseidon.workbench.pricing.ExactTest;
import io.poseidon.workbench.pricing.Menu;
import io.poseidon.workbench.pricing.Offer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A second opinion on an exact optimum: tries every whole-number price list of a small market. Where precisions and
/// values are whole, so are the prices of some optimum.
public final class GridSearch {

    private static final long MOST_LISTS = 20_000;

    private final Demand demand;
    private final long highest;
    private Rational best = Rational.ZERO;

    private GridSearch(Demand demand, long highest) {
        this.demand = demand;
        this.highest = highest;
    }

    /// The best revenue on the grid; empty where the market is too large for it or not of whole numbers.
    public static Optional<Rational> bestRevenue(Demand demand) {
        var segments = demand.segments();
        boolean whole = segments.stream()
                .allMatch(segment ->
                        segment.precision().isInteger() && segment.value().isInteger());
        if (!whole) {
            return Optional.empty();
        }
        var highest = segments.stream().map(Demand.Segment::value).reduce(Rational.ZERO, Rational::max);
        var lists = highest.numerator().add(BigInteger.ONE).pow(Math.min(segments.size(), 64));
        if (lists.compareTo(BigInteger.valueOf(MOST_LISTS)) > 0) {
            return Optional.empty();
        }
        var search = new GridSearch(demand, highest.numerator().longValueExact());
        search.extend(List.of());
        return Optional.of(search.best);
    }

    private void extend(List<Offer> offers) {
        if (offers.size() == demand.size()) {
            judge(new Menu(offers));
            return;
        }
        for (long price = 0; price <= highest; price++) {
            var more = new ArrayList<>(offers);
            more.add(new Offer(demand.at(offers.size()).precision(), Rational.of(price)));
            extend(more);
        }
    }

    private void judge(Menu menu) {
        var prices = menu.offers().stream().map(Offer::price).toList();
        var revenue = PriceList.of(demand, prices).revenue();
        if (revenue.compareTo(best) > 0 && ExactTest.check(menu) instanceof Certificate.Free) {
            best = revenue;
        }
    }
}
