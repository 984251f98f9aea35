package io.poseidon.workbench.crypto.aead;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The authenticator of RFC 8439 section 2.5 over what section 2.8 puts together when there is no additional data.
/// Whole groups go through [Blocks]; what is left and the lengths go one by one. Keeps nothing of a key after its
/// tag. For one thread.
final class Poly1305 {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BLOCK = 16;
    /// What section 2.5 clears in the two words of r.
    private static final long LOW_CLAMP = 0x0ffffffc0fffffffL;
    private static final long HIGH_CLAMP = 0x0ffffffc0ffffffcL;

    private final Blocks blocks;
    private final long[] r = new long[Limbs.COUNT];
    private final long[] sum = new long[Limbs.COUNT];
    private final long[] product = new long[Limbs.COUNT];
    private final byte[] block = new byte[BLOCK];

    Poly1305(Blocks blocks) {
        this.blocks = blocks;
    }

    /// @param key whose first 32 bytes are used, this once
    byte[] tag(byte[] key, byte[] sealed, int from, int length) {
        try {
            Limbs.add(word(key, 0) & LOW_CLAMP, word(key, 8) & HIGH_CLAMP, r);
            int grouped = blocks.sum(r, sealed, from, length, sum);
            rest(sealed, from + grouped, length - grouped);
            lengths(length);
            Limbs.reduce(sum);
            return tag(word(key, BLOCK), word(key, BLOCK + 8));
        } finally {
            clear();
        }
    }

    private void rest(byte[] sealed, int from, int length) {
        for (int at = 0; at < length; at += BLOCK) {
            int whole = Math.min(BLOCK, length - at);
            Arrays.fill(block, (byte) 0);
            System.arraycopy(sealed, from + at, block, 0, whole);
            block(word(block, 0), word(block, 8));
        }
    }

    /// No additional data, and so many bytes sealed.
    private void lengths(int length) {
        block(0, length);
    }

    private void block(long low, long high) {
        Limbs.add(low, high, sum);
        sum[Limbs.COUNT - 1] += Limbs.BLOCK_END;
        Limbs.multiply(sum, r, product);
        System.arraycopy(product, 0, sum, 0, product.length);
    }

    /// The sum and s, modulo 2^128.
    private byte[] tag(long lowOfS, long highOfS) {
        long low = Limbs.low(sum) + lowOfS;
        long carry = (Limbs.low(sum) & lowOfS | (Limbs.low(sum) | lowOfS) & ~low) >>> 63;
        var tag = new byte[BLOCK];
        WORD.set(tag, 0, low);
        WORD.set(tag, 8, Limbs.high(sum) + highOfS + carry);
        return tag;
    }

    private static long word(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    private void clear() {
        Arrays.fill(r, 0);
        blocks.clear();
        Arrays.fill(sum, 0);
        Arrays.fill(product, 0);
        Arrays.fill(block, (byte) 0);
    }
}
