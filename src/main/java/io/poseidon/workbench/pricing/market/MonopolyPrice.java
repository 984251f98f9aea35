package io.poseidon.workbench.pricing.market;

/// The price a single seller would ask, and the revenue per buyer it brings, for textbook demand.
public record MonopolyPrice(double price, double revenue) {

    /// Values even between 0 and the highest.
    public static MonopolyPrice uniform(double highest) {
        return new MonopolyPrice(highest / 2, highest / 4);
    }

    /// Values exponential with this mean.
    public static MonopolyPrice exponential(double mean) {
        return new MonopolyPrice(mean, mean / Math.E);
    }

    /// Demand σ(α - βp): p* = (1 + W(e^(α-1)))/β.
    public static MonopolyPrice logit(double alpha, double beta) {
        double w = lambertOfExp(alpha - 1);
        return new MonopolyPrice((1 + w) / beta, w / beta);
    }

    /// Demand A·p^-e with elasticity over 1 and a cost per unit: the mark-up e/(e-1).
    public static MonopolyPrice isoelastic(double scale, double elasticity, double cost) {
        double price = cost * elasticity / (elasticity - 1);
        return new MonopolyPrice(price, scale * Math.pow(price, 1 - elasticity));
    }

    /// W(eˣ): the w with w + ln w = x, by Newton's steps; never overflows, and is 0 where a double can hold no more.
    private static double lambertOfExp(double x) {
        double w = x > 1 ? x - Math.log(x) : Math.exp(x) / (1 + Math.exp(x));
        for (int i = 0; i < 100 && w > 0; i++) {
            double next = w * (1 + x - Math.log(w)) / (1 + w);
            if (Math.abs(next - w) <= 1e-16 * Math.abs(next)) {
                return next;
            }
            w = next;
        }
        return w;
    }
}
