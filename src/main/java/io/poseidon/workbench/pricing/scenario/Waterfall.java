package io.poseidon.workbench.pricing.scenario;

import io.poseidon.workbench.model.Rational;
import java.util.List;

/// How one version's price came from the live price to the one asked, in steps that add up exactly.
public record Waterfall(List<Step> steps) {

    public enum Cause {
        LIVE,
        SCARCITY,
        QUALITY,
        BY_HAND,
        ASKED
    }

    /// `from` and `to` are prices; LIVE and ASKED stand on zero.
    public record Step(Cause cause, Rational from, Rational to) {
        public Rational change() {
            return to.minus(from);
        }

        public boolean isTotal() {
            return cause == Cause.LIVE || cause == Cause.ASKED;
        }
    }

    public Waterfall {
        steps = List.copyOf(steps);
    }

    public static Waterfall of(Terms terms, Scenario scenario, int version) {
        var live = terms.livePrices().get(version);
        var scarce = live.times(scenario.scarcity());
        var good = scenario.multiplied(live);
        var asked = scenario.prices(terms).get(version);
        return new Waterfall(List.of(
                new Step(Cause.LIVE, Rational.ZERO, live),
                new Step(Cause.SCARCITY, live, scarce),
                new Step(Cause.QUALITY, scarce, good),
                new Step(Cause.BY_HAND, good, asked),
                new Step(Cause.ASKED, Rational.ZERO, asked)));
    }
}
