package io.poseidon.workbench.pricing.revenue;

import io.poseidon.workbench.model.Rational;
import java.util.List;

/// What respondents said they would pay, per version; each answer stands for a mass of buyers.
public record Survey(List<Version> versions) {

    /// One answer: willing to pay at most `value`, on behalf of `mass` buyers.
    public record Answer(Rational value, Rational mass) {
        public Answer {
            if (value.signum() < 0 || mass.signum() < 0) {
                throw new IllegalArgumentException("value and mass must not be negative");
            }
        }
    }

    public record Version(Rational precision, List<Answer> answers) {
        public Version {
            if (precision.signum() <= 0) {
                throw new IllegalArgumentException("precision must be positive");
            }
            answers = List.copyOf(answers);
        }

        /// Mass of those who would pay this price.
        public Rational buyersAt(Rational price) {
            return answers.stream()
                    .filter(answer -> answer.value().compareTo(price) >= 0)
                    .map(Answer::mass)
                    .reduce(Rational.ZERO, Rational::plus);
        }
    }

    public Survey {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a survey has at least one version");
        }
        versions = List.copyOf(versions);
    }

    static Survey of(Demand demand) {
        return new Survey(demand.segments().stream()
                .map(segment -> new Version(segment.precision(), List.of(new Answer(segment.value(), segment.mass()))))
                .toList());
    }

    public Rational revenueAt(List<Rational> prices) {
        var revenue = Rational.ZERO;
        for (int i = 0; i < prices.size(); i++) {
            revenue = revenue.plus(prices.get(i).times(versions.get(i).buyersAt(prices.get(i))));
        }
        return revenue;
    }
}
