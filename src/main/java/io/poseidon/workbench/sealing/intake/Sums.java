package io.poseidon.workbench.sealing.intake;

import io.poseidon.workbench.sealing.intake.RejectionSql.Cause;
import io.poseidon.workbench.sealing.intake.ValidationReport.Bounding;
import io.poseidon.workbench.sealing.release.CellTotals;
import io.poseidon.workbench.sealing.spec.Rejection;
import io.poseidon.workbench.sealing.spec.SealSpec;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// Adds up what the passes over an input find.
final class Sums {

    private static final int BOUNDING = 4;

    private final Map<Rejection, Long> rejected = new EnumMap<>(Rejection.class);
    private final Map<Rejection, Map<String, Long>> places = new EnumMap<>(Rejection.class);
    private final long[] bounding = new long[BOUNDING];
    private final long[][] columns;
    private final long[] clamped;
    private long accepted;

    Sums(SealSpec spec) {
        for (var reason : Rejection.values()) {
            rejected.put(reason, 0L);
        }
        columns = new long[spec.measures().size() + 1][Math.toIntExact(spec.cells())];
        clamped = new long[spec.measures().size()];
    }

    void accepted(long count) {
        accepted += count;
    }

    void rejected(Cause cause, long count) {
        rejected.merge(cause.reason(), count, Long::sum);
        cause.column()
                .ifPresent(column -> places.computeIfAbsent(cause.reason(), reason -> new TreeMap<>())
                        .merge(column, count, Long::sum));
    }

    /// Contributors, their cells, those over the limit, and the cells left out.
    void bounding(long... numbers) {
        Arrays.setAll(bounding, i -> bounding[i] + numbers[i]);
    }

    void total(int column, int cell, long value) {
        columns[column][cell] = Math.addExact(columns[column][cell], value);
    }

    void clamped(int measure, long cells) {
        clamped[measure] += cells;
    }

    long contributors() {
        return bounding[0];
    }

    ValidationReport report() {
        long rows =
                accepted + rejected.values().stream().mapToLong(Long::longValue).sum();
        var limits = new Bounding(
                bounding[0],
                bounding[1],
                bounding[2],
                bounding[3],
                LongStream.of(clamped).boxed().toList());
        return new ValidationReport(rows, rejected, places, limits);
    }

    CellTotals totals() {
        return new CellTotals(columns);
    }
}
