package io.poseidon.workbench.app.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.revenue.Baselines;
import io.poseidon.workbench.pricing.revenue.Demand;
import io.poseidon.workbench.pricing.revenue.ExactOptimum;
import io.poseidon.workbench.pricing.revenue.GridSearch;
import io.poseidon.workbench.pricing.revenue.PriceList;
import io.poseidon.workbench.pricing.revenue.RelaxedOptimum;
import java.util.ArrayList;
import java.util.Optional;

/// `revenue`.
final class RevenueCases {

    private static final int MOST_VERSIONS = 500;

    private RevenueCases() {}

    static Answer optimise(Document given) {
        var demand = demand(given);
        var exact = ExactOptimum.of(demand);
        var relaxed = RelaxedOptimum.of(demand);
        var baselines = Baselines.of(demand);
        var json = Read.object();
        exact.ifPresentOrElse(list -> json.set("exact", list(list)), () -> json.putNull("exact"));
        json.set("relaxed", list(relaxed));
        json.putObject("best_constant")
                .put("price", baselines.constant().rate().toString())
                .put("revenue", baselines.constant().revenue().toString());
        json.putObject("best_linear")
                .put("unit_price", baselines.linear().rate().toString())
                .put("revenue", baselines.linear().revenue().toString());
        json.put("surplus_upper_bound", demand.surplus().toString());
        gap(json, demand, exact, relaxed);
        return new Answer(json, sentence(demand, exact, relaxed));
    }

    private static Demand demand(Document given) {
        var precisions = Read.some(given.required("a"));
        if (precisions.size() > MOST_VERSIONS) {
            throw given.required("a").expected("a list of at most " + MOST_VERSIONS + " items");
        }
        var masses = Read.items(given.required("demand"), precisions.size());
        var values = Read.items(given.required("value"), precisions.size());
        var segments = new ArrayList<Demand.Segment>();
        for (int i = 0; i < precisions.size(); i++) {
            segments.add(new Demand.Segment(
                    Read.positive(precisions.get(i)),
                    Read.notNegative(masses.get(i)),
                    Read.notNegative(values.get(i))));
        }
        return new Demand(segments);
    }

    private static ObjectNode list(PriceList list) {
        var json = Read.object().put("revenue", list.revenue().toString());
        json.set("prices", Read.texts(list.prices()));
        var served = json.putArray("served");
        list.served().forEach(served::add);
        return json.put("affordability", list.affordability().toString());
    }

    /// Where the exact optimum is out of reach the gap is bounded by what is proven: exact ≤ 2·relaxed and ≤ surplus.
    private static void gap(ObjectNode json, Demand demand, Optional<PriceList> exact, PriceList relaxed) {
        if (exact.isEmpty()) {
            json.putNull("ratio_exact_over_relaxed")
                    .put("exact_at_most", bound(demand, relaxed).toString());
            return;
        }
        var revenue = exact.get().revenue();
        if (relaxed.revenue().signum() == 0) {
            json.put("ratio_exact_over_relaxed", 1.0);
        } else {
            json.put("ratio_exact_over_relaxed", revenue.over(relaxed.revenue()).toDouble());
        }
        json.put(
                "grid_verified",
                GridSearch.bestRevenue(demand).filter(revenue::equals).isPresent());
    }

    private static Rational bound(Demand demand, PriceList relaxed) {
        return demand.surplus().min(relaxed.revenue().times(Rational.of(2)));
    }

    private static String sentence(Demand demand, Optional<PriceList> exact, PriceList relaxed) {
        var best = exact.map(list -> "exact optimum " + list.revenue() + " at " + list.prices())
                .orElseGet(() -> "exact optimum out of reach, at most " + bound(demand, relaxed));
        var warning = demand.valuesRiseWithPrecision() ? "" : "; values do not rise with precision";
        return best + "; relaxed optimum " + relaxed.revenue() + " at " + relaxed.prices() + warning;
    }
}
