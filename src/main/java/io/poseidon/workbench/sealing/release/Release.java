package io.poseidon.workbench.sealing.release;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.privacy.DiscreteGaussian;
import io.poseidon.workbench.privacy.RandomBits;

/// The noisy numbers of one edition in all its versions, for every declared cell, nothing suppressed. The best version
/// is the exact totals plus noise; every other one is the next better plus independent noise. Drawn once and kept by
/// the publisher, so that every buyer of a version receives the same numbers. Privacy cost: the best version's rho.
public final class Release {

    private final long[][][] values;

    /// By version, column and cell; taken over.
    Release(long[][][] values) {
        this.values = values;
    }

    /// Draws from `source`, which must be cryptographic outside of tests.
    public static Release draw(CellTotals totals, NoisePlan plan, RandomBits source, Progress progress) {
        var values = new long[plan.levels().size()][plan.columns()][];
        for (int column = 0; column < plan.columns(); column++) {
            var better = totals.column(column);
            for (int level = 0; level < values.length; level++) {
                progress.checkCancelled();
                report(progress, column * values.length + level, plan.columns() * values.length);
                var noise = DiscreteGaussian.of(
                        level == 0
                                ? plan.levels().getFirst().variances().get(column)
                                : plan.step(level, column).addedVariance());
                values[level][column] = plus(better, noise, source);
                better = values[level][column];
            }
        }
        return new Release(values);
    }

    private static long[] plus(long[] values, DiscreteGaussian noise, RandomBits source) {
        var sums = new long[values.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.addExact(values[i], noise.sample(source));
        }
        return sums;
    }

    private static void report(Progress progress, int done, int all) {
        progress.report((double) done / all, "noise");
    }

    public int versions() {
        return values.length;
    }

    public int columns() {
        return values[0].length;
    }

    public int cells() {
        return values[0][0].length;
    }

    public long value(int version, int column, int cell) {
        return values[version][column][cell];
    }

    /// Whether a version shows a cell: its own noisy contributor count decides, and nothing else.
    public boolean isShown(int version, int cell, long threshold) {
        return values[version][0][cell] >= threshold;
    }

    /// Says the size only.
    @Override
    public String toString() {
        return "Release of " + versions() + " versions, " + cells() + " cells";
    }
}
