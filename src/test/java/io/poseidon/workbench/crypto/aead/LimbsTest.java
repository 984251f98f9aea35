package io.poseidon.workbench.crypto.aead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Limbs at the bounds that [Limbs] and [BlockPairs] promise, held to whole numbers.
final class LimbsTest {

    private static final BigInteger P = BigInteger.ONE.shiftLeft(130).subtract(BigInteger.valueOf(5));
    private static final long OVER = Limbs.MASK + (1L << 14);

    private final Random random = new Random(44);

    @Test
    void theProductIsThatOfWholeNumbersAndCarriedUpToTheBounds() {
        for (int i = 0; i < 20_000; i++) {
            var a = limbs(OVER + Limbs.MASK, 2 * Limbs.MASK, Limbs.TOP_MASK + 2 * Limbs.BLOCK_END);
            var b = limbs(OVER, Limbs.MASK, Limbs.TOP_MASK);
            var product = new long[Limbs.COUNT];
            Limbs.multiply(a, b, product);
            assertEquals(number(a).multiply(number(b)).mod(P), number(product).mod(P), () -> shown(a) + shown(b));
            assertCarried(product);
        }
    }

    @Test
    void carryingKeepsTheNumberUpTo53Bits() {
        long most = (1L << 53) - 1;
        for (int i = 0; i < 20_000; i++) {
            var a = limbs(most, most, most);
            var carried = a.clone();
            Limbs.carry(carried);
            assertEquals(number(a).mod(P), number(carried).mod(P), () -> shown(a));
            assertCarried(carried);
        }
    }

    @Test
    void reducesToTheLeastNumberAlsoAroundThePrime() {
        for (int i = -40; i <= 40; i++) {
            assertReduced(P.add(BigInteger.valueOf(i)));
            assertReduced(P.shiftRight(44 + i % 3).shiftLeft(44));
            assertReduced(BigInteger.valueOf(Math.abs(i)));
        }
        for (int i = 0; i < 20_000; i++) {
            assertReduced(number(limbs(OVER, Limbs.MASK, Limbs.TOP_MASK)));
        }
    }

    /// Blocks of ones under the largest keys there are push every column of a pair as far up as it goes.
    @Test
    void pairsOfOnesUnderFactorsOfOnesAgreeWithWholeNumbers() {
        var r = new long[] {Limbs.MASK, Limbs.MASK, Limbs.TOP_MASK};
        var message = new byte[32 * 200];
        Arrays.fill(message, (byte) 0xff);
        var sum = new long[Limbs.COUNT];
        assertEquals(message.length, new BlockPairs().sum(r, message, 0, message.length, sum));
        var block = BigInteger.ONE.shiftLeft(129).subtract(BigInteger.ONE);
        var expected = BigInteger.ZERO;
        for (int i = 0; i < message.length / 16; i++) {
            expected = expected.add(block).multiply(number(r)).mod(P);
        }
        assertEquals(expected, number(sum).mod(P));
        assertCarried(sum);
    }

    private static void assertReduced(BigInteger number) {
        var limbs = new long[] {
            number.longValue() & Limbs.MASK,
            number.shiftRight(44).longValue() & Limbs.MASK,
            number.shiftRight(88).longValue()
        };
        Limbs.reduce(limbs);
        var least = number.mod(P);
        assertEquals(least, number(limbs), number::toString);
        assertEquals(least.longValue(), Limbs.low(limbs));
        assertEquals(least.shiftRight(64).longValue(), Limbs.high(limbs));
    }

    private static void assertCarried(long[] limbs) {
        assertTrue(limbs[0] >= 0 && limbs[0] < OVER, () -> shown(limbs));
        assertTrue(limbs[1] >= 0 && limbs[1] <= Limbs.MASK, () -> shown(limbs));
        assertTrue(limbs[2] >= 0 && limbs[2] <= Limbs.TOP_MASK, () -> shown(limbs));
    }

    private long[] limbs(long... most) {
        return Arrays.stream(most)
                .map(one -> random.nextInt(3) == 0 ? one : random.nextLong(one + 1))
                .toArray();
    }

    private static BigInteger number(long[] limbs) {
        return BigInteger.valueOf(limbs[0])
                .add(BigInteger.valueOf(limbs[1]).shiftLeft(44))
                .add(BigInteger.valueOf(limbs[2]).shiftLeft(88));
    }

    private static String shown(long[] limbs) {
        return Arrays.toString(limbs);
    }
}
