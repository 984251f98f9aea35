package io.poseidon.workbench.crypto.aead;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;

import java.util.Arrays;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Four blocks at a time on the Vector API, a block to a lane of 64 bits: every lane adds its block and multiplies by
/// r⁴, the last time by the power that its block is due, and the lanes are added up. A lane has the number in five
/// limbs
/// of 26 bits.
///
/// Factors are cut to 32 bits right before they are multiplied, though they have no more: that is how the compiler
/// knows that VPMULUDQ will do. Vectors have no branches and no table, so the time depends on the length alone. A
/// thousand times slower until the optimising compiler has reached it.
final class BlockLanes implements Blocks {

    private static final int COUNT = 4;
    private static final int LIMBS = 5;
    private static final int BITS = 26;
    private static final long MASK = (1L << BITS) - 1;
    private static final long BLOCK_END = 1L << 24;

    private static final VectorSpecies<Long> LANES = LongVector.SPECIES_256;
    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_256;
    private static final VectorShuffle<Long> NEIGHBOURS = VectorShuffle.fromValues(LANES, 1, 0, 3, 2);
    private static final VectorMask<Long> ODD = VectorMask.fromValues(LANES, false, true, false, true);
    /// Which of the four blocks a lane holds, when the words of two and two have been interleaved.
    private static final int[] BLOCK_OF_LANE = {0, 2, 1, 3};

    private static final int GROUP = COUNT * 16;
    private static final long WORD = 0xffffffffL;

    /// r, r², r³, r⁴.
    private final long[][] powers = new long[COUNT][Limbs.COUNT];
    private final long[] sums = new long[LIMBS * COUNT];
    private final long[] factors = new long[LIMBS * COUNT];

    /// Whether this machine has vectors of four longs. Not to be asked without the module.
    static boolean areWide() {
        return LongVector.SPECIES_PREFERRED.length() >= COUNT;
    }

    @Override
    public int sum(long[] r, byte[] message, int from, int length, long[] sum) {
        int groups = length / GROUP;
        Arrays.fill(sum, 0);
        if (groups == 0) {
            return 0;
        }
        System.arraycopy(r, 0, powers[0], 0, r.length);
        for (int i = 1; i < COUNT; i++) {
            Limbs.multiply(powers[i - 1], r, powers[i]);
        }
        Arrays.fill(sums, 0);
        each(lane -> powers[COUNT - 1]);
        run(message, from, groups - 1);
        each(lane -> powers[COUNT - 1 - BLOCK_OF_LANE[lane]]);
        run(message, from + GROUP * (groups - 1), 1);
        join(sum);
        return groups * GROUP;
    }

    /// Adds the lanes up: limbs of at most 29 bits, put together to three.
    private void join(long[] sum) {
        long low = total(0) + (total(1) << 26);
        long middle = (low >>> Limbs.BITS) + (total(2) << 8) + (total(3) << 34);
        sum[0] = low & Limbs.MASK;
        sum[1] = middle & Limbs.MASK;
        sum[2] = (middle >>> Limbs.BITS) + (total(4) << 16);
        Limbs.carry(sum);
    }

    private long total(int limb) {
        long total = 0;
        for (int lane = 0; lane < COUNT; lane++) {
            total += sums[limb * COUNT + lane];
        }
        return total;
    }

    @Override
    public void clear() {
        for (var power : powers) {
            Arrays.fill(power, 0);
        }
        Arrays.fill(sums, 0);
        Arrays.fill(factors, 0);
    }

    private interface Power {
        long[] of(int lane);
    }

    /// The first limb has a bit more where its number has: a carried one is not cut.
    private void each(Power power) {
        for (int lane = 0; lane < COUNT; lane++) {
            var limbs = power.of(lane);
            long next = limbs[1] + (limbs[0] >>> Limbs.BITS);
            factors[lane] = limbs[0] & MASK;
            factors[COUNT + lane] = (limbs[0] & Limbs.MASK) >>> 26 | next << 18 & MASK;
            factors[2 * COUNT + lane] = next >>> 8 & MASK;
            factors[3 * COUNT + lane] = (next >>> 34) + (limbs[2] << 10 & MASK);
            factors[4 * COUNT + lane] = limbs[2] >>> 16;
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
            h0 = h0.add(low.and(MASK)).and(WORD);
            h1 = h1.add(low.lanewise(LSHR, 26).and(MASK)).and(WORD);
            var middle = low.lanewise(LSHR, 52).or(high.lanewise(LSHL, 12));
            h2 = h2.add(middle.and(MASK)).and(WORD);
            h3 = h3.add(high.lanewise(LSHR, 14).and(MASK)).and(WORD);
            h4 = h4.add(high.lanewise(LSHR, 40).or(BLOCK_END)).and(WORD);

            var d0 = h0.mul(r0).add(h1.mul(s4)).add(h2.mul(s3).add(h3.mul(s2))).add(h4.mul(s1));
            var d1 = h0.mul(r1).add(h1.mul(r0)).add(h2.mul(s4).add(h3.mul(s3))).add(h4.mul(s2));
            var d2 = h0.mul(r2).add(h1.mul(r1)).add(h2.mul(r0).add(h3.mul(s4))).add(h4.mul(s3));
            var d3 = h0.mul(r3).add(h1.mul(r2)).add(h2.mul(r1).add(h3.mul(r0))).add(h4.mul(s4));
            var d4 = h0.mul(r4).add(h1.mul(r3)).add(h2.mul(r2).add(h3.mul(r1))).add(h4.mul(r0));

            // Two carries go up side by side, from the first limb and from the fourth.
            d1 = d1.add(d0.lanewise(LSHR, BITS));
            d4 = d4.add(d3.lanewise(LSHR, BITS));
            d2 = d2.add(d1.lanewise(LSHR, BITS));
            var top = d4.lanewise(LSHR, BITS);
            h0 = d0.and(MASK).add(top.add(top.lanewise(LSHL, 2)));
            h1 = d1.and(MASK).add(h0.lanewise(LSHR, BITS));
            h3 = d3.and(MASK).add(d2.lanewise(LSHR, BITS));
            h4 = d4.and(MASK).add(h3.lanewise(LSHR, BITS));
            h0 = h0.and(MASK);
            h2 = d2.and(MASK);
            h3 = h3.and(MASK);
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
