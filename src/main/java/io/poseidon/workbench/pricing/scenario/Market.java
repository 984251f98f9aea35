package io.poseidon.workbench.pricing.scenario;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.revenue.Simulation;
import io.poseidon.workbench.pricing.revenue.Survey;
import java.util.List;
import java.util.stream.IntStream;

/// Surveyed buyers, in the order of the versions, and how many are expected for each. `source` is said under whatever
/// is computed from it.
public record Market(Survey survey, List<Integer> buyers, String source) {

    /// Fixed, so that scenarios are compared over the same draws and a picture can be made again.
    public static final long SEED = 20_260_930;

    public static final int DRAWS = 10_000;

    public Market {
        buyers = List.copyOf(buyers);
    }

    public Simulation.Band revenue(List<Rational> prices) {
        return new Simulation(survey, prices, buyers).run(SEED, DRAWS);
    }

    public int respondents() {
        return survey.versions().stream()
                .mapToInt(version -> version.answers().size())
                .sum();
    }

    /// Share of the expected buyers who would pay the price of their version.
    public Rational affordability(List<Rational> prices) {
        var paying = Rational.ZERO;
        var all = Rational.ZERO;
        for (int i : IntStream.range(0, prices.size()).toArray()) {
            var asked = Rational.of(buyers.get(i));
            var answers = Rational.of(survey.versions().get(i).answers().size());
            if (answers.signum() > 0) {
                var willing = survey.versions().get(i).answers().stream()
                        .filter(answer -> answer.value().compareTo(prices.get(i)) >= 0)
                        .count();
                paying = paying.plus(asked.times(Rational.of(willing)).over(answers));
            }
            all = all.plus(asked);
        }
        return all.signum() == 0 ? Rational.ZERO : paying.over(all);
    }
}
