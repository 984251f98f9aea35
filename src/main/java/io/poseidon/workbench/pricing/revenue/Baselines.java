package io.poseidon.workbench.pricing.revenue;

import io.poseidon.workbench.model.Rational;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Simple price rules to compare an optimum with: one price for all versions, and one price per unit of precision.
/// Both pass the relaxed test. Of rules that earn the same, the one that more buyers can pay.
public record Baselines(Rule constant, Rule linear) {

    /// `rate` is the price of every version, or of one unit of precision.
    public record Rule(Rational rate, Rational revenue) {}

    public static Baselines of(Demand demand) {
        var constant = best(demand, Demand.Segment::value, rate -> segment -> rate);
        var linear = best(
                demand,
                segment -> segment.value().over(segment.precision()),
                rate -> segment -> rate.times(segment.precision()));
        return new Baselines(constant, linear);
    }

    private static Rule best(
            Demand demand,
            Function<Demand.Segment, Rational> candidate,
            Function<Rational, Function<Demand.Segment, Rational>> priced) {
        return demand.segments().stream()
                .map(candidate)
                .distinct()
                .map(rate -> new Rule(rate, revenue(demand, priced.apply(rate))))
                .max(Comparator.comparing(Rule::revenue)
                        .thenComparing(Comparator.comparing(Rule::rate).reversed()))
                .orElseThrow();
    }

    private static Rational revenue(Demand demand, Function<Demand.Segment, Rational> priced) {
        List<Rational> prices = demand.segments().stream().map(priced).toList();
        return PriceList.of(demand, prices).revenue();
    }
}
