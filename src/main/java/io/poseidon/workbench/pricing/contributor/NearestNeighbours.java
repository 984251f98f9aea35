package io.poseidon.workbench.pricing.contributor;

import io.poseidon.workbench.model.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Exact Shapley values of training points under a K-nearest-neighbour classifier, in O(N log N) a test point
/// (Jia et al., PVLDB 12(11), 2019; soft label: Wang and Jia, arXiv 2304.04258). Distances are Euclidean and exact;
/// of points equally far, the one named first is nearer.
public record NearestNeighbours(int neighbours, int classes, List<Point> training) {

    /// Coordinates and class of an example.
    public record Point(List<Rational> at, String label) {
        public Point {
            at = List.copyOf(at);
        }

        private Rational squaredDistance(Point other) {
            var sum = Rational.ZERO;
            for (int i = 0; i < at.size(); i++) {
                var difference = at.get(i).minus(other.at.get(i));
                sum = sum.plus(difference.times(difference));
            }
            return sum;
        }
    }

    /// For one test point: training points from the nearest, and their values (in the training order) when a
    /// prediction is right or wrong, and when it is the share of right neighbours.
    public record Valuation(List<Integer> order, List<Rational> hard, List<Rational> soft) {
        public Valuation {
            order = List.copyOf(order);
            hard = List.copyOf(hard);
            soft = List.copyOf(soft);
        }
    }

    public NearestNeighbours {
        if (neighbours < 1 || classes < 1 || training.isEmpty()) {
            throw new IllegalArgumentException("at least one neighbour, class and training point");
        }
        training = List.copyOf(training);
    }

    public Valuation value(Point test) {
        var distances = training.stream().map(test::squaredDistance).toList();
        var order = IntStream.range(0, training.size())
                .boxed()
                .sorted(Comparator.comparing(distances::get))
                .toList();
        int[] right = order.stream()
                .mapToInt(i -> training.get(i).label().equals(test.label()) ? 1 : 0)
                .toArray();
        return new Valuation(order, inTrainingOrder(order, hard(right)), inTrainingOrder(order, soft(right)));
    }

    /// The mean over test points, for each training point.
    public static List<Rational> mean(List<List<Rational>> values) {
        var count = Rational.of(values.size());
        return IntStream.range(0, values.getFirst().size())
                .mapToObj(i -> values.stream().map(list -> list.get(i)).reduce(Rational.ZERO, Rational::plus))
                .map(sum -> sum.over(count))
                .toList();
    }

    /// U(S) = (1/K)·#right among the min(K,|S|) nearest. The farthest point gets min(K,N)/(K·N), not 1/N: with K over
    /// N the usual rule does not sum to U(N).
    private Rational[] hard(int... right) {
        int n = right.length;
        var values = new Rational[n];
        values[n - 1] = Rational.of((long) right[n - 1] * Math.min(neighbours, n), (long) neighbours * n);
        for (int i = n - 1; i >= 1; i--) {
            long change = (long) right[i - 1] - right[i];
            values[i - 1] = values[i].plus(Rational.of(change * Math.min(neighbours, i), (long) neighbours * i));
        }
        return values;
    }

    /// U(S) = share right among the min(K,|S|) nearest, U(∅) = 1/C. K is taken as min(K,N).
    private Rational[] soft(int... right) {
        int n = right.length;
        int k = Math.min(neighbours, n);
        var harmonic =
                IntStream.rangeClosed(1, k).mapToObj(j -> Rational.of(1, j)).reduce(Rational.ZERO, Rational::plus);
        var values = new Rational[n];
        values[n - 1] = farthest(right, harmonic);
        for (int i = n - 1; i >= 1; i--) {
            var share = Rational.of((long) Math.min(i, k) * (n - 1), i).minus(Rational.of(k));
            var weight = harmonic.plus(share.over(Rational.of(k))).over(Rational.of(n - 1));
            values[i - 1] = values[i].plus(weight.times(Rational.of(right[i - 1] - right[i])));
        }
        return values;
    }

    private Rational farthest(int[] right, Rational harmonic) {
        int n = right.length;
        var own = Rational.of(right[n - 1]);
        var nearer = n == 1 ? own : Rational.of(Arrays.stream(right, 0, n - 1).sum(), n - 1);
        return own.minus(nearer)
                .times(harmonic.minus(Rational.ONE))
                .plus(own)
                .minus(Rational.of(1, classes))
                .over(Rational.of(n));
    }

    private static List<Rational> inTrainingOrder(List<Integer> order, Rational... values) {
        var sorted = new Rational[values.length];
        for (int i = 0; i < values.length; i++) {
            sorted[order.get(i)] = values[i];
        }
        return new ArrayList<>(Arrays.asList(sorted));
    }
}
