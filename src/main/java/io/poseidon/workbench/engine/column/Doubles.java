package io.poseidon.workbench.engine.column;

import io.poseidon.workbench.model.ColumnType;
import java.lang.foreign.MemorySegment;
import org.apache.arrow.vector.FieldVector;

/// Floating-point numbers of `bytes` bytes: 8, 4 or 2.
public record Doubles(Validity validity, MemorySegment memory, int bytes) implements Cells {

    static Doubles of(FieldVector vector) {
        int bytes = switch (vector.getMinorType()) {
            case FLOAT8 -> Double.BYTES;
            case FLOAT4 -> Float.BYTES;
            case FLOAT2 -> Short.BYTES;
            default -> throw new IllegalArgumentException("no floating-point numbers: " + vector.getField());
        };
        return new Doubles(Validity.of(vector), Memory.of(vector.getDataBuffer()), bytes);
    }

    public double at(int row) {
        return switch (bytes) {
            case Double.BYTES -> memory.getAtIndex(Memory.DOUBLE, row);
            case Float.BYTES -> memory.getAtIndex(Memory.FLOAT, row);
            default -> Float.float16ToFloat(memory.getAtIndex(Memory.SHORT, row));
        };
    }

    @Override
    public ColumnType type() {
        return ColumnType.DOUBLE;
    }

    @Override
    public Object value(int row) {
        return at(row);
    }

    @Override
    public double number(int row) {
        return at(row);
    }
}
