package io.poseidon.workbench.model;

import java.util.List;
import java.util.Optional;

/// The columns of one table, in order.
public record Schema(String table, List<Column> columns) {

    public Schema {
        columns = List.copyOf(columns);
    }

    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public List<Column> dimensions() {
        return columns.stream()
                .filter(column -> column.role() == Role.DIMENSION)
                .toList();
    }

    /// Counts and measures: the columns that carry noise.
    public List<Column> measures() {
        return columns.stream()
                .filter(column -> column.role() != Role.DIMENSION)
                .toList();
    }

    /// Number of declared cells: the product of the domains.
    public long cells() {
        return dimensions().stream().mapToLong(column -> column.domain().size()).reduce(1, Math::multiplyExact);
    }
}
