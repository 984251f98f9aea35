package io.poseidon.workbench.quality.measure;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How often the values of one column stand there. Rows without a value count for completeness only; the other shares
/// are of the rows that have one, and are undefined (empty) where none has.
public record ColumnProfile(long rows, Map<String, Long> counts) {

    public ColumnProfile {
        counts = Map.copyOf(counts);
    }

    /// `values` without those that are missing.
    public static ColumnProfile of(long rows, List<String> values) {
        return new ColumnProfile(rows, counts(values));
    }

    static Map<String, Long> counts(List<String> values) {
        return values.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    public OptionalDouble completeness() {
        return share(present(), rows);
    }

    /// Values that stand once, of all rows with a value.
    public OptionalDouble uniqueness() {
        return share(once(), present());
    }

    public OptionalDouble distinctness() {
        return share(counts.size(), present());
    }

    /// Values that stand once, of the distinct values.
    public OptionalDouble uniqueValueRatio() {
        return share(once(), counts.size());
    }

    public OptionalDouble entropyNats() {
        return present() == 0 ? OptionalDouble.empty() : OptionalDouble.of(entropy(counts));
    }

    static double entropy(Map<String, Long> counts) {
        double rows = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.values().stream()
                .mapToDouble(count -> -(count / rows) * Math.log(count / rows))
                .sum();
    }

    private long present() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private long once() {
        return counts.values().stream().filter(count -> count == 1).count();
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
