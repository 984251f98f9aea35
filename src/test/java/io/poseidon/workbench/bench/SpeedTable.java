package io.poseidon.workbench.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/// Prints what was measured beside what was promised. A smaller number is better everywhere.
final class SpeedTable {

    /// A side of a comparison.
    interface Work {
        void run();
    }

    /// Medians of two sides that took turns, in nanoseconds.
    record Sides(double ours, double peer) {
        double ratio() {
            return ours / peer;
        }
    }

    SpeedTable() {
        System.out.printf(Locale.ROOT, "%n%-66s %10s %10s  %s%n", "speed", "measured", "promised", "unit");
    }

    void row(String what, double measured, double promised, String unit) {
        var verdict = measured <= promised ? "" : "   MISSED";
        System.out.printf(Locale.ROOT, "%-66s %10.3f %10.3f  %s%s%n", what, measured, promised, unit, verdict);
    }

    /// Without a promise.
    void row(String what, double measured, String unit) {
        System.out.printf(Locale.ROOT, "%-66s %10.3f %10s  %s%n", what, measured, "", unit);
    }

    void load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf(
                Locale.ROOT,
                "load %.1f on %d processors: trust the ratios%n",
                load,
                Runtime.getRuntime().availableProcessors());
    }

    /// Both sides in turn, after a warm-up of both.
    static Sides alternate(int rounds, Work ours, Work peer) {
        var times = new double[2][rounds];
        for (int round = -2; round < rounds; round++) {
            double own = time(ours);
            double other = time(peer);
            if (round >= 0) {
                times[0][round] = own;
                times[1][round] = other;
            }
        }
        return new Sides(median(times[0]), median(times[1]));
    }

    /// Several sides in turn, another one first in every round, after a warm-up of all: medians in milliseconds.
    static double[] turns(int rounds, Work... sides) {
        var times = new double[sides.length][rounds];
        for (int round = -2; round < rounds; round++) {
            for (int turn = 0; turn < sides.length; turn++) {
                int side = Math.floorMod(turn + round, sides.length);
                double time = time(sides[side]) / 1e6;
                if (round >= 0) {
                    times[side][round] = time;
                }
            }
        }
        return Arrays.stream(times).mapToDouble(SpeedTable::median).toArray();
    }

    /// Several sides in turn, another one first in every round, after a warm-up of all: medians of the processor time
    /// of
    /// the whole program, in seconds.
    static double[] processor(int rounds, Work... sides) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var times = new double[sides.length][rounds];
        for (int round = -2; round < rounds; round++) {
            for (int turn = 0; turn < sides.length; turn++) {
                int side = Math.floorMod(turn + round, sides.length);
                long start = system.getProcessCpuTime();
                sides[side].run();
                if (round >= 0) {
                    times[side][round] = (system.getProcessCpuTime() - start) / 1e9;
                }
            }
        }
        return Arrays.stream(times).mapToDouble(SpeedTable::median).toArray();
    }

    static double time(Work work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    static double median(double[] values) {
        return quantile(values, 0.5);
    }

    static double quantile(double[] values, double share) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) Math.floor(share * sorted.length))];
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }
}
