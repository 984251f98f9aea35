package io.poseidon.workbench.explore;

import io.poseidon.workbench.model.Schema;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Which values of each dimension are kept; a dimension that is not named keeps all. Filters look at dimensions only:
/// choosing cells by their noisy values would select noise.
public record Filters(Map<String, Set<String>> kept) {

    public static final Filters NONE = new Filters(Map.of());

    public Filters {
        var copy = new LinkedHashMap<String, Set<String>>();
        kept.forEach((column, values) -> copy.put(column, Set.copyOf(values)));
        kept = Collections.unmodifiableMap(copy);
    }

    /// Keeps these values of a dimension; all of them, or none, means no filter.
    public Filters with(Schema schema, String dimension, Set<String> values) {
        var next = new LinkedHashMap<>(kept);
        var column = schema.column(dimension).orElseThrow();
        if (values.isEmpty() || values.containsAll(column.domain())) {
            next.remove(dimension);
        } else {
            next.put(dimension, values);
        }
        return new Filters(next);
    }

    /// Adds or takes away one value, as a click on it does: the first click keeps only that value.
    public Filters toggled(Schema schema, String dimension, String value) {
        var values = new HashSet<>(kept.getOrDefault(dimension, Set.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        return with(schema, dimension, values);
    }

    public Filters without(String dimension) {
        var next = new LinkedHashMap<>(kept);
        next.remove(dimension);
        return new Filters(next);
    }

    public boolean keeps(Schema schema, CellTable.Row row) {
        for (int i = 0; i < row.values().size(); i++) {
            var values = kept.get(schema.dimensions().get(i).name());
            if (values != null && !values.contains(row.values().get(i))) {
                return false;
            }
        }
        return true;
    }

    public boolean isEmpty() {
        return kept.isEmpty();
    }
}
