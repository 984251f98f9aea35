package io.poseidon.workbench.pricing.revenue;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// How many of `trials` succeed, drawn by inverting the tabulated distribution.
final class Binomial {

    private final double[] atMost;

    Binomial(int trials, double share) {
        atMost = new double[trials + 1];
        if (share <= 0 || share >= 1) {
            Arrays.fill(atMost, share <= 0 ? 0 : trials, trials + 1, 1);
            return;
        }
        double logOdds = Math.log(share) - Math.log1p(-share);
        double log = trials * Math.log1p(-share);
        double sum = 0;
        for (int k = 0; k <= trials; k++) {
            sum += Math.exp(log);
            atMost[k] = sum;
            log += logOdds + Math.log((double) (trials - k) / (k + 1));
        }
    }

    int draw(RandomGenerator random) {
        int found = Arrays.binarySearch(atMost, random.nextDouble());
        return Math.min(found < 0 ? -found - 1 : found + 1, atMost.length - 1);
    }
}
