package io.poseidon.workbench.app.cases;

import java.util.Map;

/// The kinds of case that each command answers.
public final class PricingRules {

    public static final Map<String, Rule> CHECK =
            Map.of("arbitrage_menu", MenuCases::check, "coverage_menu", CoverageCases::check);

    public static final Map<String, Rule> REPAIR = Map.of("repair", MenuCases::repair);

    public static final Map<String, Rule> OPTIMISE =
            Map.of("revenue", RevenueCases::optimise, "survey_revenue", SurveyCases::optimise);

    public static final Map<String, Rule> SIMULATE = Map.of("simulation", SurveyCases::simulate);

    public static final Map<String, Rule> VALUE = Map.ofEntries(
            Map.entry("shapley", GameCases::value),
            Map.entry("knn_shapley", NeighbourCases::value),
            Map.entry("beta_reputation", TrustCases::reputation),
            Map.entry("beta_forgetting", TrustCases::forgetting),
            Map.entry("subjective_cumulative_fusion", TrustCases::fusion),
            Map.entry("subjective_discount_uncertainty_favouring", TrustCases::discount),
            Map.entry("eigentrust", TrustCases::eigenTrust),
            Map.entry("bancor", MarketCases::bancor),
            Map.entry("constant_product", MarketCases::constantProduct),
            Map.entry("optimal_price_logit", MarketCases::logit),
            Map.entry("optimal_price_closed", MarketCases::closed),
            Map.entry("payout_largest_remainder", PayoutCases::largestRemainder),
            Map.entry("cgsv", PayoutCases::gradients));

    private PricingRules() {}
}
