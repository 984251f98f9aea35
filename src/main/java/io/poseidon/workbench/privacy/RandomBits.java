package io.poseidon.workbench.privacy;

import java.math.BigInteger;

/// A stream of independent uniform bits. Implementations are confined to one thread.
///
/// Everything derived here is exact: numbers below a limit are drawn by rejection, never by a remainder.
@FunctionalInterface
public interface RandomBits {

    /// The next 64 bits.
    long nextWord();

    default boolean nextBit() {
        return nextWord() < 0;
    }

    /// Uniform in 0 … limit−1, by multiplication with rejection (Lemire 2019); `limit` is positive.
    default long below(long limit) {
        if (limit <= 0) {
            throw new IllegalArgumentException("limit must be positive");
        }
        long word = nextWord();
        if (Long.compareUnsigned(word * limit, limit) < 0) {
            long rejected = Long.remainderUnsigned(-limit, limit);
            while (Long.compareUnsigned(word * limit, rejected) < 0) {
                word = nextWord();
            }
        }
        return Math.unsignedMultiplyHigh(word, limit);
    }

    /// Uniform in 0 … limit−1 for a limit of any size.
    default BigInteger below(BigInteger limit) {
        if (limit.signum() <= 0) {
            throw new IllegalArgumentException("limit must be positive");
        }
        int length = limit.subtract(BigInteger.ONE).bitLength();
        BigInteger candidate;
        do {
            candidate = bits(length);
        } while (candidate.compareTo(limit) >= 0);
        return candidate;
    }

    /// A uniform number of `length` bits.
    default BigInteger bits(int length) {
        var bytes = new byte[(length + 63) / 64 * 8 + 1];
        for (int at = 1; at < bytes.length; at += 8) {
            long word = nextWord();
            for (int i = 0; i < 8; i++) {
                bytes[at + i] = (byte) (word >>> (56 - 8 * i));
            }
        }
        return new BigInteger(bytes).shiftRight((bytes.length - 1) * 8 - length);
    }
}
