package io.poseidon.workbench.pricing.view;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.Releases;
import io.poseidon.workbench.pricing.revenue.Simulation;
import io.poseidon.workbench.pricing.scenario.Assessment;
import io.poseidon.workbench.pricing.scenario.Curve;
import io.poseidon.workbench.pricing.scenario.GuardRails;
import io.poseidon.workbench.pricing.scenario.Scenario;
import io.poseidon.workbench.pricing.scenario.Terms;
import io.poseidon.workbench.pricing.scenario.Waterfall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything the screen shows of one scenario, computed together so that no two parts disagree.
public record Shown(Terms terms, Scenario scenario, Assessment assessment, Curve curve, List<Row> rows) {

    private static final int CURVE_STEPS = 250;

    /// Which prices a row of the comparison stands for.
    public enum Prices {
        LIVE,
        ASKED,
        EXACT,
        RELAXED
    }

    /// Prices, what they are expected to earn, and whether they pass. Revenue and affordability need surveyed buyers.
    public record Row(
            Prices which,
            List<Rational> prices,
            Optional<Simulation.Band> revenue,
            Optional<Rational> affordability,
            boolean free,
            boolean relaxed) {}

    public Shown {
        rows = List.copyOf(rows);
    }

    static Shown of(Terms terms, Scenario scenario) {
        var assessment = Assessment.of(terms, scenario);
        var curve = Curve.of(terms, assessment.prices(), scenario.releases(), CURVE_STEPS);
        return new Shown(terms, scenario, assessment, curve, rows(terms, scenario, assessment));
    }

    public boolean isSimulated() {
        return !assessment.prices().equals(terms.livePrices());
    }

    public Waterfall waterfall() {
        return Waterfall.of(terms, scenario, terms.bought());
    }

    public GuardRails limits() {
        return GuardRails.around(terms);
    }

    public List<GuardRails.Finding> rails() {
        return limits().check(terms, assessment.prices());
    }

    public boolean isNested() {
        return scenario.releases() == Releases.NESTED;
    }

    private static List<Row> rows(Terms terms, Scenario scenario, Assessment assessment) {
        var rows = new ArrayList<Row>();
        rows.add(row(terms, scenario, Prices.LIVE, terms.livePrices()));
        if (!assessment.prices().equals(terms.livePrices())) {
            rows.add(row(terms, scenario, Prices.ASKED, assessment.prices()));
        }
        if (!assessment.repaired().exact().equals(assessment.prices())) {
            rows.add(row(terms, scenario, Prices.EXACT, assessment.repaired().exact()));
        }
        if (!assessment.repaired().relaxed().equals(assessment.prices())) {
            rows.add(row(terms, scenario, Prices.RELAXED, assessment.repaired().relaxed()));
        }
        return rows;
    }

    private static Row row(Terms terms, Scenario scenario, Prices which, List<Rational> prices) {
        var judged = Assessment.of(terms, scenario.withPrices(prices));
        return new Row(
                which,
                prices,
                terms.market().map(market -> market.revenue(prices)),
                terms.market().map(market -> market.affordability(prices)),
                judged.isFree(),
                judged.relaxed().holds());
    }
}
