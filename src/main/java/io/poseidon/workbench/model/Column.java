package io.poseidon.workbench.model;

import java.util.List;
import java.util.Optional;

/// A column of an aggregate. A dimension has its declared domain, in order; a count or measure has the bounds of one
/// contributor and the variance of the noise that was added to every cell (zero noise is absent, never zero).
public record Column(
        String name,
        Role role,
        ColumnType type,
        Optional<String> unit,
        List<String> domain,
        Optional<Bounds> bounds,
        Optional<Rational> noiseVariance) {

    public Column {
        domain = List.copyOf(domain);
    }

    public static Column dimension(String name, ColumnType type, List<String> domain) {
        return new Column(name, Role.DIMENSION, type, Optional.empty(), domain, Optional.empty(), Optional.empty());
    }

    /// Standard deviation of the noise in one cell, in the column's unit; zero where there is none.
    public double sigma() {
        return Math.sqrt(noiseVariance.map(Rational::toDouble).orElse(0.0));
    }
}
