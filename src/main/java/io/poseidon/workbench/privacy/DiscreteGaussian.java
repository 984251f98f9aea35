package io.poseidon.workbench.privacy;

import io.poseidon.workbench.model.Rational;
import java.math.BigInteger;

/// The discrete Gaussian N_Z(0, σ²): an integer x with probability proportional to e^(−x²/2σ²), drawn exactly after
/// Canonne, Kamath and Steinke (arXiv 2004.00010, algorithm 3) for a rational σ². No floating-point number enters the
/// law: see [LazyFilter] for how the only one in sight merely saves time.
///
/// Immutable; a generator is confined to one thread. Privacy cost: Δ²/2σ² of rho for a vector of L2 sensitivity Δ.
public final class DiscreteGaussian {

    /// Beyond this scale the plain sampler serves; its results still fit a long up to [#LARGEST_VARIANCE].
    private static final BigInteger LARGEST_LAZY_SCALE = BigInteger.ONE.shiftLeft(45);

    /// σ of 2^55: forty standard deviations stay inside a long.
    public static final Rational LARGEST_VARIANCE = new Rational(BigInteger.ONE.shiftLeft(110), BigInteger.ONE);

    private final Rational variance;
    private final long scale;
    private final LazyFilter filter;

    private DiscreteGaussian(Rational variance, long scale, LazyFilter filter) {
        this.variance = variance;
        this.scale = scale;
        this.filter = filter;
    }

    /// `variance` is σ², positive and at most [#LARGEST_VARIANCE].
    public static DiscreteGaussian of(Rational variance) {
        return withFilter(variance, new LazyFilter(variance, scale(variance)));
    }

    static DiscreteGaussian withFilter(Rational variance, LazyFilter filter) {
        if (variance.signum() <= 0 || variance.compareTo(LARGEST_VARIANCE) > 0) {
            throw new IllegalArgumentException("variance must be positive and at most 2^110");
        }
        return new DiscreteGaussian(variance, scale(variance).longValueExact(), filter);
    }

    /// One draw, for callers that need one of each variance.
    public static long sample(Rational variance, RandomBits source) {
        return of(variance).sample(source);
    }

    public Rational variance() {
        return variance;
    }

    public long sample(RandomBits source) {
        if (scale > LARGEST_LAZY_SCALE.longValue()) {
            return new PlainDiscreteGaussian(variance).sample(source).longValueExact();
        }
        while (true) {
            long candidate = laplaceMagnitude(source);
            boolean negative = source.nextBit();
            boolean secondZero = negative && candidate == 0;
            if (!secondZero && filter.keepsCandidate(candidate, source)) {
                return negative ? -candidate : candidate;
            }
        }
    }

    /// A discrete Laplace variable of integer scale t is ±(U + tV): U below t kept with e^(−U/t), V geometric of e^−1.
    private long laplaceMagnitude(RandomBits source) {
        long offset;
        do {
            offset = source.below(scale);
        } while (!filter.keepsOffset(offset, source));
        return Math.addExact(offset, Math.multiplyExact(scale, filter.blocks(source)));
    }

    /// t = ⌊σ⌋ + 1.
    static BigInteger scale(Rational variance) {
        return variance.floor().sqrt().add(BigInteger.ONE);
    }
}
