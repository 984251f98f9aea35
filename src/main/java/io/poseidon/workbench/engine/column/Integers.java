package io.poseidon.workbench.engine.column;

import io.poseidon.workbench.model.ColumnType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.UInt2Vector;
import org.apache.arrow.vector.UInt4Vector;
import org.apache.arrow.vector.UInt8Vector;

/// Whole numbers that a long holds; also the codes of a dictionary, which are small even where they are of 64 bits
/// without a sign.
public record Integers(Validity validity, MemorySegment memory, Width width) implements Cells {

    /// How a value lies in memory.
    public enum Width {
        BYTE,
        SHORT,
        INT,
        LONG,
        UNSIGNED_BYTE,
        UNSIGNED_SHORT,
        UNSIGNED_INT
    }

    static Integers of(FieldVector vector) {
        return new Integers(Validity.of(vector), Memory.of(vector.getDataBuffer()), width(vector));
    }

    public long at(int row) {
        return switch (width) {
            case LONG -> memory.getAtIndex(Memory.LONG, row);
            case INT -> memory.getAtIndex(Memory.INT, row);
            case SHORT -> memory.getAtIndex(Memory.SHORT, row);
            case BYTE -> memory.get(ValueLayout.JAVA_BYTE, row);
            case UNSIGNED_INT -> Integer.toUnsignedLong(memory.getAtIndex(Memory.INT, row));
            case UNSIGNED_SHORT -> Short.toUnsignedLong(memory.getAtIndex(Memory.SHORT, row));
            case UNSIGNED_BYTE -> Byte.toUnsignedLong(memory.get(ValueLayout.JAVA_BYTE, row));
        };
    }

    @Override
    public ColumnType type() {
        return ColumnType.INTEGER;
    }

    @Override
    public Object value(int row) {
        return at(row);
    }

    @Override
    public long integer(int row) {
        return at(row);
    }

    @Override
    public double number(int row) {
        return at(row);
    }

    @Override
    public String text(int row) {
        return Long.toString(at(row));
    }

    private static Width width(FieldVector vector) {
        return switch (vector) {
            case BigIntVector _, UInt8Vector _ -> Width.LONG;
            case IntVector ignored -> Width.INT;
            case SmallIntVector ignored -> Width.SHORT;
            case TinyIntVector ignored -> Width.BYTE;
            case UInt4Vector ignored -> Width.UNSIGNED_INT;
            case UInt2Vector ignored -> Width.UNSIGNED_SHORT;
            case UInt1Vector ignored -> Width.UNSIGNED_BYTE;
            default -> throw new IllegalArgumentException("no whole numbers of a long: " + vector.getField());
        };
    }
}
