package io.poseidon.workbench.query.domain;

import io.poseidon.workbench.model.ColumnType;
import java.util.List;

/// One column of the public table and the values it can take, in order. A value is a text as the policy writes it.
public record Axis(String column, ColumnType type, List<String> values) {
    public Axis {
        values = List.copyOf(values);
    }
}
