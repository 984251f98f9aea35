package io.poseidon.workbench.pricing.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MonopolyPriceTest {

    @ParameterizedTest
    @ValueSource(doubles = {-30, -2, 0, 0.5, 1, 2, 10, 800})
    void noOtherPriceEarnsMoreUnderLogitDemand(double alpha) {
        var best = MonopolyPrice.logit(alpha, 1.5);
        isTheMaximum(best, price -> price / (1 + Math.exp(1.5 * price - alpha)));
    }

    @Test
    void noOtherPriceEarnsMoreUnderTheOtherDemands() {
        isTheMaximum(MonopolyPrice.uniform(100), price -> price * Math.max(0, 1 - price / 100));
        isTheMaximum(MonopolyPrice.exponential(3), price -> price * Math.exp(-price / 3));
        var isoelastic = MonopolyPrice.isoelastic(1000, 2.5, 6);
        DoubleUnaryOperator profit = price -> 1000 * Math.pow(price, -2.5) * (price - 6);
        for (double factor = 0.7; factor < 1.5; factor += 0.05) {
            assertTrue(profit.applyAsDouble(isoelastic.price() * factor)
                    <= profit.applyAsDouble(isoelastic.price()) + 1e-9);
        }
    }

    @Test
    void aPoolKeepsItsProductAndALargerTradeSlipsMore() {
        var pool = new ConstantProduct(1000, 2000, 0);
        double out = pool.received(250);
        assertEquals(2_000_000, 1250 * (2000 - out), 1e-6);
        assertTrue(pool.slippage(250) > pool.slippage(10));
        assertEquals(0, pool.slippage(0));
    }

    @Test
    void whatIsMintedIsRefundedForWhatWasPaid() {
        var before = new BondingCurve(1000, 250, 0.4);
        double minted = before.minted(50);
        var after = new BondingCurve(1000 + minted, 300, 0.4);
        assertEquals(50, after.refund(minted), 1e-9);
    }

    private static void isTheMaximum(MonopolyPrice best, DoubleUnaryOperator revenue) {
        double top = revenue.applyAsDouble(best.price());
        assertEquals(best.revenue(), top, 1e-9 * Math.max(1, top));
        for (double factor = 0.5; factor < 2; factor += 0.05) {
            assertTrue(
                    revenue.applyAsDouble(best.price() * factor) <= top * (1 + 1e-12), "at " + best.price() * factor);
        }
    }
}
