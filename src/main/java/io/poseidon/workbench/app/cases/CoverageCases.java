package io.poseidon.workbench.app.cases;

import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.pricing.coverage.CoverageMenu;
import io.poseidon.workbench.pricing.coverage.CoverageVerdict;
import io.poseidon.workbench.pricing.coverage.View;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;

/// `coverage_menu`.
final class CoverageCases {

    private CoverageCases() {}

    static Answer check(Document given) {
        var views = new ArrayList<View>();
        given.required("views")
                .entries()
                .forEach((name, view) -> views.add(new View(
                        name, Set.copyOf(view.required("cells").texts()), Read.notNegative(view.required("price")))));
        var verdict = new CoverageMenu(given.required("universe").texts(), views).check();
        var json = Read.object().put("consistent", verdict.consistent());
        var violations = json.putArray("violations");
        for (var violation : verdict.violations()) {
            violations
                    .addObject()
                    .put("view", violation.view().name())
                    .put("price", violation.view().price().toString())
                    .put("cheaper", violation.instead().cost().toString())
                    .set("buy", Read.texts(violation.instead().views()));
        }
        verdict.universe()
                .ifPresentOrElse(
                        cover -> json.put("universe_price", cover.cost().toString())
                                .set("universe_buy", Read.texts(cover.views())),
                        () -> json.putNull("universe_price").putNull("universe_buy"));
        return new Answer(json, sentence(verdict));
    }

    private static String sentence(CoverageVerdict verdict) {
        if (verdict.consistent()) {
            return "consistent";
        }
        return verdict.violations().stream()
                .map(violation ->
                        violation.view().name() + " at " + violation.view().price()
                                + " is undercut by "
                                + String.join(" + ", violation.instead().views())
                                + " for " + violation.instead().cost())
                .collect(Collectors.joining("; "));
    }
}
