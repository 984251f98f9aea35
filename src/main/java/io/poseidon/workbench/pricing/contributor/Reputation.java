package io.poseidon.workbench.pricing.contributor;

import java.util.List;

/// Beta reputation: evidence for (r) and against (s) a party, starting from one of each (Jøsang and Ismail 2002).
public record Reputation(double positive, double negative) {

    public Reputation {
        if (!(positive >= 0 && negative >= 0)) {
            throw new IllegalArgumentException("evidence must not be negative");
        }
    }

    /// Events in order, each fading by `keep` (0 to 1) whenever another follows.
    public static Reputation remembering(List<Reputation> events, double keep) {
        double positive = 0;
        double negative = 0;
        for (var event : events) {
            positive = keep * positive + event.positive;
            negative = keep * negative + event.negative;
        }
        return new Reputation(positive, negative);
    }

    public double alpha() {
        return positive + 1;
    }

    public double beta() {
        return negative + 1;
    }

    /// Expected share of good behaviour.
    public double score() {
        return alpha() / (alpha() + beta());
    }

    public double variance() {
        double sum = alpha() + beta();
        return alpha() * beta() / (sum * sum * (sum + 1));
    }

    public Opinion opinion() {
        double sum = alpha() + beta();
        return new Opinion(positive / sum, negative / sum, 2 / sum);
    }
}
