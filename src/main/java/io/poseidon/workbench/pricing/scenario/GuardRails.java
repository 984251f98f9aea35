package io.poseidon.workbench.pricing.scenario;

import io.poseidon.workbench.model.Rational;
import java.util.ArrayList;
import java.util.List;

/// Limits that a price change should keep without a reason given: the lowest and highest price, and the largest step
/// from the live price as a share of it.
public record GuardRails(Rational floor, Rational ceiling, Rational largestStep) {

    public enum Rail {
        FLOOR,
        CEILING,
        STEP
    }

    /// The version nearest to breaking a rail, or breaking it most. `value` is its price; for STEP its relative change.
    public record Finding(Rail rail, boolean kept, int version, Rational value) {}

    /// Four fifths of the lowest live price, seven fifths of the highest, steps of two fifths.
    public static GuardRails around(Terms terms) {
        var prices = terms.livePrices();
        var lowest = prices.stream().reduce(Rational::min).orElseThrow();
        var highest = prices.stream().reduce(Rational::max).orElseThrow();
        return new GuardRails(lowest.times(Rational.of(4, 5)), highest.times(Rational.of(7, 5)), Rational.of(2, 5));
    }

    public List<Finding> check(Terms terms, List<Rational> prices) {
        int lowest = extreme(prices.stream().map(Rational::negate).toList());
        int highest = extreme(prices);
        var steps = steps(terms, prices);
        int steepest =
                extreme(steps.stream().map(step -> step.max(step.negate())).toList());
        var step = steps.get(steepest);
        return List.of(
                new Finding(Rail.FLOOR, prices.get(lowest).compareTo(floor) >= 0, lowest, prices.get(lowest)),
                new Finding(Rail.CEILING, prices.get(highest).compareTo(ceiling) <= 0, highest, prices.get(highest)),
                new Finding(Rail.STEP, step.max(step.negate()).compareTo(largestStep) <= 0, steepest, step));
    }

    private static List<Rational> steps(Terms terms, List<Rational> prices) {
        var steps = new ArrayList<Rational>();
        for (int i = 0; i < prices.size(); i++) {
            var live = terms.livePrices().get(i);
            steps.add(
                    live.signum() == 0
                            ? Rational.ZERO
                            : prices.get(i).minus(live).over(live));
        }
        return steps;
    }

    private static int extreme(List<Rational> values) {
        int largest = 0;
        for (int i = 1; i < values.size(); i++) {
            largest = values.get(i).compareTo(values.get(largest)) > 0 ? i : largest;
        }
        return largest;
    }
}
