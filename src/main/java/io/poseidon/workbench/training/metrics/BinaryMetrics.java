package io.poseidon.workbench.training.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The figures of a binary classifier on a holdout.
///
/// `auc` counts pairs that share a score bin as half; `aucBinning` is the most by which that can differ from the exact
/// area. The half-widths are of 95 % intervals: for the area after Hanley and McNeil (1982), for the loss from its
/// variance over rows. `calibrationError` is Σ |mean prediction − rate| over the bands, weighted by their rows.
public record BinaryMetrics(
        long count,
        double accuracy,
        double auc,
        double aucBinning,
        double aucHalfWidth,
        double logLoss,
        double logLossHalfWidth,
        double calibrationError,
        List<Band> calibration) {

    private static final double NORMAL_95 = 1.959964;

    /// A band of the calibration curve that has rows: mean prediction and observed rate.
    public record Band(long count, double predicted, double observed) {}

    public BinaryMetrics {
        calibration = List.copyOf(calibration);
    }

    public static BinaryMetrics of(BinaryScores scores) {
        var positives = scores.positives();
        var negatives = scores.negatives();
        var sums = scores.sums();
        double count = Math.max(scores.count(), 1);
        double total = Arrays.stream(positives).sum();
        double pairs = Math.max(total * Arrays.stream(negatives).sum(), 1);
        double auc = wins(positives, negatives) / pairs;
        double meanLoss = sums.loss() / count;
        double variance = Math.max(0, sums.lossSquares() / count - meanLoss * meanLoss);
        var bands = bands(scores);
        return new BinaryMetrics(
                scores.count(),
                sums.correct() / count,
                auc,
                ties(positives, negatives) / 2 / pairs,
                NORMAL_95 * aucError(auc, total, count - total),
                meanLoss,
                NORMAL_95 * Math.sqrt(variance / count),
                bands.stream()
                                .mapToDouble(band -> band.count() * Math.abs(band.predicted() - band.observed()))
                                .sum()
                        / count,
                bands);
    }

    /// Pairs where the positive scores higher, and half of those that share a bin.
    private static double wins(long[] positives, long[] negatives) {
        double wins = 0;
        double below = 0;
        for (int i = 0; i < positives.length; i++) {
            wins += positives[i] * (below + negatives[i] / 2.0);
            below += negatives[i];
        }
        return wins;
    }

    private static double ties(long[] positives, long[] negatives) {
        double ties = 0;
        for (int i = 0; i < positives.length; i++) {
            ties += (double) positives[i] * negatives[i];
        }
        return ties;
    }

    private static double aucError(double auc, double positives, double negatives) {
        if (positives < 1 || negatives < 1) {
            return 1;
        }
        double one = auc / (2 - auc);
        double two = 2 * auc * auc / (1 + auc);
        double squares = auc * (1 - auc) + (positives - 1) * (one - auc * auc) + (negatives - 1) * (two - auc * auc);
        return Math.sqrt(Math.max(0, squares) / (positives * negatives));
    }

    private static List<Band> bands(BinaryScores scores) {
        var positives = scores.positives();
        var negatives = scores.negatives();
        int each = BinaryScores.BINS / BinaryScores.BANDS;
        var bands = new ArrayList<Band>();
        for (int band = 0; band < BinaryScores.BANDS; band++) {
            long up = Arrays.stream(positives, band * each, (band + 1) * each).sum();
            long count = up
                    + Arrays.stream(negatives, band * each, (band + 1) * each).sum();
            if (count > 0) {
                bands.add(new Band(count, scores.predicted()[band] / count, (double) up / count));
            }
        }
        return bands;
    }
}
