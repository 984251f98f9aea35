package io.poseidon.workbench.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Changes that break readers: bits, numbers at the edges, cuts, doubled pieces, pieces of another seed.
final class Mutation {

    private static final long[] EDGES = {
        0,
        1,
        -1,
        127,
        128,
        255,
        256,
        Short.MAX_VALUE,
        65_535,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 32,
        1L << 40,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private final SplittableRandom random;

    Mutation(SplittableRandom random) {
        this.random = random;
    }

    byte[] of(List<byte[]> seeds) {
        var bytes = any(seeds).clone();
        for (int changes = random.nextInt(1, 5); changes > 0 && bytes.length > 8; changes--) {
            bytes = changed(bytes, any(seeds));
        }
        return bytes;
    }

    private byte[] any(List<byte[]> seeds) {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] changed(byte[] bytes, byte[] other) {
        int at = random.nextInt(bytes.length - 7);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> spliced(bytes, at, bytes);
            case 2 -> spliced(bytes, at, other);
            case 3 -> number(bytes, at);
            case 4 -> digit(bytes, at);
            default -> {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
        };
    }

    private byte[] spliced(byte[] bytes, int at, byte[] other) {
        int from = random.nextInt(other.length);
        int length = random.nextInt(Math.min(64, other.length - from) + 1);
        var out = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(other, from, out, at, length);
        System.arraycopy(bytes, at, out, at + length, bytes.length - at);
        return out;
    }

    private byte[] number(byte[] bytes, int at) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long edge = EDGES[random.nextInt(EDGES.length)];
        switch (random.nextInt(3)) {
            case 0 -> buffer.putShort(at, (short) edge);
            case 1 -> buffer.putInt(at, (int) edge);
            default -> buffer.putLong(at, edge);
        }
        return bytes;
    }

    /// Another digit where one stands, so that texts stay well-formed.
    private byte[] digit(byte[] bytes, int from) {
        for (int at = from; at < bytes.length; at++) {
            if (bytes[at] >= '0' && bytes[at] <= '9') {
                bytes[at] = (byte) ('0' + random.nextInt(10));
                return bytes;
            }
        }
        return bytes;
    }
}
