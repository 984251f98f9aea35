package io.poseidon.workbench.query.preflight;

import io.poseidon.workbench.query.interval.Interval;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/// Gathers the widths of one column row by row. Used by one thread.
final class Extents {

    private final DoubleStream.Builder halves = DoubleStream.builder();
    private final Map<Interval.Reason, Long> unknown = new EnumMap<>(Interval.Reason.class);

    void add(Interval interval) {
        switch (interval) {
            case Interval.Exact ignored -> halves.add(0);
            case Interval.Between(double low, double high) -> {
                // no width: no cell stands behind it, and the value will be NULL
                if (high > low) {
                    halves.add((high - low) / 2);
                }
            }
            case Interval.Unknown(Interval.Reason reason) -> unknown.merge(reason, 1L, Long::sum);
        }
    }

    /// Where no row has an interval, the reason that most of them give.
    Width.Extent extent() {
        var sorted = halves.build().sorted().toArray();
        if (sorted.length == 0) {
            return new Width.Unknown(unknown.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(Interval.Reason.NULL));
        }
        double without = unknown.values().stream().mapToLong(Long::longValue).sum();
        return new Width.Half(
                sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1], without / (without + sorted.length));
    }
}
