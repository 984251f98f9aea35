package io.poseidon.workbench.app.cases;

import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.pricing.market.BondingCurve;
import io.poseidon.workbench.pricing.market.ConstantProduct;
import io.poseidon.workbench.pricing.market.MonopolyPrice;
import java.util.Locale;

/// `bancor`, `constant_product`, `optimal_price_…`.
final class MarketCases {

    private static final String POSITIVE = "more than zero";

    private MarketCases() {}

    static Answer bancor(Document given) {
        var curve = new BondingCurve(
                positive(given.required("supply")),
                positive(given.required("reserve")),
                Read.real(given.required("ratio"), ratio -> ratio > 0 && ratio <= 1, "over 0 and at most 1"));
        double deposit = notNegative(given.required("deposit"));
        double sold = curve.supply() / 10;
        var json = Read.object()
                .put("price", curve.price())
                .put("minted", curve.minted(deposit))
                .put("refund_of_minted_before", curve.refund(sold))
                .put("sell_amount", sold);
        return new Answer(json, "price " + curve.price() + ", minted " + curve.minted(deposit));
    }

    static Answer constantProduct(Document given) {
        var pool = new ConstantProduct(
                positive(given.required("x")),
                positive(given.required("y")),
                Read.real(given.required("fee"), fee -> fee >= 0 && fee < 1, "from 0 to below 1"));
        double paid = notNegative(given.required("dx"));
        var json = Read.object()
                .put("dy", pool.received(paid))
                .put("spot", pool.spot())
                .put("effective", pool.effective(paid))
                .put("slippage", pool.slippage(paid));
        return new Answer(json, "receives " + pool.received(paid));
    }

    static Answer logit(Document given) {
        double beta = positive(given.required("beta"));
        var best = MonopolyPrice.logit(Read.real(given.required("alpha")), beta);
        double odds = best.revenue() * beta;
        var json = Read.object()
                .put("price", best.price())
                .put("revenue_per_buyer", best.revenue())
                .put("conversion", odds / (1 + odds));
        return new Answer(json, "price " + best.price());
    }

    /// `model` starts with the name of the demand: uniform, exponential or isoelastic.
    static Answer closed(Document given) {
        var model = given.required("model").text().toLowerCase(Locale.ROOT);
        var best = best(given, model);
        var json = Read.object().put("price", best.price()).put("revenue", best.revenue());
        return new Answer(json, "price " + best.price());
    }

    private static MonopolyPrice best(Document given, String model) {
        if (model.startsWith("uniform")) {
            return MonopolyPrice.uniform(positive(given.required("V")));
        }
        if (model.startsWith("exp")) {
            var mean = given.optional("mean").orElseGet(() -> given.required("m"));
            return MonopolyPrice.exponential(positive(mean));
        }
        if (model.startsWith("isoelastic")) {
            double scale = positive(given.required("A"));
            double elasticity = Read.real(given.required("e"), e -> e > 1, "more than 1");
            return MonopolyPrice.isoelastic(scale, elasticity, notNegative(given.required("c")));
        }
        throw given.required("model").expected("uniform, exponential or isoelastic demand");
    }

    private static double positive(Document given) {
        return Read.real(given, value -> value > 0, POSITIVE);
    }

    private static double notNegative(Document given) {
        return Read.real(given, value -> value >= 0, "zero or more");
    }
}
