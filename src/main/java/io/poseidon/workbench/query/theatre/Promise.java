package io.poseidon.workbench.query.theatre;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.privacy.Zcdp;
import java.math.BigDecimal;

/// What the defences promise about an attack that spent ρ, whatever the attacker knows and computes. `byEpsilon` is the
/// largest advantage under (ε, δ) (Kairouz, Oh and Viswanath 2015: (e^ε − 1 + 2δ)/(e^ε + 1)); `byRho` the sharper
/// √(ρ/2) that follows from the divergence itself (ρ-zCDP bounds it by ρ, Pinsker the distance by its root).
public record Promise(double rho, double epsilon, double delta, double byEpsilon, double byRho) {

    public static Promise of(double rho, Rational delta) {
        double epsilon = Zcdp.epsilon(Rational.of(BigDecimal.valueOf(rho)), delta)
                .epsilon()
                .doubleValue();
        double d = delta.toDouble();
        double byEpsilon = (Math.expm1(epsilon) + 2 * d) / (Math.exp(epsilon) + 1);
        return new Promise(rho, epsilon, d, byEpsilon, Math.min(1, Math.sqrt(rho / 2)));
    }
}
