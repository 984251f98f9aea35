package io.poseidon.workbench.policy.span;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Why the prime is secret, and the arithmetic modulo it.
final class SecretPrimeTest {

    private static final SecureRandom SECURE = new SecureRandom();

    @ParameterizedTest
    @CsvSource({"2147483647, 47", "2305843009213693951, 90", "1125899906842597, 74"})
    void aHistoryMadeAgainstAKnownPrimeDeceivesItAndNotASecretOne(long known, int most) {
        var history = PublicPrimes.history(known);
        int cells = history.size();
        assertTrue(cells <= most, cells + " rows");
        var deceived = new Echelon(cells, known);
        history.forEach(deceived::learn);
        assertEquals(new BitSet(), deceived.determined(), "modulo the known prime nothing is determined");
        var audit = new SpanAudit(cells);
        audit.learn(history);
        assertEquals(cells, audit.determined().cardinality(), "everything is");
    }

    @Test
    void everyDrawIsAnother() {
        assertNotEquals(
                SecretField.draw(SECURE).prime(), SecretField.draw(SECURE).prime());
        assertEquals(50, Long.toBinaryString(SecretField.draw(SECURE).prime()).length());
        assertEquals("SecretField", SecretField.draw(SECURE).toString());
    }

    @Test
    void productsRemaindersAndInversesAreExact() {
        var field = SecretField.draw(SECURE);
        var prime = BigInteger.valueOf(field.prime());
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double a = residue(random, field, i);
            double b = residue(random, field, i / 3);
            var product = BigInteger.valueOf((long) a).multiply(BigInteger.valueOf((long) b));
            assertEquals(product.mod(prime).longValueExact(), field.canonical(field.times(a, b)), a + " · " + b);
            if (field.canonical(a) != 0) {
                assertEquals(1, field.canonical(field.times(a, field.inverse(a))), "1 / " + a);
            }
            long any = random.nextLong();
            assertEquals(Math.floorMod(any, field.prime()), field.canonical(field.reduce(any)), "of " + any);
        }
    }

    @Test
    void longSumsAndProductsAreTheSameAsOneByOne() {
        var field = SecretField.draw(SECURE);
        var random = new Random(6);
        for (int length = 0; length < 400; length += 1 + length / 9) {
            var ones = new double[length];
            var values = new double[length];
            for (int i = 0; i < length; i++) {
                ones[i] = random.nextInt(length % 3 + 1) == 0 ? 1 : 0;
                values[i] = residue(random, field, length % 2 == 0 ? 0 : random.nextInt(9));
            }
            var at = IntStream.range(0, length).filter(i -> ones[i] == 1).toArray();
            double factor = residue(random, field, random.nextInt(9));
            double sum = 0;
            var moved = values.clone();
            field.addMultiple(moved, factor, values, length);
            for (int i = 0; i < length; i++) {
                sum = field.reduce(sum + ones[i] * values[i]);
                double expected = field.reduce(values[i] + field.times(factor, values[i]));
                assertEquals(field.canonical(expected), field.canonical(moved[i]), "length " + length + " at " + i);
                assertTrue(Math.abs(moved[i]) < field.prime());
            }
            assertEquals(field.canonical(sum), field.canonical(field.sum(ones, values, length)), "length " + length);
            assertEquals(field.canonical(sum), field.canonical(field.sumAt(values, at)), "length " + length);
        }
    }

    @Test
    void sumsOfVeryManyAreExactToo() {
        var field = SecretField.draw(SECURE);
        int count = 100_000;
        var values = new double[count];
        Arrays.fill(values, field.prime() - 1);
        var at = IntStream.range(0, count).toArray();
        assertEquals(field.prime() - count, field.canonical(field.sumAt(values, at)));
    }

    @Test
    void allInversesAtOnceAreTheSameAsOneByOne() {
        var field = SecretField.draw(SECURE);
        var random = new Random(7);
        for (int count : new int[] {0, 1, 15, 16, 17, 200}) {
            var residues =
                    random.doubles(count).map(x -> 1 + Math.floor(x * 1e14)).toArray();
            var inverses = field.inverses(residues);
            for (int i = 0; i < count; i++) {
                assertEquals(1, field.canonical(field.times(residues[i], inverses[i])), count + " at " + i);
            }
        }
    }

    /// With a prime of two bits the random numbers often fail; that must be noticed where they show a cell as half
    /// determined.
    @Test
    void numbersThatDoNotServeAreNoticed() {
        var random = new Random(8);
        var seen = EnumSet.noneOf(Verdict.class);
        for (int round = 0; round < 200; round++) {
            var field = new SecretField(BigInteger.valueOf(3));
            var space = new NullSpace(field, 8, new BitSet(), SECURE);
            for (int i = 0; i < 3; i++) {
                space.learn(BitSet.valueOf(new long[] {1 + random.nextInt(255)}));
            }
            var verdict = Openings.look(space, new ReleasedSets());
            seen.add(verdict);
            if (verdict == Verdict.UNLUCKY) {
                assertTrue(IntStream.range(0, 8)
                        .anyMatch(cell -> space.vector(0)[cell] == 0 && !space.isDetermined(cell)));
            }
        }
        assertEquals(EnumSet.allOf(Verdict.class), seen);
    }

    /// Also at the ends of what a residue may be.
    private static double residue(Random random, SecretField field, int kind) {
        long most = field.prime() - 1;
        return switch (kind % 6) {
            case 0 -> most;
            case 1 -> -most;
            case 2 -> random.nextInt(3) - 1;
            default -> random.nextLong(-most, most + 1);
        };
    }
}
