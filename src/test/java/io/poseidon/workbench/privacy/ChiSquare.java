package io.poseidon.workbench.privacy;

import java.util.function.LongSupplier;
import java.util.function.LongToDoubleFunction;

/// Pearson's statistic of integer draws against a law, as a standard normal z (Wilson and Hilferty): |z| under 5 is
/// what a fixed seed may show.
final class ChiSquare {

    private ChiSquare() {}

    /// `bin` groups neighbouring integers; `atLeast` is P(X ≥ x). Bins from −`bins` to `bins`, the tails in the last.
    static double z(LongSupplier draws, LongToDoubleFunction atLeast, long bin, int bins, int count) {
        var seen = new long[2 * bins + 1];
        for (int i = 0; i < count; i++) {
            long index = Math.floorDiv(draws.getAsLong(), bin);
            seen[(int) Math.clamp(index, -bins, bins) + bins]++;
        }
        double statistic = 0;
        for (int i = 0; i < seen.length; i++) {
            double from = i == 0 ? 1 : atLeast.applyAsDouble((i - bins) * bin);
            double to = i == 2 * bins ? 0 : atLeast.applyAsDouble((i + 1 - bins) * bin);
            double expected = (from - to) * count;
            statistic += (seen[i] - expected) * (seen[i] - expected) / expected;
        }
        double freedom = 2.0 * bins;
        double variance = 2 / (9 * freedom);
        return (Math.cbrt(statistic / freedom) - (1 - variance)) / Math.sqrt(variance);
    }
}
