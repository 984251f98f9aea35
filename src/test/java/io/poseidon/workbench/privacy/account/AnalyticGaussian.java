package io.poseidon.workbench.privacy.account;

/// The exact (ε, δ) curve of one Gaussian release (Balle and Wang 2018, theorem 8): the floor under every accountant.
public final class AnalyticGaussian {

    private AnalyticGaussian() {}

    /// δ at `epsilon` for noise of standard deviation `multiplier` times the sensitivity.
    public static double delta(double epsilon, double multiplier) {
        double half = 1 / (2 * multiplier);
        double shift = epsilon * multiplier;
        double upper = shift + half;
        double first = Normal.above(shift - half);
        double second = Normal.above(upper);
        return second == 0 ? first : Math.max(0, first - Math.exp(epsilon) * second);
    }

    /// The least ε at `delta`, by bisection.
    public static double epsilon(double delta, double multiplier) {
        double low = 0;
        double high = 1;
        while (delta(high, multiplier) > delta) {
            high *= 2;
        }
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (delta(middle, multiplier) > delta) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
