package io.poseidon.workbench.app.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.Certificate;
import io.poseidon.workbench.pricing.ExactTest;
import io.poseidon.workbench.pricing.Menu;
import io.poseidon.workbench.pricing.Offer;
import io.poseidon.workbench.pricing.Purchase;
import io.poseidon.workbench.pricing.RelaxedTest;
import io.poseidon.workbench.pricing.Releases;
import io.poseidon.workbench.pricing.Repair;
import io.poseidon.workbench.pricing.ShoppingList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// `arbitrage_menu` and `repair`.
final class MenuCases {

    private MenuCases() {}

    static Answer check(Document given) {
        var menu = new Menu(Read.some(given.required("points")).stream()
                .map(point -> new Offer(Read.positive(point.required("x")), Read.notNegative(point.required("price"))))
                .toList());
        var releases = releases(given);
        var exact = switch (releases) {
            case INDEPENDENT -> ExactTest.check(menu);
            case NESTED -> ExactTest.checkNested(menu);
        };
        var relaxed = RelaxedTest.check(menu);
        var json = Read.object();
        switch (exact) {
            case Certificate.Free _ -> json.put("arbitrage_free", true).putNull("witness");
            case Certificate.Arbitrage(var list) ->
                json.put("arbitrage_free", false).set("witness", witness(list));
        }
        json.put("monotone", relaxed.monotone())
                .put("unit_price_nonincreasing", relaxed.unitPriceNonIncreasing())
                .put("relaxed_feasible", relaxed.holds())
                .put("pairwise_ok", RelaxedTest.noPairUndercuts(menu))
                .put(
                        "all_positive",
                        menu.offers().stream().allMatch(offer -> offer.price().signum() > 0));
        if (releases == Releases.NESTED) {
            json.put("releases", "nested");
        }
        return new Answer(
                json, sentence(exact) + (relaxed.holds() ? "; relaxed test passed" : "; relaxed test failed"));
    }

    static Answer repair(Document given) {
        var precisions = Read.some(given.required("x"));
        var targets = Read.items(given.required("target"), precisions.size());
        var offers = new ArrayList<Offer>();
        for (int i = 0; i < precisions.size(); i++) {
            offers.add(new Offer(Read.positive(precisions.get(i)), Read.notNegative(targets.get(i))));
        }
        var menu = new Menu(offers);
        var exact = Repair.exact(menu);
        var relaxed = Repair.relaxed(menu);
        var json = Read.object();
        json.set("greatest_exact", Read.texts(exact));
        json.set("greatest_relaxed", Read.texts(relaxed));
        json.put("interpolable", exact.equals(offers.stream().map(Offer::price).toList()));
        return new Answer(json, "exact " + joined(exact) + "; relaxed " + joined(relaxed));
    }

    private static Releases releases(Document given) {
        var releases = given.optional("releases");
        return switch (releases.map(Document::text).orElse("independent")) {
            case "independent" -> Releases.INDEPENDENT;
            case "nested" -> Releases.NESTED;
            default -> throw releases.orElseThrow().expected("independent or nested");
        };
    }

    private static ObjectNode witness(ShoppingList list) {
        var json = Read.object()
                .put("target_x", list.target().precision().toString())
                .put("target_price", list.target().price().toString())
                .put("cost", list.cover().cost().toString())
                .put("gain", list.saving().toString());
        var buy = json.putArray("buy");
        list.cover()
                .purchases()
                .forEach(purchase -> buy.addObject()
                        .put("x", purchase.offer().precision().toString())
                        .put("count", purchase.count()));
        return json;
    }

    private static String sentence(Certificate certificate) {
        return switch (certificate) {
            case Certificate.Free _ -> "arbitrage-free (exact test)";
            case Certificate.Arbitrage(var list) ->
                "arbitrage: buy "
                        + list.cover().purchases().stream().map(MenuCases::item).collect(Collectors.joining(" + "))
                        + " for " + list.cover().cost()
                        + " instead of x=" + list.target().precision()
                        + " at " + list.target().price()
                        + ", saves " + list.saving();
        };
    }

    private static String item(Purchase purchase) {
        return purchase.count() + " × x=" + purchase.offer().precision();
    }

    private static String joined(List<Rational> prices) {
        return prices.stream().map(Rational::toString).collect(Collectors.joining(", "));
    }
}
