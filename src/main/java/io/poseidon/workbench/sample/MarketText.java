package io.poseidon.workbench.sample;

/// A price menu and a buyers' survey, in the shapes that `price` reads. The numbers are chosen.
final class MarketText {

    private MarketText() {}

    /// The product's own menu, and a draft of it that invites arbitrage: five silvers are cheaper than a gold.
    static String menu() {
        return """
            {"kind": "arbitrage_menu", "cases": [
              {"id": "card-spend-2026q3", "note": "x is rho, to which precision is proportional; prices in KRW",
               "points": [
                 {"x": "0.02", "price": "300000"}, {"x": "0.1", "price": "1100000"}, {"x": "0.5", "price": "3900000"}]},
              {"id": "card-spend-2026q3-draft", "note": "an earlier draft: silver was too cheap",
               "points": [
                 {"x": "0.02", "price": "300000"}, {"x": "0.1", "price": "600000"}, {"x": "0.5", "price": "3900000"}]}
            ]}
            """;
    }

    /// What eight buyers said they would pay for each version, KRW.
    static String survey() {
        return """
            {"kind": "survey_revenue", "cases": [
              {"id": "card-spend-2026q3", "note": "8 respondents per version, KRW",
               "epsilon_or_precision": ["0.02", "0.1", "0.5"],
               "survey": [
                 ["150000", "200000", "250000", "300000", "300000", "350000", "400000", "500000"],
                 ["600000", "800000", "900000", "1100000", "1100000", "1200000", "1500000", "1800000"],
                 ["1800000", "2500000", "3000000", "3500000", "3900000", "4200000", "5000000", "6500000"]]}
            ]}
            """;
    }
}
