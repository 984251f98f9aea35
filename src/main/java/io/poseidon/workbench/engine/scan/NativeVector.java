package io.poseidon.workbench.engine.scan;

import io.poseidon.workbench.engine.column.Memory;
import io.poseidon.workbench.engine.column.Validity;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import org.duckdb.DuckDBWritableVector;

/// The memory behind one of DuckDB's vectors while it is being filled: its values, and a bit a row that tells whether
/// there is one. At first all values are 0 and all rows NULL.
///
/// The driver's setters check, lock and mark every single value, which costs twenty times what a copy costs, and there
/// is no public way to the memory they write to. So the two private fields that hold it are read here, and only here;
/// the driver's version is fixed, and without the fields no session opens.
record NativeVector(MemorySegment values, MemorySegment validity) {

    private static final VarHandle VALUES = field("data");
    private static final VarHandle VALIDITY = field("validity");

    static NativeVector of(DuckDBWritableVector vector) {
        return new NativeVector(segment(VALUES, vector), segment(VALIDITY, vector));
    }

    /// Says which of the first rows hold a value.
    void mark(Validity from, int start, int rows) {
        if (from.hasNulls()) {
            from.copy(start, rows, validity);
        } else {
            validity.asSlice(0, (rows + 7) >>> 3).fill((byte) -1);
        }
    }

    void setByte(int row, byte value) {
        values.set(ValueLayout.JAVA_BYTE, row, value);
    }

    void setShort(int row, short value) {
        values.setAtIndex(Memory.SHORT, row, value);
    }

    void setInt(int row, int value) {
        values.setAtIndex(Memory.INT, row, value);
    }

    void setLong(int row, long value) {
        values.setAtIndex(Memory.LONG, row, value);
    }

    void setDouble(int row, double value) {
        values.setAtIndex(Memory.DOUBLE, row, value);
    }

    /// A value of sixteen bytes, the lower eight first.
    void setWide(int row, long lower, long upper) {
        values.set(Memory.LONG, 16L * row, lower);
        values.set(Memory.LONG, 16L * row + 8, upper);
    }

    /// As many values as they lie, of some bytes each.
    void copy(MemorySegment from, int start, int rows, int bytes) {
        MemorySegment.copy(from, (long) bytes * start, values, 0, (long) bytes * rows);
    }

    private static MemorySegment segment(VarHandle field, DuckDBWritableVector vector) {
        return MemorySegment.ofBuffer((ByteBuffer) field.get(vector));
    }

    private static VarHandle field(String name) {
        try {
            return MethodHandles.privateLookupIn(DuckDBWritableVector.class, MethodHandles.lookup())
                    .findVarHandle(DuckDBWritableVector.class, name, ByteBuffer.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
