package io.poseidon.workbench.quality.measure;

import java.util.List;

/// How far one distribution over the same classes lies from another, by the usual measures; all are 0 for equal shares.
///
/// @param populationStability Σ(o-e)·ln(o/e), shares floored at 1e-4: where a class is empty, the floor decides
/// @param jensenShannon divergence in bits, 0 to 1; its root is a distance
/// @param effectiveSize Kish's size of the observations after weighting them to the reference
public record DistributionShift(
        double populationStability,
        double jensenShannon,
        double totalVariation,
        double chiSquare,
        double hellinger,
        double effectiveSize) {

    /// Customary limits of the population stability index; others are in use.
    public static final double MODERATE = 0.1;

    public static final double SIGNIFICANT = 0.25;

    private static final double FLOOR = 1e-4;

    /// Counts per class, as many observed as reference ones, each with a positive sum.
    public static DistributionShift of(List<Double> reference, List<Double> observed) {
        double expectedSum = sum(reference);
        double observedSum = sum(observed);
        if (reference.size() != observed.size() || !(expectedSum > 0) || !(observedSum > 0)) {
            throw new IllegalArgumentException("two lists of counts of one length, each with a positive sum");
        }
        double stability = 0;
        double divergence = 0;
        double variation = 0;
        double chi = 0;
        double affinity = 0;
        double weights = 0;
        double squares = 0;
        for (int i = 0; i < reference.size(); i++) {
            double e = reference.get(i) / expectedSum;
            double o = observed.get(i) / observedSum;
            stability += (Math.max(o, FLOOR) - Math.max(e, FLOOR)) * Math.log(Math.max(o, FLOOR) / Math.max(e, FLOOR));
            divergence += (halfDivergence(e, o) + halfDivergence(o, e)) / Math.log(2);
            variation += Math.abs(o - e) / 2;
            chi += e > 0 ? observedSum * (o - e) * (o - e) / e : 0;
            affinity += Math.sqrt(e * o);
            weights += o > 0 ? observedSum * e : 0;
            squares += o > 0 ? observedSum * e * e / o : 0;
        }
        return new DistributionShift(
                stability,
                Math.max(0, divergence),
                variation,
                chi,
                Math.sqrt(Math.max(0, 1 - affinity)),
                squares > 0 ? weights * weights / squares : 0);
    }

    public String band() {
        if (populationStability < MODERATE) {
            return "stable";
        }
        return populationStability < SIGNIFICANT ? "moderate" : "significant";
    }

    private static double halfDivergence(double p, double q) {
        return p > 0 ? p * Math.log(2 * p / (p + q)) / 2 : 0;
    }

    private static double sum(List<Double> counts) {
        return counts.stream().mapToDouble(Double::doubleValue).sum();
    }
}
