package io.poseidon.workbench.crypto.aead;

/// Numbers modulo 2^130 − 5, each in five limbs of 26 bits, least first. A limb may be a few bits over, so that
/// carrying can wait: what [#multiply] is given stays below 2^28. No branch and no index depends on a value.
final class Limbs {

    static final int COUNT = 5;
    static final int BITS = 26;
    static final long MASK = (1L << BITS) - 1;
    /// 2^128 in the uppermost limb: the bit that Poly1305 sets after every whole block.
    static final long BLOCK_END = 1L << 24;

    private Limbs() {}

    static void add(long low, long high, long[] to) {
        to[0] += low & MASK;
        to[1] += low >>> 26 & MASK;
        to[2] += (low >>> 52 | high << 12) & MASK;
        to[3] += high >>> 14 & MASK;
        to[4] += high >>> 40;
    }

    /// The product, carried; `product` is neither factor.
    static void multiply(long[] a, long[] b, long[] product) {
        for (int i = 0; i < COUNT; i++) {
            long sum = 0;
            for (int j = 0; j < COUNT; j++) {
                sum += j <= i ? a[j] * b[i - j] : a[j] * (5 * b[i - j + COUNT]);
            }
            product[i] = sum;
        }
        carry(product);
    }

    /// Leaves 26 bits in every limb, the least one a unit or so over: 2^130 is 5.
    static void carry(long[] limbs) {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < COUNT - 1; i++) {
                limbs[i + 1] += limbs[i] >>> BITS;
                limbs[i] &= MASK;
            }
            limbs[0] += 5 * (limbs[COUNT - 1] >>> BITS);
            limbs[COUNT - 1] &= MASK;
        }
    }

    /// The one number below 2^130 − 5 that is the same.
    static void reduce(long[] limbs) {
        carry(limbs);
        carry(limbs);
        var less = new long[COUNT];
        long carry = 5;
        for (int i = 0; i < COUNT; i++) {
            carry += limbs[i];
            less[i] = carry & MASK;
            carry >>>= BITS;
        }
        long isOver = -carry;
        for (int i = 0; i < COUNT; i++) {
            limbs[i] = less[i] & isOver | limbs[i] & ~isOver;
        }
    }

    /// The lower 64 bits of a reduced number, and the next.
    static long low(long[] limbs) {
        return limbs[0] | limbs[1] << 26 | limbs[2] << 52;
    }

    static long high(long[] limbs) {
        return limbs[2] >>> 12 | limbs[3] << 14 | limbs[4] << 40;
    }
}
