package io.poseidon.workbench.pricing.scenario;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.CheapestCovers;
import io.poseidon.workbench.pricing.Offer;
import io.poseidon.workbench.pricing.Releases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// A price curve read at many precisions, for drawing: the asked curve (through the origin, straight between versions)
/// and the cheapest way to reach each precision by buying versions.
public record Curve(List<Point> points) {

    /// Precision and prices, rounded to doubles after exact arithmetic.
    public record Point(double precision, double asked, double cover) {
        public boolean overcharged() {
            return asked > cover * (1 + 1e-9);
        }
    }

    public Curve {
        points = List.copyOf(points);
    }

    /// At `steps` even steps up to the most precise version.
    public static Curve of(Terms terms, List<Rational> prices, Releases releases, int steps) {
        var offers = terms.menu(prices).offers();
        var step = offers.getLast().precision().over(Rational.of(steps));
        var places = LongStream.rangeClosed(1, steps)
                .mapToObj(i -> step.times(Rational.of(i)))
                .toList();
        var covers = covers(offers, places, releases);
        var points = new ArrayList<Point>();
        for (int i = 0; i < places.size(); i++) {
            points.add(new Point(
                    places.get(i).toDouble(),
                    asked(offers, places.get(i)).toDouble(),
                    covers.get(i).toDouble()));
        }
        return new Curve(points);
    }

    private static List<Rational> covers(List<Offer> offers, List<Rational> places, Releases releases) {
        return switch (releases) {
            case INDEPENDENT -> {
                var cheapest = CheapestCovers.of(offers, places);
                yield LongStream.range(0, places.size())
                        .mapToObj(i -> cheapest.cheapest((int) i).cost())
                        .toList();
            }
            case NESTED -> places.stream().map(place -> atLeast(offers, place)).toList();
        };
    }

    private static Rational atLeast(List<Offer> offers, Rational precision) {
        return offers.stream()
                .filter(offer -> offer.precision().compareTo(precision) >= 0)
                .map(Offer::price)
                .reduce(Rational::min)
                .orElseThrow();
    }

    private static Rational asked(List<Offer> offers, Rational precision) {
        var below = new Offer(Rational.ONE, Rational.ZERO);
        var from = Rational.ZERO;
        for (var offer : offers) {
            if (precision.compareTo(offer.precision()) <= 0) {
                var share = precision.minus(from).over(offer.precision().minus(from));
                return below.price().plus(offer.price().minus(below.price()).times(share));
            }
            below = offer;
            from = offer.precision();
        }
        return below.price();
    }
}
