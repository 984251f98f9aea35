package io.poseidon.workbench.query.evidence.digest;

import io.poseidon.workbench.model.ColumnType;
import java.util.Optional;

/// A column of a committed result. `interval` says whether files may hold its `_low` and `_high` behind it.
public record Shape(String name, ColumnType type, Optional<String> unit, boolean interval) {}
