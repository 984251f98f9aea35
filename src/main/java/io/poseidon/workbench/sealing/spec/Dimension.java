package io.poseidon.workbench.sealing.spec;

/// One axis of the table: the column of the input it is read from, and the values it may take.
public record Dimension(String name, String column, Domain domain) {}
