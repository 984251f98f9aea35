package io.poseidon.workbench.engine.column;

import io.poseidon.workbench.model.ColumnType;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.UInt8Vector;

/// Whole numbers that a long may not hold: of 128 bits, or of 64 without a sign.
public record WideIntegers(Validity validity, MemorySegment memory, boolean wide) implements Cells {

    static WideIntegers of(DecimalVector vector) {
        return new WideIntegers(Validity.of(vector), Memory.of(vector.getDataBuffer()), true);
    }

    static WideIntegers of(UInt8Vector vector) {
        return new WideIntegers(Validity.of(vector), Memory.of(vector.getDataBuffer()), false);
    }

    public long lower(int row) {
        return memory.get(Memory.LONG, wide ? 16L * row : 8L * row);
    }

    /// The sign and what goes beyond 64 bits.
    public long upper(int row) {
        return wide ? memory.get(Memory.LONG, 16L * row + 8) : 0;
    }

    public BigInteger at(int row) {
        return whole(upper(row), lower(row));
    }

    @Override
    public ColumnType type() {
        return ColumnType.INTEGER;
    }

    @Override
    public Object value(int row) {
        return fits(row) ? (Object) lower(row) : at(row);
    }

    @Override
    public long integer(int row) {
        if (!fits(row)) {
            throw new ArithmeticException("a whole number beyond 64 bits");
        }
        return lower(row);
    }

    @Override
    public double number(int row) {
        return fits(row) ? lower(row) : at(row).doubleValue();
    }

    private boolean fits(int row) {
        return upper(row) == lower(row) >> 63;
    }

    /// The number of 128 bits, two's complement.
    static BigInteger whole(long upper, long lower) {
        if (upper == lower >> 63) {
            return BigInteger.valueOf(lower);
        }
        var unsigned = BigInteger.valueOf(lower & Long.MAX_VALUE);
        return BigInteger.valueOf(upper).shiftLeft(64).or(lower < 0 ? unsigned.setBit(63) : unsigned);
    }
}
