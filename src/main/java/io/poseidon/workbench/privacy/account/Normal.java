package io.poseidon.workbench.privacy.account;

/// The standard normal distribution to full double accuracy, tails included. For statements about noise, never for
/// making it.
public final class Normal {

    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
    private static final double SERIES_UP_TO = 3;

    private Normal() {}

    public static double density(double x) {
        return Math.exp(-x * x / 2) / ROOT_TWO_PI;
    }

    /// P(Z ≤ x).
    public static double below(double x) {
        return above(-x);
    }

    /// P(Z ≥ x), with relative accuracy in the upper tail.
    public static double above(double x) {
        if (x < -SERIES_UP_TO) {
            return 1 - tail(-x);
        }
        return x > SERIES_UP_TO ? tail(x) : 0.5 - density(x) * series(x);
    }

    /// The x with P(Z ≤ x) = probability, by bisection; `probability` strictly between 0 and 1.
    public static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability must lie between 0 and 1");
        }
        if (probability > 0.5) {
            return -quantile(1 - probability);
        }
        double low = -40;
        double high = 0;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (below(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// Σ x^(2k+1)/(2k+1)!!, the expansion of (P(Z ≤ x) − 1/2)/φ(x).
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int k = 1; Math.abs(term) > Math.abs(sum) * 0x1p-56; k++) {
            term *= x * x / (2 * k + 1);
            sum += term;
        }
        return sum;
    }

    /// Laplace's continued fraction φ(x)/(x + 1/(x + 2/(x + 3/…))), for x ≥ 3.
    private static double tail(double x) {
        double fraction = x;
        for (int k = 160; k >= 1; k--) {
            fraction = x + k / fraction;
        }
        return density(x) / fraction;
    }
}
