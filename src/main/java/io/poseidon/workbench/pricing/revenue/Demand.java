package io.poseidon.workbench.pricing.revenue;

import io.poseidon.workbench.model.Rational;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Who would buy what: per version its precision, the mass of its buyers and what each of them would pay at most.
public record Demand(List<Segment> segments) {

    /// Buyers of one version; `mass` and `value` are not negative, `precision` is positive.
    public record Segment(Rational precision, Rational mass, Rational value) {
        public Segment {
            if (precision.signum() <= 0 || mass.signum() < 0 || value.signum() < 0) {
                throw new IllegalArgumentException("precision must be positive, mass and value not negative");
            }
        }
    }

    public Demand {
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("demand has at least one segment");
        }
        segments = List.copyOf(segments);
    }

    public int size() {
        return segments.size();
    }

    Segment at(int index) {
        return segments.get(index);
    }

    public List<Rational> precisions() {
        return segments.stream().map(Segment::precision).toList();
    }

    /// Positions from the least precise version to the most precise one.
    List<Integer> ascending() {
        return IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> at(i).precision()).thenComparing(i -> at(i).value()))
                .toList();
    }

    /// Whether more precise versions are valued at least as much: what the fast relaxed optimum presupposes.
    public boolean valuesRiseWithPrecision() {
        var order = ascending();
        for (int i = 1; i < order.size(); i++) {
            if (at(order.get(i)).value().compareTo(at(order.get(i - 1)).value()) < 0) {
                return false;
            }
        }
        return true;
    }

    /// What could be earned if every buyer paid the whole value: no price list earns more.
    public Rational surplus() {
        return segments.stream()
                .map(segment -> segment.mass().times(segment.value()))
                .reduce(Rational.ZERO, Rational::plus);
    }

    public Rational mass() {
        return segments.stream().map(Segment::mass).reduce(Rational.ZERO, Rational::plus);
    }
}
