package io.poseidon.workbench.pricing.revenue;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.Offer;
import io.poseidon.workbench.pricing.Repair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The most that prices passing the relaxed test can earn: at least half of the exact optimum, and fast.
///
/// Where values rise with precision, a dynamic programme over (next version, lowest unit price so far) takes O(n²)
/// states (the recurrence of Chen, Koutris and Kumar 2019, re-derived). Where they do not, [SurveyOptimum] decides.
/// Of equally good prices, the higher.
public final class RelaxedOptimum {

    private final Demand demand;
    private final List<Integer> order;
    private final List<Map<Optional<Rational>, Rational>> known = new ArrayList<>();

    private RelaxedOptimum(Demand demand) {
        this.demand = demand;
        this.order = demand.ascending();
        order.forEach(version -> known.add(new HashMap<>()));
    }

    public static PriceList of(Demand demand) {
        if (!demand.valuesRiseWithPrecision()) {
            return SurveyOptimum.of(Survey.of(demand)).on(demand);
        }
        return new RelaxedOptimum(demand).search();
    }

    private PriceList search() {
        var sold = new ArrayList<Offer>();
        Optional<Rational> lowest = Optional.empty();
        for (int step = 0; step < order.size(); step++) {
            if (selling(step, lowest).compareTo(best(step + 1, lowest)) > 0) {
                var segment = demand.at(order.get(step));
                sold.add(new Offer(segment.precision(), segment.value()));
                lowest = Optional.of(lower(lowest, segment));
            }
        }
        var below = sold.isEmpty() ? everything() : sold;
        var prices = demand.precisions().stream()
                .map(precision -> Repair.below(below, precision))
                .toList();
        return PriceList.of(demand, prices);
    }

    private List<Offer> everything() {
        return demand.segments().stream()
                .map(segment -> new Offer(segment.precision(), segment.value()))
                .toList();
    }

    private Rational best(int step, Optional<Rational> lowest) {
        if (step == order.size()) {
            return Rational.ZERO;
        }
        var memory = known.get(step);
        var found = memory.get(lowest);
        if (found == null) {
            found = best(step + 1, lowest).max(selling(step, lowest));
            memory.put(lowest, found);
        }
        return found;
    }

    private Rational selling(int step, Optional<Rational> lowest) {
        var segment = demand.at(order.get(step));
        var unit = lower(lowest, segment);
        return segment.mass().times(segment.precision()).times(unit).plus(best(step + 1, Optional.of(unit)));
    }

    private static Rational lower(Optional<Rational> lowest, Demand.Segment segment) {
        var own = segment.value().over(segment.precision());
        return lowest.map(own::min).orElse(own);
    }
}
