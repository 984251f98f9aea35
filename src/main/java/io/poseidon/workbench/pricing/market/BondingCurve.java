package io.poseidon.workbench.pricing.market;

/// Bancor's bonding curve: `ratio` (0 to 1) of the tokens' worth is held in reserve.
public record BondingCurve(double supply, double reserve, double ratio) {

    public double price() {
        return reserve / (supply * ratio);
    }

    /// Tokens made for a deposit into the reserve.
    public double minted(double deposit) {
        return supply * (Math.pow(1 + deposit / reserve, ratio) - 1);
    }

    /// What is paid from the reserve for tokens given back.
    public double refund(double tokens) {
        return reserve * (1 - Math.pow(1 - tokens / supply, 1 / ratio));
    }
}
