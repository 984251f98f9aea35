package io.poseidon.workbench.app.cases;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.pricing.contributor.Game;
import io.poseidon.workbench.pricing.contributor.GradientValue;
import io.poseidon.workbench.pricing.contributor.Payout;
import java.util.Arrays;

/// `payout_largest_remainder` and `cgsv`.
final class PayoutCases {

    private PayoutCases() {}

    static Answer largestRemainder(Document given) {
        var pool = Read.notNegative(given.required("total_cents"));
        if (!pool.isInteger()) {
            throw given.required("total_cents").expected("a whole number");
        }
        var paid = Payout.largestRemainder(pool.numerator(), Read.fractions(given.required("weights")));
        var json = JsonNodeFactory.instance.arrayNode();
        paid.forEach(json::add);
        return new Answer(json, paid.toString());
    }

    static Answer gradients(Document given) {
        var rows = Read.some(given.required("gradients"));
        if (rows.size() > Game.MOST_PLAYERS) {
            throw given.required("gradients").expected("a list of at most " + Game.MOST_PLAYERS + " items");
        }
        int length = rows.getFirst().items().size();
        double[][] gradients = rows.stream()
                .map(row ->
                        Read.items(row, length).stream().mapToDouble(Read::real).toArray())
                .toArray(double[][]::new);
        double[] weights = Read.items(given.required("weights"), rows.size()).stream()
                .mapToDouble(Read::real)
                .toArray();
        var value = new GradientValue(gradients, weights);
        var json = Read.object();
        json.set("psi_cos", Read.doubles(value.cosines()));
        json.set("exact_cgsv", Read.doubles(value.shapley()));
        return new Answer(json, "CGSV " + Arrays.toString(value.shapley()));
    }
}
