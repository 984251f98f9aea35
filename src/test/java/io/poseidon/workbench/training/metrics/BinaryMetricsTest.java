package io.poseidon.workbench.training.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.training.network.Head;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BinaryMetricsTest {

    @Test
    void workedExample() {
        var scores = new BinaryScores();
        add(scores, 0.9, true);
        add(scores, 0.6, false);
        add(scores, 0.4, true);
        add(scores, 0.1, false);
        var metrics = BinaryMetrics.of(scores);
        assertEquals(4, metrics.count());
        assertEquals(0.5, metrics.accuracy());
        assertEquals(0.75, metrics.auc());
        assertEquals(0, metrics.aucBinning());
        assertEquals((-Math.log(0.9) - Math.log(0.4)) / 2, metrics.logLoss(), 1e-12);
        assertEquals((0.1 + 0.6 + 0.6 + 0.1) / 4, metrics.calibrationError(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theAreaIsThatOfAllPairsWithinTheStatedBinning(long seed) {
        var random = new SplittableRandom(seed);
        var probabilities = random.doubles(400).map(p -> 0.3 + p * p / 10).toArray();
        var positive = new boolean[400];
        var scores = new BinaryScores();
        for (int i = 0; i < 400; i++) {
            positive[i] = random.nextDouble() < probabilities[i];
            add(scores, probabilities[i], positive[i]);
        }
        var metrics = BinaryMetrics.of(scores);
        assertEquals(exactArea(probabilities, positive), metrics.auc(), metrics.aucBinning() + 1e-12, "seed " + seed);
        assertTrue(metrics.aucBinning() < 0.01, "seed " + seed);
    }

    private static double exactArea(double[] probabilities, boolean[] positive) {
        double wins = 0;
        double pairs = 0;
        for (int i = 0; i < positive.length; i++) {
            for (int j = 0; j < positive.length; j++) {
                if (positive[i] && !positive[j]) {
                    pairs++;
                    wins += probabilities[i] > probabilities[j] ? 1 : probabilities[i] == probabilities[j] ? 0.5 : 0;
                }
            }
        }
        return wins / pairs;
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7})
    void theSumsOfShardsAreTheSumsOfTheirJointHoldout(long seed) {
        var random = new SplittableRandom(seed);
        var joint = new BinaryScores();
        var merged = new BinaryScores();
        for (int shard = 0; shard < 5; shard++) {
            var own = new BinaryScores();
            for (int i = 0; i < 100; i++) {
                double probability = random.nextDouble();
                boolean positive = random.nextBoolean();
                add(own, probability, positive);
                add(joint, probability, positive);
            }
            merged.add(own);
        }
        var one = BinaryMetrics.of(joint);
        var other = BinaryMetrics.of(merged);
        assertEquals(one.auc(), other.auc(), "seed " + seed);
        assertEquals(one.accuracy(), other.accuracy(), "seed " + seed);
        assertEquals(one.logLoss(), other.logLoss(), 1e-12, "seed " + seed);
        assertEquals(one.calibrationError(), other.calibrationError(), 1e-12, "seed " + seed);
    }

    @Test
    void aModelThatKnowsTheRatesIsCalibratedAndOneThatBoastsIsNot() {
        var random = new SplittableRandom(8);
        var honest = new BinaryScores();
        var boasting = new BinaryScores();
        for (int i = 0; i < 50_000; i++) {
            double rate = 0.2 + 0.6 * random.nextDouble();
            boolean positive = random.nextDouble() < rate;
            add(honest, rate, positive);
            add(boasting, rate > 0.5 ? 0.99 : 0.01, positive);
        }
        assertTrue(BinaryMetrics.of(honest).calibrationError() < 0.02);
        assertTrue(BinaryMetrics.of(boasting).calibrationError() > 0.3);
    }

    @Test
    void anIntervalNarrowsWithTheRootOfTheRows() {
        assertEquals(
                2,
                BinaryMetrics.of(sample(10_000)).aucHalfWidth()
                        / BinaryMetrics.of(sample(40_000)).aucHalfWidth(),
                0.1);
    }

    private static BinaryScores sample(int rows) {
        var random = new SplittableRandom(3);
        var scores = new BinaryScores();
        for (int i = 0; i < rows; i++) {
            double rate = random.nextDouble();
            add(scores, rate, random.nextDouble() < rate);
        }
        return scores;
    }

    @Test
    void nothingToScoreIsNoNumberOutOfRange() {
        var metrics = BinaryMetrics.of(new BinaryScores());
        assertEquals(0, metrics.count());
        assertEquals(0, metrics.accuracy());
        assertEquals(0, metrics.calibrationError());
    }

    @Test
    void refusesSumsThatNoHoldoutCanHave() {
        var counts = new long[BinaryScores.BINS];
        var negative = counts.clone();
        negative[7] = -1;
        var predicted = new double[BinaryScores.BANDS];
        var sums = new BinaryScores.Sums(0, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> BinaryScores.of(counts, negative, predicted, sums));
        var tooCorrect = new BinaryScores.Sums(1, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> BinaryScores.of(counts, counts, predicted, tooCorrect));
        var noLoss = new BinaryScores.Sums(0, Double.NaN, 0);
        assertThrows(IllegalArgumentException.class, () -> BinaryScores.of(counts, counts, predicted, noLoss));
    }

    private static void add(BinaryScores scores, double probability, boolean positive) {
        scores.add(probability, positive, Head.logLoss(positive ? probability : 1 - probability));
    }
}
