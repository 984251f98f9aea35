package io.poseidon.workbench.sealing.ledger;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How an edition cuts its population: which time it is about, and at which rising edges the numbers of a column of the
/// input are sorted into ranges (each up to the next edge, the last without an end). Kept with the charge, so that a
/// later edition can be held against it. Nothing is known of a charge that was written before cuts were.
public record Cut(Optional<Time> time, Map<String, List<Long>> edges) {

    public static final Cut UNKNOWN = new Cut(Optional.empty(), Map.of());

    public Cut {
        edges = Collections.unmodifiableMap(new TreeMap<>(edges));
    }

    /// First and last value of the column that tells time; `column` is empty where the period is only stated.
    public record Time(String column, String from, String to) {

        /// Whether both can be about the same rows: not where they are known to be apart.
        boolean meets(Time other) {
            return !column.equals(other.column) || (!isBefore(other) && !other.isBefore(this));
        }

        private boolean isBefore(Time other) {
            boolean numbers = isNumber(to) && isNumber(other.from);
            return numbers ? Long.parseLong(to) < Long.parseLong(other.from) : to.compareTo(other.from) < 0;
        }

        private static boolean isNumber(String text) {
            return text.matches("-?[0-9]{1,18}");
        }
    }
}
