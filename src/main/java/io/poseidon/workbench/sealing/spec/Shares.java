package io.poseidon.workbench.sealing.spec;

import io.poseidon.workbench.model.Rational;
import java.util.List;

/// Weights by which a version's rho is divided: over the contributor count, which every threshold reads, and over the
/// measures in their order. Equal unless the specification says otherwise.
public record Shares(Rational contributors, List<Rational> measures) {

    public Shares {
        measures = List.copyOf(measures);
    }

    /// The part of `rho` spent on the contributor count.
    public Rational ofContributors(Rational rho) {
        return rho.times(contributors).over(total());
    }

    /// The part of `rho` spent on one measure.
    public Rational ofMeasure(int measure, Rational rho) {
        return rho.times(measures.get(measure)).over(total());
    }

    private Rational total() {
        return measures.stream().reduce(contributors, Rational::plus);
    }
}
