package io.poseidon.workbench.bundle.manifest;

import io.poseidon.workbench.model.Rational;
import java.util.List;
import java.util.Optional;

/// What one contributor risks by standing in this version, for ever and against any number of questions. Neighbouring
/// data sets differ by adding or removing one contributor. `rho` is the zero-concentrated privacy loss of the whole
/// version and the sum of its shares; (`epsilon`, `delta`) follows from it, rounded up. A cell is shown exactly when
/// its noisy contributor count is at least `threshold`, which follows from the minimum cohort.
public record PrivacyStatement(
        Rational rho,
        List<Share> shares,
        Rational epsilon,
        Rational delta,
        int maximumCellsPerContributor,
        int minimumCohort,
        long threshold,
        Optional<Nesting> nesting) {

    /// The part of rho spent on one released column.
    public record Share(String column, Rational rho) {}

    /// Why all versions of the edition together tell no more than the best: the others are `best` with independent
    /// noise added. `theorem` cites the result, `slack` bounds how far the noise of this version diverges from the
    /// ideal; it is zero in the best one.
    public record Nesting(String best, Rational bestRho, String theorem, Rational slack) {}

    public PrivacyStatement {
        shares = List.copyOf(shares);
    }
}
