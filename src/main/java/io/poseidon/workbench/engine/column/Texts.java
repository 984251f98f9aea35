package io.poseidon.workbench.engine.column;

import io.poseidon.workbench.model.ColumnType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.FieldVector;

/// UTF-8 texts. They become Java's strings when somebody asks, not before.
public sealed interface Texts extends Cells {

    byte[] bytes(int row);

    @Override
    default ColumnType type() {
        return ColumnType.TEXT;
    }

    /// One after the other, with the place where each begins.
    record Spelled(Validity validity, MemorySegment offsets, boolean wideOffsets, MemorySegment memory)
            implements Texts {

        static Spelled of(FieldVector vector, boolean wideOffsets) {
            return new Spelled(
                    Validity.of(vector),
                    Memory.of(vector.getOffsetBuffer()),
                    wideOffsets,
                    Memory.of(vector.getDataBuffer()));
        }

        /// Where a text begins in memory; it ends where the next one begins.
        public long start(int row) {
            return wideOffsets ? offsets.getAtIndex(Memory.LONG, row) : offsets.getAtIndex(Memory.INT, row);
        }

        public int length(int row) {
            return (int) (start(row + 1) - start(row));
        }

        @Override
        public byte[] bytes(int row) {
            var bytes = new byte[length(row)];
            MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, start(row), bytes, 0, bytes.length);
            return bytes;
        }

        @Override
        public Object value(int row) {
            return new String(bytes(row), StandardCharsets.UTF_8);
        }
    }

    /// As numbers of the texts in a dictionary.
    record Coded(Integers codes, Dictionary dictionary) implements Texts {

        public static Coded of(BaseIntVector codes, Dictionary dictionary) {
            return new Coded(Integers.of((FieldVector) codes), dictionary);
        }

        @Override
        public Validity validity() {
            return codes.validity();
        }

        @Override
        public byte[] bytes(int row) {
            return dictionary.bytes((int) codes.at(row));
        }

        @Override
        public Object value(int row) {
            return dictionary.text((int) codes.at(row));
        }
    }
}
