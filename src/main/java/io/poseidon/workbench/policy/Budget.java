package io.poseidon.workbench.policy;

import io.poseidon.workbench.model.Rational;

/// What may be spent, as zero-concentrated privacy loss ρ: by one organisation (`rho`), by one released vector of
/// numbers, by one question, by all organisations together. `delta` is for reading it as an ε.
public record Budget(Rational rho, Rational perNumber, Rational perQuery, Rational allBuyers, Rational delta) {}
