package io.poseidon.workbench.policy.span;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// Whole numbers modulo a random prime p of 50 bits, each held as a double in (−p, p).
///
/// The prime must stay secret: against a known one of 31 bits 47 questions hide what they determine, against a known
/// one of 61 bits 90. A history of a thousand numbers has at most about a hundred bad primes of 2·10^13.
///
/// Why 50 bits: a product is then exact as the two doubles that a fused multiply–add gives, its remainder needs one
/// more, and every vector unit has them. 61 bits would need products of 128 bits, which none has; two primes of 31 bits
/// cost the same as this one and tell less.
final class SecretField {

    private static final int BITS = 50;
    /// Adding and taking away this rounds a double below 2^51 to the nearest whole number.
    private static final double ROUNDER = 0x1.8p52;
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    /// As many values as a lane can add to one remainder below 2^53.
    private static final int EXACT_TERMS = 7;
    /// Sums of so many whole numbers below 2^50 stay below 2^63.
    private static final int MOST_WHOLE = 1 << 12;
    /// Shorter ones are not worth the set-up.
    private static final int LEAST_FOR_LANES = 48;

    private final double prime;
    private final double inverse;

    /// A chosen one; for secrecy [#draw].
    SecretField(BigInteger prime) {
        if (prime.bitLength() > BITS) {
            throw new IllegalArgumentException("the prime has at most 50 bits");
        }
        this.prime = prime.doubleValue();
        this.inverse = 1 / this.prime;
    }

    static SecretField draw(SecureRandom random) {
        return new SecretField(BigInteger.probablePrime(BITS, random));
    }

    long prime() {
        return (long) prime;
    }

    /// Uniform, and none of them zero.
    long[] random(SecureRandom random, int count) {
        var bytes = new byte[count * Long.BYTES];
        random.nextBytes(bytes);
        var words = ByteBuffer.wrap(bytes).asLongBuffer();
        var drawn = new long[count];
        int bits = Long.SIZE - Long.numberOfLeadingZeros(prime());
        for (int i = 0; i < count; i++) {
            long word = words.get(i) >>> (Long.SIZE - bits);
            while (word == 0 || word >= prime()) {
                word = random.nextLong() >>> (Long.SIZE - bits);
            }
            drawn[i] = word;
        }
        return drawn;
    }

    /// The remainder of a whole number below 2^53.
    double reduce(double whole) {
        double quotient = whole * inverse + ROUNDER - ROUNDER;
        return Math.fma(-quotient, prime, whole);
    }

    /// The remainder of any whole number.
    double reduce(long whole) {
        long quotient = (long) (whole * inverse);
        return reduce((double) (whole - quotient * (long) prime));
    }

    /// The remainder from 0 to p − 1.
    long canonical(double residue) {
        long whole = (long) reduce(residue);
        return whole < 0 ? whole + (long) prime : whole;
    }

    double times(double a, double b) {
        double high = a * b;
        double low = Math.fma(a, b, -high);
        double quotient = high * inverse + ROUNDER - ROUNDER;
        return Math.fma(-quotient, prime, high) + low;
    }

    /// By Euclid's algorithm; of what is not zero.
    double inverse(double residue) {
        long above = prime();
        long below = canonical(residue);
        long factorAbove = 0;
        long factorBelow = 1;
        while (below != 1) {
            long quotient = above / below;
            long rest = above - quotient * below;
            long factor = factorAbove - quotient * factorBelow;
            above = below;
            below = rest;
            factorAbove = factorBelow;
            factorBelow = factor;
        }
        return factorBelow;
    }

    /// Of the values at some places.
    double sumAt(double[] values, int[] at) {
        long sum = 0;
        for (int i = 0; i < at.length; i++) {
            sum += (long) values[at[i]];
            if (i % MOST_WHOLE == MOST_WHOLE - 1) {
                sum = (long) reduce(sum);
            }
        }
        return reduce(sum);
    }

    /// Of the values where there is a one, not a zero, among the first `length` of them.
    double sum(double[] ones, double[] values, int length) {
        int whole = length < LEAST_FOR_LANES ? 0 : length - length % (4 * LANES.length());
        double sum = whole == 0 ? 0 : sumOfLanes(ones, values, whole);
        for (int i = whole; i < length; i++) {
            sum = reduce(sum + ones[i] * values[i]);
        }
        return sum;
    }

    /// Four sums side by side, so that none need wait for another.
    private double sumOfLanes(double[] ones, double[] values, int whole) {
        int step = LANES.length();
        var sum = DoubleVector.zero(LANES);
        for (int from = 0; from < whole; from += 4 * EXACT_TERMS * step) {
            int to = Math.min(whole, from + 4 * EXACT_TERMS * step);
            var first = DoubleVector.zero(LANES);
            var second = first;
            var third = first;
            var fourth = first;
            for (int i = from; i < to; i += 4 * step) {
                first = chosen(ones, values, i, first);
                second = chosen(ones, values, i + step, second);
                third = chosen(ones, values, i + 2 * step, third);
                fourth = chosen(ones, values, i + 3 * step, fourth);
            }
            var both = reduce(first).add(reduce(second));
            sum = reduce(sum.add(both).add(reduce(third)).add(reduce(fourth)));
        }
        double all = 0;
        for (int i = 0; i < step; i++) {
            all = reduce(all + sum.lane(i));
        }
        return all;
    }

    private static DoubleVector chosen(double[] ones, double[] values, int at, DoubleVector sum) {
        return DoubleVector.fromArray(LANES, ones, at).fma(DoubleVector.fromArray(LANES, values, at), sum);
    }

    private DoubleVector reduce(DoubleVector whole) {
        var quotient = whole.mul(inverse).add(ROUNDER).sub(ROUNDER);
        return quotient.neg().fma(DoubleVector.broadcast(LANES, prime), whole);
    }

    /// `to += factor · from`, for the first `length` of them.
    void addMultiple(double[] to, double factor, double[] from, int length) {
        int whole = length < LEAST_FOR_LANES ? 0 : LANES.loopBound(length);
        var wide = DoubleVector.broadcast(LANES, factor);
        var modulus = DoubleVector.broadcast(LANES, prime);
        for (int i = 0; i < whole; i += LANES.length()) {
            var old = DoubleVector.fromArray(LANES, to, i);
            var right = DoubleVector.fromArray(LANES, from, i);
            var high = wide.mul(right);
            var low = wide.fma(right, high.neg());
            var quotient = high.add(old).mul(inverse).add(ROUNDER).sub(ROUNDER);
            quotient.neg().fma(modulus, high).add(low.add(old)).intoArray(to, i);
        }
        for (int i = whole; i < length; i++) {
            to[i] = reduce(to[i] + times(factor, from[i]));
        }
    }

    /// The inverses of all, none of which is zero, for three products each.
    double[] inverses(double[] residues) {
        int chains = 16;
        int count = residues.length;
        var products = Arrays.copyOf(residues, count);
        for (int i = chains; i < count; i++) {
            products[i] = times(products[i - chains], residues[i]);
        }
        var left = new double[chains];
        for (int i = Math.max(0, count - chains); i < count; i++) {
            left[i % chains] = inverse(products[i]);
        }
        for (int i = count - 1; i >= chains; i--) {
            products[i] = times(left[i % chains], products[i - chains]);
            left[i % chains] = times(left[i % chains], residues[i]);
        }
        for (int i = 0; i < Math.min(chains, count); i++) {
            products[i] = left[i % chains];
        }
        return products;
    }

    @Override
    public String toString() {
        return "SecretField";
    }
}
