package io.poseidon.workbench.pricing.revenue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.pricing.Certificate;
import io.poseidon.workbench.pricing.ExactTest;
import io.poseidon.workbench.pricing.Menu;
import io.poseidon.workbench.pricing.Offer;
import io.poseidon.workbench.pricing.RelaxedTest;
import io.poseidon.workbench.pricing.Repair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OptimumTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void exactIsTheBestOfEveryWholeNumberPriceList(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            var demand = demand(random, 1 + random.nextInt(3), 9, false);
            var exact = ExactOptimum.of(demand).orElseThrow();
            assertEquals(GridSearch.bestRevenue(demand).orElseThrow(), exact.revenue(), () -> "seed " + seed + demand);
            assertInstanceOf(Certificate.Free.class, ExactTest.check(menu(demand, exact.prices())));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void relaxedIsTheBestOfEveryServedSet(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            boolean rising = random.nextBoolean();
            var demand = demand(random, 1 + random.nextInt(5), 50, rising);
            var relaxed = RelaxedOptimum.of(demand);
            assertEquals(relaxedByEnumeration(demand), relaxed.revenue(), () -> "seed " + seed + demand);
            assertTrue(RelaxedTest.check(menu(demand, relaxed.prices())).holds());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void boundsHoldBetweenRelaxedExactAndSurplus(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            var demand = demand(random, 1 + random.nextInt(6), 60, random.nextBoolean());
            var exact = ExactOptimum.of(demand).orElseThrow().revenue();
            var relaxed = RelaxedOptimum.of(demand).revenue();
            var baselines = Baselines.of(demand);
            assertTrue(relaxed.compareTo(exact) <= 0);
            assertTrue(exact.compareTo(relaxed.times(Rational.of(2))) <= 0);
            assertTrue(exact.compareTo(demand.surplus()) <= 0);
            assertTrue(baselines.constant().revenue().compareTo(relaxed) <= 0);
            assertTrue(baselines.linear().revenue().compareTo(relaxed) <= 0);
        }
    }

    @Test
    void detectsValuesThatFallWithPrecision() {
        assertFalse(demand(new long[][] {{1, 1, 9}, {2, 1, 2}, {3, 1, 8}}).valuesRiseWithPrecision());
        assertTrue(demand(new long[][] {{3, 1, 9}, {1, 1, 2}, {2, 1, 2}}).valuesRiseWithPrecision());
    }

    @Test
    void answersInTheDemandsOrder() {
        var demand = demand(new long[][] {{4, 1, 350}, {1, 1, 100}, {3, 1, 280}, {2, 1, 150}});
        var prices = List.of(300L, 100L, 250L, 150L).stream().map(Rational::of).toList();
        assertEquals(prices, ExactOptimum.of(demand).orElseThrow().prices());
        assertEquals(Rational.of(775), RelaxedOptimum.of(demand).revenue());
    }

    @Test
    void leavesTheExactOptimumOutBeyondItsReach() {
        var random = new Random(5);
        assertTrue(ExactOptimum.of(demand(random, 15, 100, true)).isEmpty());
        assertTrue(ExactOptimum.of(demand(random, 14, 100, true)).isPresent());
    }

    @Test
    void decidesFiftyVersionsAtOnce() {
        var demand = demand(new Random(6), 50, 1000, true);
        var relaxed = RelaxedOptimum.of(demand);
        assertTrue(relaxed.revenue().compareTo(Baselines.of(demand).linear().revenue()) >= 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aSurveyOptimumBeatsEveryListOnAFineGrid(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            var versions = new ArrayList<Survey.Version>();
            for (int j = 0; j < 2; j++) {
                var answers = IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(k -> new Survey.Answer(Rational.of(random.nextInt(9)), Rational.ONE))
                        .toList();
                versions.add(new Survey.Version(Rational.of(j + 1), answers));
            }
            var survey = new Survey(versions);
            var best = SurveyOptimum.of(survey);
            for (int a = 0; a <= 40; a++) {
                for (int b = 0; b <= 40; b++) {
                    var prices = List.of(Rational.of(a, 4), Rational.of(b, 4));
                    boolean fits = a <= b && b <= 2 * a;
                    assertTrue(
                            !fits || survey.revenueAt(prices).compareTo(best.revenue()) <= 0,
                            () -> "seed " + seed + survey);
                }
            }
        }
    }

    @Test
    void simulatedRevenueCentresOnItsExpectation() {
        var answers = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> new Survey.Answer(Rational.of(i), Rational.ONE))
                .toList();
        var survey = new Survey(List.of(new Survey.Version(Rational.ONE, answers)));
        var band = new Simulation(survey, List.of(Rational.of(4)), List.of(1000)).run(11, 4000);
        assertEquals(Rational.of(2800), band.expected());
        double sigma = 4 * Math.sqrt(1000 * 0.7 * 0.3);
        assertEquals(2800, band.mean(), 5 * sigma / Math.sqrt(4000));
        assertEquals(2800 - 1.645 * sigma, band.p5(), sigma / 4);
        assertEquals(2800 + 1.645 * sigma, band.p95(), sigma / 4);
    }

    @Test
    void aSureSaleHasNoSpread() {
        var survey = new Survey(List.of(
                new Survey.Version(Rational.ONE, List.of(new Survey.Answer(Rational.of(9), Rational.ONE))),
                new Survey.Version(Rational.of(2), List.of(new Survey.Answer(Rational.of(1), Rational.ONE)))));
        var band = new Simulation(survey, List.of(Rational.of(5), Rational.of(7)), List.of(100_000, 30)).run(1, 500);
        assertEquals(500_000, band.p5());
        assertEquals(500_000, band.p95());
    }

    private static Menu menu(Demand demand, List<Rational> prices) {
        return new Menu(IntStream.range(0, prices.size())
                .mapToObj(i -> new Offer(demand.precisions().get(i), prices.get(i)))
                .toList());
    }

    private static Demand demand(long[][] rows) {
        return new Demand(Arrays.stream(rows)
                .map(row -> new Demand.Segment(Rational.of(row[0]), Rational.of(row[1]), Rational.of(row[2])))
                .toList());
    }

    private static Demand demand(Random random, int size, int value, boolean rising) {
        var values = random.ints(size, 0, value + 1).toArray();
        if (rising) {
            Arrays.sort(values);
        }
        int precision = 0;
        var segments = new ArrayList<Demand.Segment>();
        for (int i = 0; i < size; i++) {
            precision += 1 + random.nextInt(3);
            segments.add(
                    new Demand.Segment(Rational.of(precision), Rational.of(random.nextInt(5)), Rational.of(values[i])));
        }
        return new Demand(segments);
    }

    private static Rational relaxedByEnumeration(Demand demand) {
        var best = Rational.ZERO;
        for (int set = 1; set < 1 << demand.size(); set++) {
            var sold = new ArrayList<Offer>();
            for (int i = 0; i < demand.size(); i++) {
                if ((set >> i & 1) == 1) {
                    sold.add(new Offer(demand.at(i).precision(), demand.at(i).value()));
                }
            }
            var prices = demand.precisions().stream()
                    .map(precision -> Repair.below(sold, precision))
                    .toList();
            best = best.max(PriceList.of(demand, prices).revenue());
        }
        return best;
    }
}
