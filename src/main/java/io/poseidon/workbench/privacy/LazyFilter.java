package io.poseidon.workbench.privacy;

import io.poseidon.workbench.model.Rational;
import java.math.BigInteger;

/// Decides the coins of the discrete Gaussian sampler quickly and exactly. A coin of probability e^−γ compares a
/// uniform number of 53 bits with a double near e^−γ; that double is within 2^−48 of the truth (γ by at most three
/// roundings, damped by e^−γ, and `exp` within one unit in the last place), so outside a margin of 2^−44 the answer is
/// certain. Inside, once in about 2^43 coins, [ExactUniform] goes on with the **same** uniform number in whole
/// numbers. The law of the result is therefore exactly that of the rational sampler; the double only filters.
final class LazyFilter {

    static final double MARGIN = 0x1p-44;

    private static final double UNIT = 0x1p-53;
    private static final int BLOCKS = 8;
    private static final double[] POWERS = powers();

    /// What to do inside the margin; tests count the calls.
    @FunctionalInterface
    interface Exact {
        boolean isBelowExpMinus(ExactUniform uniform, BigInteger numerator, BigInteger denominator);
    }

    private final double margin;
    private final Exact exact;
    private final Rational variance;
    private final BigInteger scale;
    private final double inverseScale;
    private final double centre;
    private final double inverseTwiceVariance;

    LazyFilter(Rational variance, BigInteger scale) {
        this(variance, scale, MARGIN, ExactUniform::isBelowExpMinus);
    }

    LazyFilter(Rational variance, BigInteger scale, double margin, Exact exact) {
        this.variance = variance;
        this.scale = scale;
        this.margin = margin;
        this.exact = exact;
        inverseScale = 1 / scale.doubleValue();
        centre = variance.over(new Rational(scale, BigInteger.ONE)).toDouble();
        inverseTwiceVariance = 1 / (2 * variance.toDouble());
    }

    /// A coin of probability e^(−offset/t).
    boolean keepsOffset(long offset, RandomBits source) {
        long head = source.nextWord() >>> 11;
        return switch (compare(head, Math.exp(-offset * inverseScale))) {
            case BELOW -> true;
            case ABOVE -> false;
            case CLOSE -> exact.isBelowExpMinus(new ExactUniform(head, source), BigInteger.valueOf(offset), scale);
        };
    }

    /// A coin of probability e^(−(magnitude − σ²/t)²/2σ²).
    boolean keepsCandidate(long magnitude, RandomBits source) {
        long head = source.nextWord() >>> 11;
        double distance = magnitude - centre;
        return switch (compare(head, Math.exp(-distance * distance * inverseTwiceVariance))) {
            case BELOW -> true;
            case ABOVE -> false;
            case CLOSE -> keepsExactly(magnitude, new ExactUniform(head, source));
        };
    }

    /// With σ² = p/q the exponent is (magnitude·t·q − p)² / 2pqt².
    private boolean keepsExactly(long magnitude, ExactUniform uniform) {
        var p = variance.numerator();
        var q = variance.denominator();
        var distance = BigInteger.valueOf(magnitude).multiply(scale).multiply(q).subtract(p);
        var denominator = p.multiply(q).multiply(scale).multiply(scale).shiftLeft(1);
        return exact.isBelowExpMinus(uniform, distance.multiply(distance), denominator);
    }

    /// A number v ≥ 0 with P(v ≥ j) = e^−j: one uniform number against e^−1 … e^−8, then by memorylessness another.
    long blocks(RandomBits source) {
        long total = 0;
        int found;
        do {
            found = upToEight(source);
            total += found;
        } while (found == BLOCKS);
        return total;
    }

    private int upToEight(RandomBits source) {
        long head = source.nextWord() >>> 11;
        for (int j = 0; j < BLOCKS; j++) {
            switch (compare(head, POWERS[j])) {
                case BELOW -> {}
                case ABOVE -> {
                    return j;
                }
                case CLOSE -> {
                    return exactlyFrom(j, new ExactUniform(head, source));
                }
            }
        }
        return BLOCKS;
    }

    private int exactlyFrom(int first, ExactUniform uniform) {
        int j = first;
        while (j < BLOCKS && exact.isBelowExpMinus(uniform, BigInteger.valueOf(j + 1), BigInteger.ONE)) {
            j++;
        }
        return j;
    }

    private Side compare(long head, double probability) {
        double low = head * UNIT;
        if (low + UNIT <= probability - margin) {
            return Side.BELOW;
        }
        return low >= probability + margin ? Side.ABOVE : Side.CLOSE;
    }

    private enum Side {
        BELOW,
        ABOVE,
        CLOSE
    }

    private static double[] powers() {
        var powers = new double[BLOCKS];
        for (int j = 0; j < BLOCKS; j++) {
            powers[j] = Math.exp(-(j + 1));
        }
        return powers;
    }
}
