package io.poseidon.workbench.privacy.account;

import java.util.stream.DoubleStream;

/// The Poisson-subsampled Gaussian mechanism in Rényi terms (Mironov, Talwar and Zhang, arXiv 1908.10530): each
/// contributor takes part with probability `rate`, noise is `multiplier` times the clip, `steps` rounds compose.
///
/// The divergence of order α is ln E[((1−q) + q·e^((2z−1)/2σ²))^α]/(α−1) for z ~ N(0, σ²), taken by the trapezium rule,
/// whose error falls exponentially for this integrand: right for fractional orders too, where published series drop
/// signs. Valid for Poisson sampling only, and not towards whoever sees who took part.
public record SubsampledGaussian(double multiplier, double rate, long steps) {

    private static final int REACH = 40;
    private static final int FINENESS = 8;
    private static final double LARGEST_ORDER = 2048;

    public SubsampledGaussian {
        if (!(rate >= 0 && rate <= 1) || steps < 0 || !(multiplier >= 0.2)) {
            throw new IllegalArgumentException("multiplier at least 0.2, rate a probability, steps not negative");
        }
    }

    /// The least ε at `delta` over all orders, fractional ones included.
    public double epsilon(double delta) {
        if (rate == 0 || steps == 0) {
            return 0;
        }
        return Orders.minimum(order -> epsilonAtOrder(order, delta), LARGEST_ORDER);
    }

    /// The least ε over given orders only, as published tables have it.
    public double epsilon(double delta, double... orders) {
        return DoubleStream.of(orders)
                .map(order -> epsilonAtOrder(order, delta))
                .min()
                .orElseThrow();
    }

    private double epsilonAtOrder(double order, double delta) {
        return Orders.epsilon(order, steps * divergence(order), delta);
    }

    /// Rényi divergence of one step, order above one.
    public double divergence(double order) {
        if (rate == 1) {
            return order / (2 * multiplier * multiplier);
        }
        return Math.max(0, logMoment(order)) / (order - 1);
    }

    private double logMoment(double order) {
        double step = Math.min(multiplier, multiplier * multiplier) / FINENESS;
        long first = (long) Math.floor(-REACH * multiplier / step);
        long last = (long) Math.ceil((order + REACH * multiplier) / step);
        double peak = Double.NEGATIVE_INFINITY;
        for (long i = first; i <= last; i++) {
            peak = Math.max(peak, logIntegrand(i * step, order));
        }
        double sum = 0;
        for (long i = first; i <= last; i++) {
            sum += Math.exp(logIntegrand(i * step, order) - peak);
        }
        return peak + Math.log(sum * step / (multiplier * Math.sqrt(2 * Math.PI)));
    }

    private double logIntegrand(double z, double order) {
        double variance = multiplier * multiplier;
        double exponent = (2 * z - 1) / (2 * variance);
        double logRatio = exponent > 0
                ? exponent + Math.log(rate + (1 - rate) * Math.exp(-exponent))
                : Math.log1p(rate * Math.expm1(exponent));
        return order * logRatio - z * z / (2 * variance);
    }
}
