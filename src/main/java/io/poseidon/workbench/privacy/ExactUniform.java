package io.poseidon.workbench.privacy;

import java.math.BigInteger;

/// A uniform real number of [0, 1) of which as many bits are drawn as a comparison needs, starting with 53.
final class ExactUniform {

    private static final int MORE = 64;

    private final RandomBits source;
    private BigInteger bits;
    private int length = 53;

    ExactUniform(long head, RandomBits source) {
        this.bits = BigInteger.valueOf(head);
        this.source = source;
    }

    /// Whether this number is below e^(−numerator/denominator): bits are added until whole-number bounds of the power
    /// lie on one side of all numbers that begin with them.
    boolean isBelowExpMinus(BigInteger numerator, BigInteger denominator) {
        while (true) {
            var power = PowerOfE.bounds(numerator, denominator, length);
            if (bits.add(BigInteger.ONE).compareTo(power.lower()) <= 0) {
                return true;
            }
            if (bits.compareTo(power.upper()) >= 0) {
                return false;
            }
            bits = bits.shiftLeft(MORE).or(source.bits(MORE));
            length += MORE;
        }
    }
}
