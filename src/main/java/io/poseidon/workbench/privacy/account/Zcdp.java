package io.poseidon.workbench.privacy.account;

import io.poseidon.workbench.model.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Zero-concentrated differential privacy (Bun and Steinke 2016), the account everything released is kept in: noise of
/// variance σ² on a vector of L2 sensitivity Δ costs ρ = Δ²/2σ², and costs add up. Exact on rationals; only the
/// translation to (ε, δ) is numerical, and rounded up.
public final class Zcdp {

    private static final Rational HALF = Rational.of(1, 2);
    private static final int DECIMALS = 4;
    private static final double LARGEST_ORDER = 1e9;
    /// What double rounding may hide, far above its real error.
    private static final double CAUTION = 1e-9;

    private Zcdp() {}

    /// σ² = Δ²/2ρ.
    public static Rational variance(Rational squaredSensitivity, Rational rho) {
        requirePositive(rho, "rho");
        return squaredSensitivity.over(rho).times(HALF);
    }

    /// ρ = Δ²/2σ².
    public static Rational rho(Rational squaredSensitivity, Rational variance) {
        requirePositive(variance, "variance");
        return squaredSensitivity.over(variance).times(HALF);
    }

    /// The least ε that Canonne, Kamath and Steinke's proposition 12 gives at `delta`, rounded up.
    public static EpsilonDelta epsilon(Rational rho, Rational delta) {
        double epsilon = epsilon(rho.toDouble(), delta.toDouble());
        double caution = epsilon == 0 ? 0 : CAUTION;
        return new EpsilonDelta(BigDecimal.valueOf(epsilon + caution).setScale(DECIMALS, RoundingMode.CEILING), delta);
    }

    /// The same unrounded: the minimum over orders α > 1 of ρα + ln(1/αδ)/(α−1) + ln(1−1/α), never under zero.
    public static double epsilon(double rho, double delta) {
        if (!(rho >= 0) || !(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("rho must not be negative, delta must lie between 0 and 1");
        }
        if (rho == 0) {
            return 0;
        }
        return Orders.minimum(order -> Orders.epsilon(order, rho * order, delta), LARGEST_ORDER);
    }

    private static void requirePositive(Rational value, String name) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(name + " must be positive");
        }
    }
}
