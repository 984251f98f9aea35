package io.poseidon.workbench.model;

/// Logical type of a column, as policies, manifests and results name it (lower case).
public enum ColumnType {
    TEXT,
    INTEGER,
    DECIMAL,
    DOUBLE,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    OTHER
}
