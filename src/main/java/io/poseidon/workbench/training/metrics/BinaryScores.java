package io.poseidon.workbench.training.metrics;

import java.util.Arrays;

/// What a holdout says about a binary classifier, in sums: those of several shards add up to those of the joint
/// holdout.
///
/// Scores are counted in [#BINS] equal bins of probability; accuracy and log loss are exact, the area under the curve
/// is exact up to the pairs that share a bin ([BinaryMetrics] states that bound). Mutable while it collects: one
/// thread.
public final class BinaryScores {

    public static final int BINS = 2000;
    /// The bands of the calibration curve.
    public static final int BANDS = 20;

    private final long[] positives = new long[BINS];
    private final long[] negatives = new long[BINS];
    private final double[] predicted = new double[BANDS];
    private long correct;
    private double loss;
    private double lossSquares;

    /// One row: the probability given and whether the row is positive. The threshold of accuracy is one half.
    public void add(double probability, boolean positive, double rowLoss) {
        int bin = Math.clamp((int) (probability * BINS), 0, BINS - 1);
        (positive ? positives : negatives)[bin]++;
        predicted[bin * BANDS / BINS] += probability;
        correct += probability >= 0.5 == positive ? 1 : 0;
        loss += rowLoss;
        lossSquares += rowLoss * rowLoss;
    }

    /// Adds another shard's sums to these.
    public void add(BinaryScores other) {
        for (int i = 0; i < BINS; i++) {
            positives[i] += other.positives[i];
            negatives[i] += other.negatives[i];
        }
        for (int i = 0; i < BANDS; i++) {
            predicted[i] += other.predicted[i];
        }
        correct += other.correct;
        loss += other.loss;
        lossSquares += other.lossSquares;
    }

    /// From sums that came over the wire; refuses what no holdout can have.
    public static BinaryScores of(long[] positives, long[] negatives, double[] predicted, Sums sums) {
        var scores = new BinaryScores();
        System.arraycopy(positives, 0, scores.positives, 0, BINS);
        System.arraycopy(negatives, 0, scores.negatives, 0, BINS);
        System.arraycopy(predicted, 0, scores.predicted, 0, BANDS);
        scores.correct = sums.correct();
        scores.loss = sums.loss();
        scores.lossSquares = sums.lossSquares();
        if (!scores.isSound()) {
            throw new IllegalArgumentException("sums that no holdout can have");
        }
        return scores;
    }

    /// The scalar sums.
    public record Sums(long correct, double loss, double lossSquares) {}

    public Sums sums() {
        return new Sums(correct, loss, lossSquares);
    }

    public long[] positives() {
        return positives.clone();
    }

    public long[] negatives() {
        return negatives.clone();
    }

    public double[] predicted() {
        return predicted.clone();
    }

    public long count() {
        return Arrays.stream(positives).sum() + Arrays.stream(negatives).sum();
    }

    private boolean isSound() {
        boolean counts = Arrays.stream(positives).allMatch(n -> n >= 0 && n < 1L << 40)
                && Arrays.stream(negatives).allMatch(n -> n >= 0 && n < 1L << 40)
                && correct >= 0
                && correct <= count();
        boolean sums = Arrays.stream(predicted).allMatch(p -> p >= 0 && p <= count() + 1e-6)
                && loss >= 0
                && lossSquares >= 0
                && Double.isFinite(loss)
                && Double.isFinite(lossSquares);
        return counts && sums;
    }
}
