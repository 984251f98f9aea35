package io.poseidon.workbench.engine.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/// Clears what lies under a NULL before vectors leave the process. Arrow leaves those bytes open: they may be what the
/// memory held before, an address or somebody's value, and a reader of the file can see them.
public final class Blanks {

    private Blanks() {}

    /// Values do not change, so others may read the vectors meanwhile.
    public static void clear(VectorSchemaRoot root) {
        root.getFieldVectors().forEach(Blanks::clear);
    }

    private static void clear(FieldVector vector) {
        switch (vector) {
            case BitVector bits -> bits(bits);
            case BaseFixedWidthVector fixed -> fixed(fixed);
            case BaseVariableWidthVector variable -> variable(variable);
            default -> {
                // a nested vector has no bytes of its own beside its offsets
            }
        }
        vector.getChildrenFromFields().forEach(Blanks::clear);
    }

    private static void fixed(BaseFixedWidthVector vector) {
        if (vector.getNullCount() == 0) {
            return;
        }
        long width = vector.getTypeWidth();
        var values = Memory.of(vector.getDataBuffer());
        for (int row = 0; row < vector.getValueCount(); row++) {
            if (vector.isNull(row)) {
                values.asSlice(row * width, width).fill((byte) 0);
            }
        }
        trail(vector.getValidityBuffer(), vector.getValueCount());
    }

    private static void bits(BitVector vector) {
        for (int row = 0; vector.getNullCount() > 0 && row < vector.getValueCount(); row++) {
            if (vector.isNull(row)) {
                clear(Memory.of(vector.getDataBuffer()), row);
            }
        }
        trail(vector.getDataBuffer(), vector.getValueCount());
        trail(vector.getValidityBuffer(), vector.getValueCount());
    }

    private static void variable(BaseVariableWidthVector vector) {
        if (vector.getNullCount() == 0) {
            return;
        }
        for (int row = 0; row < vector.getValueCount(); row++) {
            if (vector.isNull(row)) {
                long from = vector.getStartOffset(row);
                Memory.of(vector.getDataBuffer())
                        .asSlice(from, vector.getEndOffset(row) - from)
                        .fill((byte) 0);
            }
        }
        trail(vector.getValidityBuffer(), vector.getValueCount());
    }

    /// The bits behind the last row, in its byte.
    private static void trail(ArrowBuf buffer, int rows) {
        if (buffer.capacity() * 8 < rows) {
            return;
        }
        var bits = Memory.of(buffer);
        for (int bit = rows; (bit & 7) != 0; bit++) {
            clear(bits, bit);
        }
    }

    private static void clear(MemorySegment bits, int bit) {
        byte kept = (byte) (bits.get(ValueLayout.JAVA_BYTE, bit >>> 3) & ~(1 << (bit & 7)));
        bits.set(ValueLayout.JAVA_BYTE, bit >>> 3, kept);
    }
}
