package io.poseidon.workbench.engine.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.poseidon.workbench.engine.batch.Batch;
import io.poseidon.workbench.model.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Cells read from memory what Arrow's own readers read from the vector, on random vectors of every type, whole and
/// cut.
class CellsTest {

    static List<RandomVectors.Kind> kinds() {
        return RandomVectors.KINDS;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void readWhatArrowReads(RandomVectors.Kind kind) {
        for (long seed = 0; seed < 25; seed++) {
            try (var allocator = new RootAllocator();
                    var vector = RandomVectors.of(kind, new Random(seed), allocator)) {
                compare(vector, kind + ", seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void readWhatArrowReadsOfAVectorThatWasCut(RandomVectors.Kind kind) {
        for (long seed = 100; seed < 125; seed++) {
            var random = new Random(seed);
            try (var allocator = new RootAllocator();
                    var whole = RandomVectors.of(kind, random, allocator);
                    var cut = cut(whole, random, allocator)) {
                compare(cut, kind + ", seed " + seed);
            }
        }
    }

    @Test
    void aCodedColumnReadsItsDictionary() {
        var random = new Random(7);
        var dictionary = new Dictionary(RandomVectors.texts(random, 40).stream()
                .map(RandomVectors::utf8)
                .toArray(byte[][]::new));
        try (var allocator = new RootAllocator();
                var codes = new IntVector("codes", allocator)) {
            for (int row = 0; row < 200; row++) {
                if (random.nextInt(5) == 0) {
                    codes.setNull(row);
                } else {
                    codes.setSafe(row, random.nextInt(dictionary.size()));
                }
            }
            codes.setValueCount(200);
            var cells = Texts.Coded.of(codes, dictionary);
            for (int row = 0; row < 200; row++) {
                assertEquals(codes.isNull(row), cells.isNull(row));
                if (!codes.isNull(row)) {
                    assertEquals(RandomVectors.text(dictionary.bytes(codes.get(row))), cells.value(row));
                }
            }
        }
    }

    @Test
    void aColumnOfNothingIsNull() {
        try (var nothing = new NullVector("nothing", 3)) {
            var cells = Cells.of(nothing);
            assertEquals(ColumnType.OTHER, cells.type());
            assertEquals(List.of(true, true, true), List.of(cells.isNull(0), cells.isNull(1), cells.isNull(2)));
        }
    }

    @Test
    void rowsOutsideTheBatchAreRefused() {
        try (var allocator = new RootAllocator();
                var batch = batch(allocator, 1, 2, 3)) {
            assertEquals(3, batch.integer(0, 2));
            for (long row : new long[] {-1, 3, 1L << 32, (1L << 32) + 1, Long.MIN_VALUE}) {
                assertThrows(IndexOutOfBoundsException.class, () -> batch.integer(0, row));
                assertThrows(IndexOutOfBoundsException.class, () -> batch.value(0, row));
                assertThrows(IndexOutOfBoundsException.class, () -> batch.isNull(0, row));
            }
        }
    }

    @Test
    void aClosedBatchIsNotRead() {
        try (var allocator = new RootAllocator()) {
            var batch = batch(allocator, 1);
            batch.close();
            assertThrows(IllegalStateException.class, () -> batch.cells(0));
            assertThrows(IllegalStateException.class, () -> batch.integer(0, 0));
        }
    }

    private static Batch batch(BufferAllocator allocator, long... values) {
        var vector = new BigIntVector("n", allocator);
        for (int row = 0; row < values.length; row++) {
            vector.setSafe(row, values[row]);
        }
        vector.setValueCount(values.length);
        return new Batch(new VectorSchemaRoot(List.of(vector)), Map.of());
    }

    private static FieldVector cut(FieldVector whole, Random random, BufferAllocator allocator) {
        int start = random.nextInt(whole.getValueCount() + 1);
        int length = random.nextInt(whole.getValueCount() - start + 1);
        var transfer = whole.getTransferPair(whole.getField(), allocator);
        transfer.splitAndTransfer(start, length);
        return (FieldVector) transfer.getTo();
    }

    private static void compare(FieldVector vector, String what) {
        var cells = Cells.of(vector);
        for (int row = 0; row < vector.getValueCount(); row++) {
            assertEquals(vector.isNull(row), cells.isNull(row), what);
            if (!vector.isNull(row)) {
                var expected = RandomVectors.read(vector, row);
                assertEquals(expected, cells.value(row), what);
                assertEquals(String.valueOf(expected), cells.text(row), what);
                assertEquals(
                        expected instanceof Number number ? number.doubleValue() : Double.NaN, cells.number(row), what);
                integer(expected, cells, row, what);
            }
        }
    }

    private static void integer(Object expected, Cells cells, int row, String what) {
        switch (expected) {
            case Long value -> assertEquals(value, cells.integer(row), what);
            case java.math.BigInteger ignored ->
                assertThrows(ArithmeticException.class, () -> cells.integer(row), what);
            case java.math.BigDecimal value -> exact(value, cells, row, what);
            default -> assertThrows(IllegalArgumentException.class, () -> cells.integer(row), what);
        }
    }

    private static void exact(java.math.BigDecimal value, Cells cells, int row, String what) {
        boolean fits =
                value.stripTrailingZeros().scale() <= 0 && value.toBigInteger().bitLength() < Long.SIZE;
        if (fits) {
            assertEquals(value.longValueExact(), cells.integer(row), what);
        } else {
            assertThrows(ArithmeticException.class, () -> cells.integer(row), what);
        }
    }
}
