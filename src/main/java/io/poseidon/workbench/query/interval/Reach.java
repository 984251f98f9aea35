package io.poseidon.workbench.query.interval;

import io.poseidon.workbench.privacy.account.DiscreteGaussianLaw;
import io.poseidon.workbench.privacy.account.Normal;

/// How far noise reaches at the level of all intervals; for drawing them, never for a privacy decision.
final class Reach {

    private static final double LEVEL = 0.95;
    private static final double OUTSIDE = (1 - LEVEL) / 2;
    private static final double LARGE_SIGMA = 30;
    private static final double ALONE = -Normal.quantile(OUTSIDE);

    private Reach() {}

    /// In standard deviations, for one of `m` values that are to be inside together (Bonferroni): each tail is left
    /// (1 − level)/(2m).
    static double among(double m) {
        return m <= 1 ? ALONE : -Normal.quantile(OUTSIDE / m);
    }

    /// Half-width for one value with discrete Gaussian noise on the integers. From σ = 30 on the continuous quantile is
    /// the same within a hundredth.
    static double discrete(double sigma) {
        if (sigma > LARGE_SIGMA) {
            return ALONE * sigma;
        }
        return sigma > 0 ? DiscreteGaussianLaw.of(sigma * sigma).halfWidth(LEVEL) : 0;
    }
}
