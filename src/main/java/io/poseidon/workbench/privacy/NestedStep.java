package io.poseidon.workbench.privacy;

import io.poseidon.workbench.model.Rational;

/// From a better version to a worse one: the worse is the better plus N_Z(τ²), τ² = σ₂² − σ₁², drawn once.
///
/// Being post-processing, the worse version never costs more than the better, and all together cost the best one's ρ.
/// Taken alone it is as good as N_Z(σ₂²) up to the slack η = 5e^(−2π²s²) in every log-ratio, s² = 1/(1/σ₁² + 1/τ²)
/// (completing the square; Kairouz, Liu and Steinke 2021, proposition 5 has the same exponent for equal shares).
/// A step with s² under 2 is refused: at 2, η is below 4e-17.
public record NestedStep(Rational better, Rational worse) {

    private static final Rational LEAST = Rational.of(2);

    public NestedStep {
        if (better.signum() <= 0 || worse.compareTo(better) <= 0) {
            throw new IllegalArgumentException("the worse version has the larger variance");
        }
    }

    /// τ², exact: the noise to add.
    public Rational addedVariance() {
        return worse.minus(better);
    }

    /// s², the harmonic sum of the two variances.
    public Rational harmonic() {
        return better.reciprocal().plus(addedVariance().reciprocal()).reciprocal();
    }

    public boolean isSound() {
        return harmonic().compareTo(LEAST) >= 0;
    }

    /// η: the largest log-ratio between the sum of the two noises and one noise of the summed variance.
    public double slack() {
        return 5 * Math.exp(-2 * Math.PI * Math.PI * harmonic().toDouble());
    }

    /// ½(Δ₂/σ₂ + η√d)²: the concentrated privacy loss of the worse version alone, `cells` of which differ between
    /// neighbours.
    public double rhoAlone(Rational squaredSensitivity, long cells) {
        double plain = Math.sqrt(squaredSensitivity.over(worse).toDouble());
        double total = plain + slack() * Math.sqrt(cells);
        return total * total / 2;
    }
}
