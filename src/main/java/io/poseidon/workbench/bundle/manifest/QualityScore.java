package io.poseidon.workbench.bundle.manifest;

import io.poseidon.workbench.model.Bounds;
import io.poseidon.workbench.model.Rational;
import java.util.Optional;

/// One quality dimension, from 0 to 1, with the formula and the evidence a reader can check it by. Without `rho` it
/// was computed from the sealed cells; with it, it is a noisy release that spent that share of the privacy loss.
public record QualityScore(
        String dimension,
        Rational value,
        Optional<Bounds> interval,
        String formula,
        String evidence,
        Optional<Rational> rho) {}
