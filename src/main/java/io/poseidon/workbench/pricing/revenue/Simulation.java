package io.poseidon.workbench.pricing.revenue;

import io.poseidon.workbench.model.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// What a price list may earn: each draw takes as many buyers a version as given, each a respondent drawn with
/// replacement from that version's survey, who buys when the price is at most what they said. The spread is that of
/// sampling alone; it does not cover respondents who do not do as they say. The same seed gives the same draws.
public record Simulation(Survey survey, List<Rational> prices, List<Integer> buyers) {

    /// Revenues that 5, 50 and 95 in a hundred draws stay at or under, the draws' mean, and the exact expectation.
    public record Band(double p5, double p50, double p95, double mean, Rational expected) {}

    public Simulation {
        prices = List.copyOf(prices);
        buyers = List.copyOf(buyers);
        int versions = survey.versions().size();
        if (prices.size() != versions || buyers.size() != versions) {
            throw new IllegalArgumentException("one price and one number of buyers a version");
        }
    }

    public Band run(long seed, int draws) {
        var random = new SplittableRandom(seed);
        double[] revenues = new double[draws];
        for (int version = 0; version < prices.size(); version++) {
            var sold = new Binomial(buyers.get(version), share(version).toDouble());
            double price = prices.get(version).toDouble();
            for (int draw = 0; draw < draws; draw++) {
                revenues[draw] += sold.draw(random) * price;
            }
        }
        Arrays.sort(revenues);
        double mean = Arrays.stream(revenues).average().orElse(0);
        return new Band(at(revenues, 0.05), at(revenues, 0.5), at(revenues, 0.95), mean, expected());
    }

    private Rational share(int version) {
        var answers = survey.versions().get(version).answers();
        var mass = answers.stream().map(Survey.Answer::mass).reduce(Rational.ZERO, Rational::plus);
        return mass.signum() == 0
                ? Rational.ZERO
                : survey.versions().get(version).buyersAt(prices.get(version)).over(mass);
    }

    private Rational expected() {
        var sum = Rational.ZERO;
        for (int i = 0; i < prices.size(); i++) {
            sum = sum.plus(prices.get(i).times(Rational.of(buyers.get(i))).times(share(i)));
        }
        return sum;
    }

    private static double at(double[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }
}
