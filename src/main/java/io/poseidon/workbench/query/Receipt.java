package io.poseidon.workbench.query;

import io.poseidon.workbench.model.Rational;
import java.util.Optional;

/// What a question cost, and how many groups its answer leaves out.
///
/// @param rho privacy loss of this answer alone; zero over cells, for a refused text, and for what was told before
/// @param groups of a question over rows
public record Receipt(Rational rho, Optional<Groups> groups) {

    /// Of `declared` groups `hidden` are not shown: empty ones and those under the minimum cohort look the same.
    public record Groups(long declared, long hidden) {}

    public static final Receipt FREE = new Receipt(Rational.ZERO, Optional.empty());
}
