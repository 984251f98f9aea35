package io.poseidon.workbench.pricing.contributor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.contributor.NearestNeighbours.Point;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContributorTest {

    private static final Semivalue SHAPLEY = new Semivalue.Shapley();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void shapleyIsEfficientLinearAndBlindToNames(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            int players = 1 + random.nextInt(5);
            var one = game(random, players);
            var other = game(random, players);
            var values = SHAPLEY.values(one);
            var gain = one.utilities().getLast().minus(one.utilities().getFirst());
            assertEquals(gain, sum(values), () -> "seed " + seed);
            assertEquals(plus(values, SHAPLEY.values(other)), SHAPLEY.values(added(one, other)));
            assertEquals(values, new Semivalue.Beta(1, 1).values(one));
            assertEquals(values.getFirst(), SHAPLEY.values(swapped(one)).getLast());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everySemivalueGivesAPlayerWhoAddsNothingNothing(long seed) {
        var random = new Random(seed);
        var small = game(random, 3);
        var game = new Game(
                4,
                IntStream.range(0, 16)
                        .mapToObj(set -> small.utilities().get(set & 7))
                        .toList());
        var semivalues = List.of(
                SHAPLEY,
                new Semivalue.Banzhaf(),
                new Semivalue.LeaveOneOut(),
                new Semivalue.Beta(16, 1),
                new Semivalue.Beta(2, 5));
        for (var semivalue : semivalues) {
            assertEquals(Rational.ZERO, semivalue.values(game).getLast(), () -> semivalue + " seed " + seed);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void neighbourValuesAreTheShapleyValuesOfTheirGame(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 25; i++) {
            int points = 1 + random.nextInt(6);
            int classes = 2 + random.nextInt(2);
            int neighbours = 1 + random.nextInt(7);
            var training = new ArrayList<Point>();
            for (int j = 0; j < points; j++) {
                training.add(point(random.nextInt(5), random.nextInt(classes)));
            }
            var test = point(random.nextInt(5), random.nextInt(classes));
            var model = new NearestNeighbours(neighbours, classes, training);
            var valuation = model.value(test);
            var hard = SHAPLEY.values(neighbourGame(model, valuation.order(), test, false));
            var soft = SHAPLEY.values(neighbourGame(model, valuation.order(), test, true));
            assertEquals(hard, valuation.hard(), () -> "seed " + seed + " " + model);
            assertEquals(soft, valuation.soft(), () -> "seed " + seed + " " + model);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void payoutsAddUpToThePoolAndFollowTheValues(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var values = IntStream.range(0, 1 + random.nextInt(8))
                    .mapToObj(j -> Rational.of(random.nextInt(20) - 5, 1 + random.nextInt(4)))
                    .toList();
            var pool = BigInteger.valueOf(random.nextInt(100_000));
            var paid = Payout.largestRemainder(pool, values);
            boolean anyone = values.stream().anyMatch(value -> value.signum() > 0);
            var total = paid.stream().reduce(BigInteger.ZERO, BigInteger::add);
            assertEquals(anyone ? pool : BigInteger.ZERO, total, () -> "seed " + seed + values);
            for (int j = 1; j < values.size(); j++) {
                int order = values.get(j).compareTo(values.get(j - 1));
                assertTrue(order <= 0 || paid.get(j).compareTo(paid.get(j - 1)) >= 0, () -> "seed " + seed + values);
            }
        }
    }

    @Test
    void aGroupThatOnlyTrustsItselfGetsNothing() {
        double[][] local = {{0, 1, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, 9}, {0, 0, 9, 0}};
        double[] shares = new EigenTrust(local, new double[] {1, 0, 0, 0}, 0.1).shares();
        assertArrayEquals(new double[] {1 / 1.9, 0.9 / 1.9, 0, 0}, shares, 1e-12);
    }

    @Test
    void slowRestartsSettleToo() {
        double[][] local = {{0, 1}, {1, 0}};
        double[] shares = new EigenTrust(local, new double[] {1, 0}, 0.001).shares();
        assertArrayEquals(new double[] {1 / 1.999, 0.999 / 1.999}, shares, 1e-9);
    }

    @Test
    void gradientValuesSumToOneAndAnOpposedShardIsWorthLess() {
        var value = new GradientValue(
                new double[][] {{1, 0}, {0.9, 0.1}, {-1, 0.2}, {0, 0}}, new double[] {0.25, 0.25, 0.25, 0.25});
        double[] values = value.shapley();
        assertEquals(1, values[0] + values[1] + values[2] + values[3], 1e-12);
        assertTrue(values[2] < 0 && value.cosines()[2] < 0);
        assertEquals(0, value.cosines()[3]);
    }

    @Test
    void certainOpinionsThatDisagreeAreAveraged() {
        assertEquals(new Opinion(0.5, 0.5, 0), new Opinion(1, 0, 0).fuse(new Opinion(0, 1, 0)));
    }

    private static Point point(int at, int label) {
        return new Point(List.of(Rational.of(at)), String.valueOf(label));
    }

    private static Game neighbourGame(NearestNeighbours model, List<Integer> order, Point test, boolean soft) {
        int points = model.training().size();
        return new Game(
                points,
                IntStream.range(0, 1 << points)
                        .mapToObj(set -> utility(model, order, test, set, soft))
                        .toList());
    }

    private static Rational utility(NearestNeighbours model, List<Integer> order, Point test, int set, boolean soft) {
        if (set == 0) {
            return soft ? Rational.of(1, model.classes()) : Rational.ZERO;
        }
        var nearest = order.stream()
                .filter(i -> (set >> i & 1) == 1)
                .limit(model.neighbours())
                .toList();
        long right = nearest.stream()
                .filter(i -> model.training().get(i).label().equals(test.label()))
                .count();
        return Rational.of(right, soft ? nearest.size() : model.neighbours());
    }

    private static Game game(Random random, int players) {
        return new Game(
                players,
                IntStream.range(0, 1 << players)
                        .mapToObj(set -> Rational.of(random.nextInt(50) - 10, 1 + random.nextInt(3)))
                        .toList());
    }

    private static Game added(Game one, Game other) {
        return new Game(one.players(), plus(one.utilities(), other.utilities()));
    }

    /// The same game with the players named in reverse.
    private static Game swapped(Game game) {
        return new Game(
                game.players(),
                IntStream.range(0, 1 << game.players())
                        .mapToObj(set -> game.utilities().get(Integer.reverse(set) >>> (32 - game.players())))
                        .toList());
    }

    private static List<Rational> plus(List<Rational> one, List<Rational> other) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> one.get(i).plus(other.get(i)))
                .toList();
    }

    private static Rational sum(List<Rational> values) {
        return values.stream().reduce(Rational.ZERO, Rational::plus);
    }
}
