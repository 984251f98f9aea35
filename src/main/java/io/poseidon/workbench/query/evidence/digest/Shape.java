package io.poseidon.workbench.query.evidence.digest;

import io.poseidon.workbench.model.ColumnType;
import java.util.Optional;

/// A column of a committed result. `interval` says whether files may hold its `_low` and `_high` behind it,
/// `bound` whether they may hold `_at_least`.
public record Shape(String name, ColumnType type, Optional<String> unit, boolean interval, boolean bound) {

    /// A column with nothing behind it.
    public static Shape plain(String name, ColumnType type) {
        return new Shape(name, type, Optional.empty(), false, false);
    }
}
