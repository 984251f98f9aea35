package io.poseidon.workbench.privacy.account;

import io.poseidon.workbench.model.Rational;
import java.math.BigDecimal;

/// The guarantee (ε, δ): ε is an upper bound, rounded up to four decimals; neighbours differ by one contributor added
/// or removed unless the mechanism says otherwise.
public record EpsilonDelta(BigDecimal epsilon, Rational delta) {

    @Override
    public String toString() {
        return "ε " + epsilon.toPlainString() + " at δ " + delta;
    }
}
