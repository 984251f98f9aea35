package io.poseidon.workbench.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Chosen rows as disjoint ranges: choosing all of ten million costs as much as choosing one. Immutable.
public final class RowRanges {

    /// Both ends belong to it.
    public record Range(long first, long last) {}

    public static final RowRanges NONE = new RowRanges(new TreeMap<>());

    private final TreeMap<Long, Long> ends;

    private RowRanges(TreeMap<Long, Long> ends) {
        this.ends = ends;
    }

    public static RowRanges of(long one, long other) {
        var ends = new TreeMap<Long, Long>();
        ends.put(Math.min(one, other), Math.max(one, other));
        return new RowRanges(ends);
    }

    public static RowRanges all(long rows) {
        return rows == 0 ? NONE : of(0, rows - 1);
    }

    /// With one row more or, if it was chosen, one less.
    public RowRanges toggled(long row) {
        return contains(row) ? without(row) : with(row);
    }

    public boolean contains(long row) {
        var range = ends.floorEntry(row);
        return range != null && range.getValue() >= row;
    }

    public long count() {
        return ends.entrySet().stream()
                .mapToLong(range -> range.getValue() - range.getKey() + 1)
                .sum();
    }

    /// In order.
    public List<Range> ranges() {
        var ranges = new ArrayList<Range>();
        ends.forEach((first, last) -> ranges.add(new Range(first, last)));
        return ranges;
    }

    private RowRanges with(long row) {
        var changed = new TreeMap<>(ends);
        long first = row;
        long last = row;
        Map.Entry<Long, Long> before = changed.floorEntry(row);
        if (before != null && before.getValue() == row - 1) {
            first = before.getKey();
        }
        Long after = changed.remove(row + 1);
        if (after != null) {
            last = after;
        }
        changed.put(first, last);
        return new RowRanges(changed);
    }

    private RowRanges without(long row) {
        var changed = new TreeMap<>(ends);
        var range = changed.floorEntry(row);
        changed.remove(range.getKey());
        if (range.getKey() < row) {
            changed.put(range.getKey(), row - 1);
        }
        if (range.getValue() > row) {
            changed.put(row + 1, range.getValue());
        }
        return new RowRanges(changed);
    }
}
