package io.poseidon.workbench.crypto.aead;

/// Numbers modulo 2^130 − 5, each in three limbs of 44, 44 and 42 bits, least first. **Carried** is one whose limbs
/// have no more, except that the first may be up to 2^14 over. No branch and no index depends on a value.
///
/// A product of two limbs has more than 64 bits. Its lower 44 are those of the 64 that a multiplication gives; the
/// rest is exactly the upper half of the product of the factors shifted by 5 and by 15, together by 64 − 44. For that
/// the first factor must be below 2^59 and the second below 2^49.
final class Limbs {

    static final int COUNT = 3;
    static final int BITS = 44;
    static final int TOP_BITS = 42;
    static final long MASK = (1L << BITS) - 1;
    static final long TOP_MASK = (1L << TOP_BITS) - 1;
    static final int LEFT = 5;
    static final int RIGHT = 64 - BITS - LEFT;
    /// 2^132 is this much: what the column above the last counts in the first.
    static final int FOLD = 20;
    /// 2^128 in the uppermost limb: the bit that Poly1305 sets after every whole block.
    static final long BLOCK_END = 1L << 40;

    private Limbs() {}

    static void add(long low, long high, long[] to) {
        to[0] += low & MASK;
        to[1] += (low >>> BITS | high << 20) & MASK;
        to[2] += high >>> 24;
    }

    /// The carried product of two that are carried, the first of them possibly with a block added; `product` is neither
    /// factor.
    static void multiply(long[] a, long[] b, long[] product) {
        long above = 0;
        for (int column = 0; column < COUNT; column++) {
            product[column] = above;
            above = 0;
            for (int i = 0; i < COUNT; i++) {
                long factor = i <= column ? b[column - i] : FOLD * b[column - i + COUNT];
                product[column] += a[i] * factor & MASK;
                above += Math.unsignedMultiplyHigh(a[i] << LEFT, factor << RIGHT);
            }
        }
        product[0] += FOLD * above;
        carry(product);
    }

    /// From limbs of 53 bits at most.
    static void carry(long[] limbs) {
        limbs[1] += limbs[0] >>> BITS;
        limbs[0] &= MASK;
        limbs[2] += limbs[1] >>> BITS;
        limbs[1] &= MASK;
        limbs[0] += 5 * (limbs[2] >>> TOP_BITS);
        limbs[2] &= TOP_MASK;
    }

    /// The one number below 2^130 − 5 that is the same, from a carried one.
    static void reduce(long[] limbs) {
        carry(limbs);
        carry(limbs);
        long carry = limbs[0] + 5;
        long less0 = carry & MASK;
        carry = limbs[1] + (carry >>> BITS);
        long less1 = carry & MASK;
        carry = limbs[2] + (carry >>> BITS);
        long less2 = carry & TOP_MASK;
        long isOver = -(carry >>> TOP_BITS);
        limbs[0] = less0 & isOver | limbs[0] & ~isOver;
        limbs[1] = less1 & isOver | limbs[1] & ~isOver;
        limbs[2] = less2 & isOver | limbs[2] & ~isOver;
    }

    /// The lower 64 bits of a reduced number, and the next.
    static long low(long[] limbs) {
        return limbs[0] | limbs[1] << BITS;
    }

    static long high(long[] limbs) {
        return limbs[1] >>> 20 | limbs[2] << 24;
    }
}
