package io.poseidon.workbench.engine.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.BitVectorHelper;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BlanksTest {

    private static final byte GARBAGE = (byte) 0xa5;

    /// Marks a row as NULL and leaves what was there.
    private static void hide(FieldVector vector, int row) {
        BitVectorHelper.unsetBit(vector.getValidityBuffer(), row);
    }

    private static BigIntVector numbers(BufferAllocator allocator, int rows) {
        var vector = new BigIntVector("n", allocator);
        vector.allocateNew(rows);
        for (int row = 0; row < rows; row++) {
            vector.set(row, 1_000_003L * (row + 1));
        }
        vector.setValueCount(rows);
        return vector;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingIsLeftUnderANullAndEveryValueStays(long seed) {
        var random = new Random(seed);
        int rows = 1 + random.nextInt(40);
        try (var allocator = new RootAllocator();
                var numbers = numbers(allocator, rows);
                var texts = new VarCharVector("t", allocator);
                var flags = new BitVector("f", allocator)) {
            texts.allocateNew();
            flags.allocateNew(rows);
            for (int row = 0; row < rows; row++) {
                texts.setSafe(row, ("값 " + row).getBytes(StandardCharsets.UTF_8));
                flags.set(row, 1);
            }
            texts.setValueCount(rows);
            flags.setValueCount(rows);
            var hidden = new ArrayList<Integer>();
            for (int row = 0; row < rows; row++) {
                if (random.nextBoolean()) {
                    hidden.add(row);
                    List.of(numbers, texts, flags).forEach(vector -> hide(vector, hidden.getLast()));
                }
            }
            Blanks.clear(VectorSchemaRoot.of(numbers, texts, flags));
            for (int row = 0; row < rows; row++) {
                boolean gone = hidden.contains(row);
                assertEquals(gone, numbers.isNull(row), "seed " + seed);
                assertEquals(
                        gone ? 0 : 1_000_003L * (row + 1),
                        numbers.getDataBuffer().getLong(row * 8L));
                assertEquals(gone ? 0 : 1, BitVectorHelper.get(flags.getDataBuffer(), row));
                for (long at = texts.getStartOffset(row); at < texts.getEndOffset(row); at++) {
                    assertEquals(gone, texts.getDataBuffer().getByte(at) == 0, "seed " + seed + ", row " + row);
                }
            }
        }
    }

    @Test
    void bitsBehindTheLastRowAreCleared() {
        try (var allocator = new RootAllocator();
                var flags = new BitVector("f", allocator)) {
            flags.allocateNew(3);
            flags.getDataBuffer().setByte(0, GARBAGE);
            flags.getValidityBuffer().setByte(0, 0xff);
            flags.setValueCount(3);
            Blanks.clear(VectorSchemaRoot.of(flags));
            assertEquals(GARBAGE & 7, flags.getDataBuffer().getByte(0));
            assertEquals(7, flags.getValidityBuffer().getByte(0));
        }
    }

    @Test
    void whatLiesInListsIsClearedToo() {
        try (var allocator = new RootAllocator();
                var list = ListVector.empty("l", allocator)) {
            list.addOrGetVector(FieldType.nullable(new ArrowType.Int(64, true)));
            var inner = (BigIntVector) list.getDataVector();
            list.startNewValue(0);
            inner.setSafe(0, 77);
            inner.setSafe(1, 78);
            list.endValue(0, 2);
            inner.setValueCount(2);
            list.setValueCount(1);
            hide(inner, 0);
            Blanks.clear(VectorSchemaRoot.of(list));
            assertTrue(inner.isNull(0));
            assertEquals(0, inner.getDataBuffer().getLong(0));
            assertEquals(78, inner.get(1));
        }
    }
}
