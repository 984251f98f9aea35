package io.poseidon.workbench.privacy;

import java.math.BigInteger;

/// Whole numbers around e^−γ·2^k, by interval arithmetic on integers with outward rounding throughout.
record PowerOfE(BigInteger lower, BigInteger upper) {

    private static final int GUARD = 64;

    /// `lower ≤ e^(−numerator/denominator)·2^bits ≤ upper`, at most two apart; the exponent is not negative.
    static PowerOfE bounds(BigInteger numerator, BigInteger denominator, int bits) {
        int halvings = Math.max(0, numerator.bitLength() - denominator.bitLength() + 2);
        int width = bits + GUARD + 2 * halvings;
        var divisor = denominator.shiftLeft(halvings);
        var scaled = numerator.shiftLeft(width);
        var small = new PowerOfE(scaled.divide(divisor), ceilingOf(scaled, divisor));
        var power = small.reciprocalOfExp(width);
        for (int i = 0; i < halvings; i++) {
            power = power.square(width);
        }
        return new PowerOfE(power.lower.shiftRight(width - bits), ceilingShift(power.upper, width - bits));
    }

    /// e^−x for x ≤ 1/2 as 1/e^x, whose series has positive terms only; the rest after a term is less than that term.
    private PowerOfE reciprocalOfExp(int width) {
        var one = BigInteger.ONE.shiftLeft(width);
        var sumLower = one;
        var sumUpper = one;
        var termLower = one;
        var termUpper = one;
        for (long n = 1; termUpper.compareTo(BigInteger.ONE) > 0; n++) {
            var order = BigInteger.valueOf(n);
            termLower = termLower.multiply(lower).shiftRight(width).divide(order);
            termUpper = ceilingOf(ceilingShift(termUpper.multiply(upper), width), order);
            sumLower = sumLower.add(termLower);
            sumUpper = sumUpper.add(termUpper);
        }
        var square = one.shiftLeft(width);
        return new PowerOfE(square.divide(sumUpper.add(termUpper)), ceilingOf(square, sumLower));
    }

    private PowerOfE square(int width) {
        return new PowerOfE(lower.multiply(lower).shiftRight(width), ceilingShift(upper.multiply(upper), width));
    }

    private static BigInteger ceilingShift(BigInteger value, int shift) {
        return value.negate().shiftRight(shift).negate();
    }

    private static BigInteger ceilingOf(BigInteger value, BigInteger divisor) {
        return value.add(divisor).subtract(BigInteger.ONE).divide(divisor);
    }
}
