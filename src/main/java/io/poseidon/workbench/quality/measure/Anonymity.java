package io.poseidon.workbench.quality.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Rows in classes of equal quasi-identifiers: the classic measures of how well a person hides. They say nothing about
/// what else an attacker knows; noise does.
public record Anonymity(int smallestClass, int classes) {

    /// Diversity of the sensitive values within classes, and their closeness to the whole table (equal distances).
    public record Sensitive(int distinct, double entropy, double closeness) {}

    public static Anonymity of(Collection<? extends List<String>> keys) {
        var sizes = keys.stream().collect(Collectors.groupingBy(key -> key, Collectors.counting()));
        long smallest = sizes.values().stream().mapToLong(Long::longValue).min().orElse(0);
        return new Anonymity(Math.toIntExact(smallest), sizes.size());
    }

    /// `keys` and `values` row by row; at least one row.
    public static Sensitive sensitive(List<? extends List<String>> keys, List<String> values) {
        Map<List<String>, List<String>> classes = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            classes.computeIfAbsent(keys.get(i), key -> new ArrayList<>()).add(values.get(i));
        }
        var whole = ColumnProfile.counts(values);
        int distinct = Integer.MAX_VALUE;
        double entropy = Double.MAX_VALUE;
        double closeness = 0;
        for (var members : classes.values()) {
            var counts = ColumnProfile.counts(members);
            distinct = Math.min(distinct, counts.size());
            entropy = Math.min(entropy, ColumnProfile.entropy(counts));
            closeness = Math.max(closeness, variation(counts, members.size(), whole, values.size()));
        }
        return new Sensitive(distinct, Math.exp(entropy), closeness);
    }

    private static double variation(Map<String, Long> part, double rows, Map<String, Long> whole, double all) {
        return whole.entrySet().stream()
                        .mapToDouble(entry ->
                                Math.abs(part.getOrDefault(entry.getKey(), 0L) / rows - entry.getValue() / all))
                        .sum()
                / 2;
    }
}
