package io.poseidon.workbench.privacy;

import io.poseidon.workbench.model.Rational;
import java.math.BigInteger;

/// The sampler of Canonne, Kamath and Steinke (arXiv 2004.00010, algorithms 1 to 3) word by word on big integers: slow,
/// without a limit, and the oracle that the fast one is held against.
final class PlainDiscreteGaussian {

    private final BigInteger p;
    private final BigInteger q;
    private final BigInteger scale;

    PlainDiscreteGaussian(Rational variance) {
        p = variance.numerator();
        q = variance.denominator();
        scale = DiscreteGaussian.scale(variance);
    }

    /// Algorithm 3: a discrete Laplace candidate is kept with probability e^(−(|y| − σ²/t)²/2σ²).
    BigInteger sample(RandomBits source) {
        while (true) {
            var candidate = laplace(source);
            var distance = candidate.abs().multiply(scale).multiply(q).subtract(p);
            var denominator = p.multiply(q).multiply(scale).multiply(scale).shiftLeft(1);
            if (coinExpMinus(distance.multiply(distance), denominator, source)) {
                return candidate;
            }
        }
    }

    /// Algorithm 2 with an integer scale t.
    private BigInteger laplace(RandomBits source) {
        while (true) {
            var offset = source.below(scale);
            if (!coinExpMinus(offset, scale, source)) {
                continue;
            }
            var blocks = BigInteger.ZERO;
            while (coinExpMinus(BigInteger.ONE, BigInteger.ONE, source)) {
                blocks = blocks.add(BigInteger.ONE);
            }
            var magnitude = offset.add(scale.multiply(blocks));
            boolean negative = source.nextBit();
            if (!negative || magnitude.signum() != 0) {
                return negative ? magnitude.negate() : magnitude;
            }
        }
    }

    /// Algorithm 1: a coin of probability e^−γ for a rational γ ≥ 0.
    private static boolean coinExpMinus(BigInteger numerator, BigInteger denominator, RandomBits source) {
        var parts = numerator.divideAndRemainder(denominator);
        for (var i = parts[0]; i.signum() > 0; i = i.subtract(BigInteger.ONE)) {
            if (!coinExpMinusUpToOne(BigInteger.ONE, BigInteger.ONE, source)) {
                return false;
            }
        }
        return coinExpMinusUpToOne(parts[1], denominator, source);
    }

    private static boolean coinExpMinusUpToOne(BigInteger numerator, BigInteger denominator, RandomBits source) {
        long k = 1;
        while (source.below(denominator.multiply(BigInteger.valueOf(k))).compareTo(numerator) < 0) {
            k++;
        }
        return k % 2 == 1;
    }
}
