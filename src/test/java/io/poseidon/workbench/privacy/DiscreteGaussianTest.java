package io.poseidon.workbench.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.privacy.account.DiscreteGaussianLaw;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DiscreteGaussianTest {

    private static final long SEED = 20_260_701;
    private static final double FORCED = 0x1p-6;

    @ParameterizedTest
    @ValueSource(strings = {"1/4", "1", "2", "9.37", "100", "1000000", "12345678901234/7"})
    void drawsFollowTheExactProbabilities(String variance) {
        var gaussian = DiscreteGaussian.of(Rational.parse(variance));
        var bits = new SeededBits(SEED);
        assertFits(z(gaussian.variance(), () -> gaussian.sample(bits), 300_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/4", "1", "9.37", "1000000"})
    void theOracleFollowsTheExactProbabilities(String variance) {
        var gaussian = new PlainDiscreteGaussian(Rational.parse(variance));
        var bits = new SeededBits(SEED);
        assertFits(z(Rational.parse(variance), () -> gaussian.sample(bits).longValueExact(), 60_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/4", "1", "9.37", "1000000"})
    void theSlowPathDecidesAsTheFastOneDoes(String text) {
        var variance = Rational.parse(text);
        var slow = new AtomicLong();
        var forced = forced(variance, slow);
        var plain = DiscreteGaussian.of(variance);
        var forcedBits = new SeededBits(SEED);
        var plainBits = new SeededBits(SEED);
        for (int i = 0; i < 40_000; i++) {
            assertEquals(plain.sample(plainBits), forced.sample(forcedBits), "draw " + i + ", seed " + SEED);
        }
        assertTrue(slow.get() > 1_000, "the slow path was taken " + slow.get() + " times");
    }

    @Test
    void theSlowPathFollowsTheExactProbabilities() {
        var variance = Rational.parse("9.37");
        var slow = new AtomicLong();
        var forced = forced(variance, slow);
        var bits = new SeededBits(SEED + 1);
        assertFits(z(variance, () -> forced.sample(bits), 200_000));
        assertTrue(slow.get() > 20_000, "the slow path was taken " + slow.get() + " times");
    }

    @Test
    void aRoundedContinuousNormalIsFoundOut() {
        var random = new Random(SEED);
        double z = z(Rational.ONE, () -> Math.round(random.nextGaussian()), 400_000);
        assertTrue(z > 15, "z = " + z);
    }

    @Test
    void aVarianceTwoPercentWrongIsFoundOut() {
        var wrong = DiscreteGaussian.of(Rational.parse("9.5574"));
        var bits = new SeededBits(SEED);
        double z = z(Rational.parse("9.37"), () -> wrong.sample(bits), 400_000);
        assertTrue(z > 5, "z = " + z);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/4", "1", "9.37", "1000000", "1000000000000000000000000"})
    void theVarianceIsTheStatedOne(String text) {
        var variance = Rational.parse(text);
        var gaussian = DiscreteGaussian.of(variance);
        var bits = new SeededBits(SEED);
        int count = 150_000;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double draw = gaussian.sample(bits);
            sum += draw * draw;
        }
        double expected = DiscreteGaussianLaw.of(variance).exactVariance();
        assertEquals(1, sum / count / expected, 5 * Math.sqrt(3.0 / count));
    }

    @Test
    void theTailsAreNeitherCutNorFat() {
        var variance = Rational.parse("100");
        var gaussian = DiscreteGaussian.of(variance);
        var law = DiscreteGaussianLaw.of(variance);
        var bits = new SeededBits(SEED);
        int count = 1_000_000;
        long beyond = 0;
        for (int i = 0; i < count; i++) {
            if (Math.abs(gaussian.sample(bits)) >= 35) {
                beyond++;
            }
        }
        double expected = 2 * law.atLeast(35) * count;
        assertEquals(expected, beyond, 5 * Math.sqrt(expected));
    }

    @Test
    void theLargestVarianceStaysInsideALong() {
        var gaussian = DiscreteGaussian.of(DiscreteGaussian.LARGEST_VARIANCE);
        var bits = new SeededBits(SEED);
        for (int i = 0; i < 200; i++) {
            assertTrue(Math.abs(gaussian.sample(bits)) < 1L << 60);
        }
    }

    @Test
    void refusesAVarianceThatIsNoVariance() {
        assertThrows(IllegalArgumentException.class, () -> DiscreteGaussian.of(Rational.ZERO));
        assertThrows(
                IllegalArgumentException.class,
                () -> DiscreteGaussian.of(DiscreteGaussian.LARGEST_VARIANCE.plus(Rational.ONE)));
    }

    private static DiscreteGaussian forced(Rational variance, AtomicLong slow) {
        var filter = new LazyFilter(variance, DiscreteGaussian.scale(variance), FORCED, (uniform, p, q) -> {
            slow.incrementAndGet();
            return uniform.isBelowExpMinus(p, q);
        });
        return DiscreteGaussian.withFilter(variance, filter);
    }

    private static double z(Rational variance, LongSupplier draws, int count) {
        var law = DiscreteGaussianLaw.of(variance);
        double sigma = Math.sqrt(variance.toDouble());
        long bin = Math.max(1, (long) (sigma / 12));
        int bins = Math.max(1, (int) (3 * sigma / bin));
        return ChiSquare.z(draws, law::atLeast, bin, bins, count);
    }

    private static void assertFits(double z) {
        assertTrue(Math.abs(z) < 5, "z = " + z + ", seed " + SEED);
    }
}
