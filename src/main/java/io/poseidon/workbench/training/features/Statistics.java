package io.poseidon.workbench.training.features;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What preparation asks of a shard: the moments of each numeric column and the category counts of each column whose
/// vocabulary the plan leaves open. Sums over shards are the statistics of the joint data.
public record Statistics(Map<String, Moments> moments, Map<String, Map<String, Long>> counts) {

    public Statistics {
        moments = Map.copyOf(moments);
        counts = Map.copyOf(counts);
    }

    public static Statistics none() {
        return new Statistics(Map.of(), Map.of());
    }

    /// Over the rows given; a category with fewer than `minimumCount` rows is not told.
    public static Statistics of(Rows data, int[] rows, List<String> numeric, List<String> open, int minimumCount) {
        var moments = new TreeMap<String, Moments>();
        numeric.forEach(column -> moments.put(column, Moments.of(data.numbers(column), rows)));
        var counts = new TreeMap<String, Map<String, Long>>();
        open.forEach(column -> counts.put(column, countsOf(data.texts(column), rows, minimumCount)));
        return new Statistics(moments, counts);
    }

    private static Map<String, Long> countsOf(String[] values, int[] rows, int minimumCount) {
        var counts = new TreeMap<String, Long>();
        for (int row : rows) {
            if (!values[row].isEmpty()) {
                counts.merge(values[row], 1L, Long::sum);
            }
        }
        counts.values().removeIf(count -> count < minimumCount);
        return counts;
    }

    public Statistics plus(Statistics other) {
        var allMoments = new TreeMap<>(moments);
        other.moments.forEach((column, theirs) -> allMoments.merge(column, theirs, Moments::plus));
        var allCounts = new TreeMap<String, Map<String, Long>>(counts);
        other.counts.forEach((column, theirs) -> allCounts.merge(column, theirs, Statistics::add));
        return new Statistics(allMoments, allCounts);
    }

    private static Map<String, Long> add(Map<String, Long> ours, Map<String, Long> theirs) {
        var sum = new TreeMap<>(ours);
        theirs.forEach((category, count) -> sum.merge(category, count, Long::sum));
        return sum;
    }
}
