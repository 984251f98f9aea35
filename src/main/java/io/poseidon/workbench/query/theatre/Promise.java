package io.poseidon.workbench.query.theatre;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.privacy.account.Zcdp;
import java.math.BigDecimal;

/// What the defences promise about an attack that spent ρ, whatever the attacker knows and computes. `byEpsilon` is the
/// largest advantage under (ε, δ) (Kairouz, Oh and Viswanath 2015: (e^ε − 1 + 2δ)/(e^ε + 1)); `byRho` the sharper
/// √(1 − e^(−ρ/2)) that follows from the noise itself: two discrete Gaussians that are k apart have the Bhattacharyya
/// coefficient e^(−k²/8σ²) where k is even and the same but for 4·e^(−2π²σ²) where it is odd (Poisson summation), so
/// answers that cost ρ together, one chosen after the other, have at least e^(−ρ/4), and the distance is at most
/// √(1 − e^(−ρ/2)) (Le Cam 1986). It never reaches 1, and is below Pinsker's √(ρ/2) everywhere.
///
/// 2Φ(√(ρ/2)) − 1, the advantage against continuous Gaussians, is smaller still, but no bound here: at k = 1 discrete
/// noise tells more by one part in 24σ².
public record Promise(double rho, double epsilon, double delta, double byEpsilon, double byRho) {

    /// More than the odd steps of a thousand answers can add where σ is 2 or more.
    private static final double BY_STEP = 1e-12;

    public static Promise of(double rho, Rational delta) {
        double epsilon = Zcdp.epsilon(Rational.of(BigDecimal.valueOf(rho)), delta)
                .epsilon()
                .doubleValue();
        double d = delta.toDouble();
        double byEpsilon = (Math.expm1(epsilon) + 2 * d) / (Math.exp(epsilon) + 1);
        return new Promise(rho, epsilon, d, byEpsilon, BY_STEP + Math.sqrt(-Math.expm1(-rho / 2)));
    }

    /// The smaller of the two.
    public double atMost() {
        return Math.min(byEpsilon, byRho);
    }
}
