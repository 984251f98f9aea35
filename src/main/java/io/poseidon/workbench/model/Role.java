package io.poseidon.workbench.model;

/// What a column of an aggregate is for.
public enum Role {
    DIMENSION,
    COUNT,
    MEASURE
}
