package io.poseidon.workbench.crypto.aead;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;

import java.util.Arrays;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Poly1305 over four blocks at a time, a block to a lane of 64 bits: every lane adds its block and multiplies by
/// r⁴, the last time by the power that its block is due, and the lanes are added up. The limbs are those of
/// [Limbs].
///
/// Factors are cut to 32 bits right before they are multiplied, though they have no more: that is how the compiler
/// knows that VPMULUDQ will do. Vectors have no branches and no table, so the time depends on the length alone. For
/// one thread.
final class Poly1305Lanes {

    static final int COUNT = 4;

    private static final VectorSpecies<Long> LANES = LongVector.SPECIES_256;
    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_256;
    private static final VectorShuffle<Long> NEIGHBOURS = VectorShuffle.fromValues(LANES, 1, 0, 3, 2);
    private static final VectorMask<Long> ODD = VectorMask.fromValues(LANES, false, true, false, true);
    /// Which of the four blocks a lane holds, when the words of two and two have been interleaved.
    private static final int[] BLOCK_OF_LANE = {0, 2, 1, 3};

    private static final int GROUP = COUNT * 16;
    private static final long WORD = 0xffffffffL;

    private final long[] sums = new long[Limbs.COUNT * COUNT];
    private final long[] factors = new long[Limbs.COUNT * COUNT];

    static boolean areWide() {
        return LongVector.SPECIES_PREFERRED.length() >= COUNT;
    }

    /// From zero on.
    ///
    /// @param powers of r, from the first to the fourth
    /// @param groups of 64 bytes, at least one
    /// @param sum which is carried when this returns
    void run(long[][] powers, byte[] message, int from, int groups, long[] sum) {
        Arrays.fill(sums, 0);
        each(lane -> powers[COUNT - 1]);
        run(message, from, groups - 1);
        each(lane -> powers[COUNT - 1 - BLOCK_OF_LANE[lane]]);
        run(message, from + GROUP * (groups - 1), 1);
        for (int limb = 0; limb < Limbs.COUNT; limb++) {
            sum[limb] = 0;
            for (int lane = 0; lane < COUNT; lane++) {
                sum[limb] += sums[limb * COUNT + lane];
            }
        }
        Limbs.carry(sum);
    }

    void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(factors, 0);
    }

    private interface Power {
        long[] of(int lane);
    }

    private void each(Power power) {
        for (int lane = 0; lane < COUNT; lane++) {
            var limbs = power.of(lane);
            for (int limb = 0; limb < Limbs.COUNT; limb++) {
                factors[limb * COUNT + lane] = limbs[limb];
            }
        }
    }

    /// One loop, so that everything stays in registers, and without methods of our own in it: it is at the limit of
    /// what the compiler inlines, which vectors are exempt from. A limb has 27 bits at most before it is multiplied
    /// by one of at most 29; the five products of a column stay below 2^59.
    private void run(byte[] message, int from, int groups) {
        var r0 = factor(0);
        var r1 = factor(1);
        var r2 = factor(2);
        var r3 = factor(3);
        var r4 = factor(4);
        var s1 = timesFive(r1).and(WORD);
        var s2 = timesFive(r2).and(WORD);
        var s3 = timesFive(r3).and(WORD);
        var s4 = timesFive(r4).and(WORD);
        var h0 = sum(0);
        var h1 = sum(1);
        var h2 = sum(2);
        var h3 = sum(3);
        var h4 = sum(4);
        for (int group = 0; group < groups; group++) {
            var front = words(message, from + GROUP * group);
            var back = words(message, from + GROUP * group + GROUP / 2);
            var low = front.blend(back.rearrange(NEIGHBOURS), ODD);
            var high = front.rearrange(NEIGHBOURS).blend(back, ODD);
            h0 = h0.add(low.and(Limbs.MASK)).and(WORD);
            h1 = h1.add(low.lanewise(LSHR, 26).and(Limbs.MASK)).and(WORD);
            var middle = low.lanewise(LSHR, 52).or(high.lanewise(LSHL, 12));
            h2 = h2.add(middle.and(Limbs.MASK)).and(WORD);
            h3 = h3.add(high.lanewise(LSHR, 14).and(Limbs.MASK)).and(WORD);
            h4 = h4.add(high.lanewise(LSHR, 40).or(Limbs.BLOCK_END)).and(WORD);

            var d0 = h0.mul(r0).add(h1.mul(s4)).add(h2.mul(s3).add(h3.mul(s2))).add(h4.mul(s1));
            var d1 = h0.mul(r1).add(h1.mul(r0)).add(h2.mul(s4).add(h3.mul(s3))).add(h4.mul(s2));
            var d2 = h0.mul(r2).add(h1.mul(r1)).add(h2.mul(r0).add(h3.mul(s4))).add(h4.mul(s3));
            var d3 = h0.mul(r3).add(h1.mul(r2)).add(h2.mul(r1).add(h3.mul(r0))).add(h4.mul(s4));
            var d4 = h0.mul(r4).add(h1.mul(r3)).add(h2.mul(r2).add(h3.mul(r1))).add(h4.mul(r0));

            // Two carries go up side by side, from the first limb and from the fourth.
            d1 = d1.add(d0.lanewise(LSHR, Limbs.BITS));
            d4 = d4.add(d3.lanewise(LSHR, Limbs.BITS));
            d2 = d2.add(d1.lanewise(LSHR, Limbs.BITS));
            var top = d4.lanewise(LSHR, Limbs.BITS);
            h0 = d0.and(Limbs.MASK).add(top.add(top.lanewise(LSHL, 2)));
            h1 = d1.and(Limbs.MASK).add(h0.lanewise(LSHR, Limbs.BITS));
            h3 = d3.and(Limbs.MASK).add(d2.lanewise(LSHR, Limbs.BITS));
            h4 = d4.and(Limbs.MASK).add(h3.lanewise(LSHR, Limbs.BITS));
            h0 = h0.and(Limbs.MASK);
            h2 = d2.and(Limbs.MASK);
            h3 = h3.and(Limbs.MASK);
        }
        h0.intoArray(sums, 0);
        h1.intoArray(sums, COUNT);
        h2.intoArray(sums, 2 * COUNT);
        h3.intoArray(sums, 3 * COUNT);
        h4.intoArray(sums, 4 * COUNT);
    }

    private LongVector factor(int limb) {
        return LongVector.fromArray(LANES, factors, limb * COUNT).and(WORD);
    }

    private LongVector sum(int limb) {
        return LongVector.fromArray(LANES, sums, limb * COUNT);
    }

    private static LongVector words(byte[] message, int at) {
        return ByteVector.fromArray(BYTES, message, at).reinterpretAsLongs();
    }

    private static LongVector timesFive(LongVector limb) {
        return limb.add(limb.lanewise(LSHL, 2));
    }
}
