package io.poseidon.workbench.engine.batch;

import io.poseidon.workbench.model.ColumnType;

/// A column of a table or of a result.
public record TableColumn(String name, ColumnType type) {}
