package io.poseidon.workbench.query.interval;

/// Quantiles of the noise, for drawing intervals; never for a privacy decision.
final class Normal {

    static final double LEVEL = 0.95;

    private static final double LARGE_SIGMA = 30;

    private Normal() {}

    /// z with both tails together 1 − level, shared by `m` values at once (Bonferroni): each tail (1 − level)/(2m).
    static double quantile(double m) {
        double tail = (1 - LEVEL) / 2 / Math.max(1, m);
        double low = 0;
        double high = 40;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (upperTail(middle) > tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// Half-width for one value with discrete Gaussian noise on the integers: the smallest q with P(|X| ≤ q) at least
    /// the level. From σ = 30 on the continuous quantile is the same within a hundredth.
    static double discrete(double sigma) {
        if (sigma > LARGE_SIGMA) {
            return quantile(1) * sigma;
        }
        double all = 1;
        int last = (int) Math.ceil(12 * sigma) + 1;
        for (int x = 1; x <= last; x++) {
            all += 2 * weight(x, sigma);
        }
        double inside = 1;
        int q = 0;
        while (inside < LEVEL * all) {
            q++;
            inside += 2 * weight(q, sigma);
        }
        return q;
    }

    private static double weight(int x, double sigma) {
        return Math.exp(-(double) x * x / (2 * sigma * sigma));
    }

    /// P(Z > x) for x ≥ 0: the power series of the integral below 3, the continued fraction of Mills' ratio above
    /// (Abramowitz and Stegun 26.2.11 and 26.2.14).
    static double upperTail(double x) {
        double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        if (x < 3) {
            double term = x;
            double sum = x;
            for (int n = 1; n < 200 && term > sum * 1e-17; n++) {
                term *= x * x / (2 * n + 1);
                sum += term;
            }
            return 0.5 - density * sum;
        }
        double fraction = x;
        for (int n = 80; n >= 1; n--) {
            fraction = x + n / fraction;
        }
        return density / fraction;
    }
}
