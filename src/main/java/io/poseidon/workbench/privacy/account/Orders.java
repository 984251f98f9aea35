package io.poseidon.workbench.privacy.account;

import java.util.function.DoubleUnaryOperator;

/// From Rényi divergences to ε: the conversion of Canonne, Kamath and Steinke (proposition 12) at one order, and the
/// best order.
public final class Orders {

    private static final double SMALLEST = -12;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private Orders() {}

    /// ε at `delta` for a mechanism whose Rényi divergence of this order is `divergence`.
    static double epsilon(double order, double divergence, double delta) {
        return Math.max(0, divergence - Math.log(delta * order) / (order - 1) + Math.log1p(-1 / order));
    }

    /// The least value over α = 1 + e^u: a coarse grid finds the valley, golden sections its floor. Every α gives a
    /// valid bound, so a missed optimum is never unsound.
    static double minimum(DoubleUnaryOperator epsilonOfOrder, double largestOrder) {
        DoubleUnaryOperator valley = u -> epsilonOfOrder.applyAsDouble(1 + Math.exp(u));
        double step = 0.25;
        double best = SMALLEST;
        for (double u = SMALLEST; u <= Math.log(largestOrder - 1); u += step) {
            if (valley.applyAsDouble(u) < valley.applyAsDouble(best)) {
                best = u;
            }
        }
        return floor(valley, best - step, best + step);
    }

    private static double floor(DoubleUnaryOperator valley, double from, double to) {
        double low = from;
        double high = to;
        while (high - low > 1e-9) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (valley.applyAsDouble(left) < valley.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return valley.applyAsDouble((low + high) / 2);
    }
}
