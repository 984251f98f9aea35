package io.poseidon.workbench.engine.column;

import java.lang.foreign.MemorySegment;
import org.apache.arrow.vector.FieldVector;

/// Which rows of a column hold a value: one bit a row, the lowest first, 1 where there is one. Where nothing is NULL
/// there are no bits to look at.
public final class Validity {

    private static final Validity ALL = new Validity(MemorySegment.NULL, false);

    private final MemorySegment bits;
    private final boolean hasNulls;

    private Validity(MemorySegment bits, boolean hasNulls) {
        this.bits = bits;
        this.hasNulls = hasNulls;
    }

    static Validity of(FieldVector vector) {
        return vector.getNullCount() == 0 ? ALL : new Validity(Memory.of(vector.getValidityBuffer()), true);
    }

    /// For vectors that keep their own account of NULLs, or none.
    static Validity asked(FieldVector vector) {
        var bits = new byte[(vector.getValueCount() + 7) >>> 3];
        for (int row = 0; row < vector.getValueCount(); row++) {
            if (!vector.isNull(row)) {
                bits[row >>> 3] |= (byte) (1 << (row & 7));
            }
        }
        return new Validity(MemorySegment.ofArray(bits), true);
    }

    public boolean hasNulls() {
        return hasNulls;
    }

    public boolean isNull(int row) {
        return hasNulls && !Memory.bit(bits, row);
    }

    /// Copies the bits of `rows` rows to the start of `to`, in whole bytes; `from` is a multiple of 8, and there must
    /// be NULLs.
    public void copy(int from, int rows, MemorySegment to) {
        MemorySegment.copy(bits, from >>> 3, to, 0, (rows + 7) >>> 3);
    }
}
