package io.poseidon.workbench.pricing.market;

/// A pool of two goods whose product a trade leaves unchanged; `fee` is kept from what is paid in.
public record ConstantProduct(double x, double y, double fee) {

    /// What comes out for `paid` of x.
    public double received(double paid) {
        double counted = paid * (1 - fee);
        return y * counted / (x + counted);
    }

    public double spot() {
        return y / x;
    }

    /// Received per paid; for nothing paid, the limit.
    public double effective(double paid) {
        return paid == 0 ? spot() * (1 - fee) : received(paid) / paid;
    }

    /// Share of the spot price lost to the size of the trade and the fee.
    public double slippage(double paid) {
        return 1 - effective(paid) / spot();
    }
}
