package io.poseidon.workbench.engine.column;

import io.poseidon.workbench.model.ColumnType;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import org.apache.arrow.vector.DecimalVector;

/// Exact decimals of up to 38 digits, as 128-bit whole numbers of `scale` places.
public record Decimals(Validity validity, MemorySegment memory, int precision, int scale) implements Cells {

    static Decimals of(DecimalVector vector) {
        return new Decimals(
                Validity.of(vector), Memory.of(vector.getDataBuffer()), vector.getPrecision(), vector.getScale());
    }

    public long lower(int row) {
        return memory.get(Memory.LONG, 16L * row);
    }

    public long upper(int row) {
        return memory.get(Memory.LONG, 16L * row + 8);
    }

    public BigDecimal at(int row) {
        long upper = upper(row);
        long lower = lower(row);
        return upper == lower >> 63
                ? BigDecimal.valueOf(lower, scale)
                : new BigDecimal(WideIntegers.whole(upper, lower), scale);
    }

    @Override
    public ColumnType type() {
        return ColumnType.DECIMAL;
    }

    @Override
    public Object value(int row) {
        return at(row);
    }

    @Override
    public long integer(int row) {
        return at(row).longValueExact();
    }

    @Override
    public double number(int row) {
        return at(row).doubleValue();
    }
}
