package io.poseidon.workbench.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PowerOfETest {

    private static final long SEED = 5;

    @Test
    void oneOverEIsRightToFiftyDigits() {
        var bounds = PowerOfE.bounds(BigInteger.ONE, BigInteger.ONE, 200);
        var unit = new BigDecimal(BigInteger.ONE.shiftLeft(200));
        var known = "0.36787944117144232159552377016146086744581113103176";
        assertTrue(new BigDecimal(bounds.lower())
                .divide(unit, MathContext.DECIMAL128)
                .toString()
                .startsWith(known.substring(0, 34)));
        assertTrue(decimal(bounds.lower(), unit).compareTo(new BigDecimal(known + "8")) <= 0);
        assertTrue(decimal(bounds.upper(), unit).compareTo(new BigDecimal(known + "7")) >= 0);
    }

    @Test
    void boundsAreTightAndHoldTheSeriesOfEveryExponent() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 300; i++) {
            var p = BigInteger.valueOf(random.nextLong(1L << 40));
            var q = BigInteger.valueOf(1 + random.nextLong(1L << 38));
            var bounds = PowerOfE.bounds(p, q, 117);
            assertTrue(bounds.upper().subtract(bounds.lower()).compareTo(BigInteger.TWO) <= 0, "seed " + SEED);
            double power = Math.exp(-p.doubleValue() / q.doubleValue());
            double found = new BigDecimal(bounds.lower()).doubleValue() * 0x1p-117;
            assertEquals(power, found, power * 1e-12 + 0x1p-116, p + "/" + q);
        }
    }

    @Test
    void exponentZeroIsOne() {
        var one = BigInteger.ONE.shiftLeft(64);
        var bounds = PowerOfE.bounds(BigInteger.ZERO, BigInteger.TEN, 64);
        assertTrue(bounds.lower().compareTo(one) <= 0 && bounds.upper().compareTo(one) >= 0);
    }

    @Test
    void theUniformGoesOnWhenItsFirstBitsDoNotDecide() {
        var power = PowerOfE.bounds(BigInteger.ONE, BigInteger.ONE, 53);
        long head = power.lower().longValueExact();
        assertTrue(new ExactUniform(head, () -> 0).isBelowExpMinus(BigInteger.ONE, BigInteger.ONE));
        assertTrue(!new ExactUniform(head, () -> -1).isBelowExpMinus(BigInteger.ONE, BigInteger.ONE));
    }

    private static BigDecimal decimal(BigInteger value, BigDecimal unit) {
        return new BigDecimal(value).divide(unit, new MathContext(80));
    }
}
