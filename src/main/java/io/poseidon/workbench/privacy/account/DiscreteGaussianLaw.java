package io.poseidon.workbench.privacy.account;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.privacy.NestedStep;

/// Probabilities, tails and quantiles of N_Z(0, σ²): what an interval or a threshold on noisy integers needs. Small
/// scales are summed term by term, because there the normal quantile is wrong (σ = 3: ±5.88 covers 93.3 %); large ones
/// use the normal law with a continuity correction, which differs by less than 1/(12σ²) relatively.
///
/// Sums of independent noisy cells follow the law of the summed variance to within `5e^(−2π²s²)`, see [NestedStep].
public final class DiscreteGaussianLaw {

    private static final double SUMMED_UP_TO = 200;
    private static final int DEVIATIONS = 40;

    private final double variance;
    private final double sigma;
    private final double weight;

    private DiscreteGaussianLaw(double variance) {
        this.variance = variance;
        this.sigma = Math.sqrt(variance);
        this.weight = totalWeight(variance);
    }

    public static DiscreteGaussianLaw of(Rational variance) {
        return of(variance.toDouble());
    }

    public static DiscreteGaussianLaw of(double variance) {
        if (!(variance > 0)) {
            throw new IllegalArgumentException("variance must be positive");
        }
        return new DiscreteGaussianLaw(variance);
    }

    public double probability(long x) {
        return term(x) / weight;
    }

    /// P(X ≥ x), with relative accuracy for positive x.
    public double atLeast(long x) {
        if (x <= 0) {
            return 1 - atLeast(1 - x);
        }
        if (sigma > SUMMED_UP_TO) {
            return Normal.above((x - 0.5) / sigma);
        }
        double sum = 0;
        for (long y = x + (long) Math.ceil(DEVIATIONS * sigma) + 1; y >= x; y--) {
            sum += term(y);
        }
        return sum / weight;
    }

    /// The least w with P(|X| ≤ w) ≥ `level`, such as 0.95.
    public long halfWidth(double level) {
        double outside = (1 - level) / 2;
        long width = Math.max(0, (long) Math.floor(Normal.quantile(1 - outside) * sigma) - 2);
        while (atLeast(width + 1) > outside) {
            width++;
        }
        return width;
    }

    /// The variance of the integers themselves, a little under σ² where σ² is under 2.
    public double exactVariance() {
        if (variance > 40) {
            return variance;
        }
        double sum = 0;
        for (long x = (long) Math.ceil(DEVIATIONS * sigma) + 1; x >= 1; x--) {
            sum += 2 * (double) x * x * term(x);
        }
        return sum / weight;
    }

    private double term(long x) {
        return Math.exp(-((double) x * x) / (2 * variance));
    }

    /// Σ e^(−x²/2σ²): term by term, or for σ² ≥ 1 by Poisson's formula √(2πσ²)·(1 + 2Σ e^(−2π²σ²j²)).
    private static double totalWeight(double variance) {
        double ratio = variance < 1 ? 1 / (2 * variance) : 2 * Math.PI * Math.PI * variance;
        double sum = 1;
        for (int j = 1; j * j * ratio < 745; j++) {
            sum += 2 * Math.exp(-ratio * j * j);
        }
        return variance < 1 ? sum : sum * Math.sqrt(2 * Math.PI * variance);
    }
}
