package io.poseidon.workbench.quality.measure;

/// How current data of some age is, from 1 down to 0.
public final class Timeliness {

    private Timeliness() {}

    /// max(0, 1 - age/volatility)^sensitivity (Ballou et al. 1998).
    public static double ballou(double age, double volatility, double sensitivity) {
        return Math.pow(Math.max(0, 1 - age / volatility), sensitivity);
    }

    /// 2^(-age/half-life).
    public static double exponential(double age, double halfLife) {
        return Math.pow(2, -age / halfLife);
    }
}
