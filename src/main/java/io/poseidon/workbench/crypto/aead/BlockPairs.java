package io.poseidon.workbench.crypto.aead;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Two blocks at a time in whole numbers of 64 bits: the sum and the first block are multiplied by r², the second
/// block by r, and the carries of both are taken together. Fast as soon as the compiler has seen it, which a few
/// megabytes take.
final class BlockPairs implements Blocks {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int PAIR = 32;

    private final long[] square = new long[Limbs.COUNT];

    @Override
    public int sum(long[] r, byte[] message, int from, int length, long[] sum) {
        int pairs = length / PAIR;
        Limbs.multiply(r, r, square);
        Arrays.fill(sum, 0);
        run(r, square, message, from, pairs, sum);
        return pairs * PAIR;
    }

    @Override
    public void clear() {
        Arrays.fill(square, 0);
    }

    /// Everything stays in registers. What is multiplied is at most one block over carried: a and d stay below
    /// 2^45 + 2^14, b and e below 2^45, c and f below 2^43. Factors are below 2^45, folded ones (s and t) below
    /// 2^48.4. So the upper half of a product is below 2^49.5, and of the last column, where nothing is folded,
    /// below 2^46.1. A column of six lower and six upper halves, the upper halves of the last one folded, and a
    /// carry stays below 2^53, and the carry out of the third column, five times, below 2^14.
    private static void run(long[] r, long[] q, byte[] message, int from, int pairs, long[] sum) {
        long r0 = r[0];
        long r1 = r[1];
        long r2 = r[2];
        long s1 = Limbs.FOLD * r1;
        long s2 = Limbs.FOLD * r2;
        long q0 = q[0];
        long q1 = q[1];
        long q2 = q[2];
        long t1 = Limbs.FOLD * q1;
        long t2 = Limbs.FOLD * q2;
        long h0 = sum[0];
        long h1 = sum[1];
        long h2 = sum[2];
        for (int pair = 0; pair < pairs; pair++) {
            int at = from + PAIR * pair;
            long low = (long) WORD.get(message, at);
            long high = (long) WORD.get(message, at + 8);
            long a = h0 + (low & Limbs.MASK);
            long b = h1 + ((low >>> Limbs.BITS | high << 20) & Limbs.MASK);
            long c = h2 + (high >>> 24 | Limbs.BLOCK_END);
            low = (long) WORD.get(message, at + 16);
            high = (long) WORD.get(message, at + 24);
            long d = low & Limbs.MASK;
            long e = (low >>> Limbs.BITS | high << 20) & Limbs.MASK;
            long f = high >>> 24 | Limbs.BLOCK_END;

            long l0 = low(a, q0) + low(b, t2) + low(c, t1) + low(d, r0) + low(e, s2) + low(f, s1);
            long u0 = high(a, q0) + high(b, t2) + high(c, t1) + high(d, r0) + high(e, s2) + high(f, s1);
            long l1 = low(a, q1) + low(b, q0) + low(c, t2) + low(d, r1) + low(e, r0) + low(f, s2);
            long u1 = high(a, q1) + high(b, q0) + high(c, t2) + high(d, r1) + high(e, r0) + high(f, s2);
            long l2 = low(a, q2) + low(b, q1) + low(c, q0) + low(d, r2) + low(e, r1) + low(f, r0);
            long u2 = high(a, q2) + high(b, q1) + high(c, q0) + high(d, r2) + high(e, r1) + high(f, r0);

            l0 += Limbs.FOLD * u2;
            l1 += u0 + (l0 >>> Limbs.BITS);
            l2 += u1 + (l1 >>> Limbs.BITS);
            h0 = (l0 & Limbs.MASK) + 5 * (l2 >>> Limbs.TOP_BITS);
            h1 = l1 & Limbs.MASK;
            h2 = l2 & Limbs.TOP_MASK;
        }
        sum[0] = h0;
        sum[1] = h1;
        sum[2] = h2;
    }

    private static long low(long a, long b) {
        return a * b & Limbs.MASK;
    }

    private static long high(long a, long b) {
        return Math.unsignedMultiplyHigh(a << Limbs.LEFT, b << Limbs.RIGHT);
    }
}
