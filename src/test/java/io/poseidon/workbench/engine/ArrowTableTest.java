package io.poseidon.workbench.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.batch.Rows;
import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.ColumnType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrowTableTest {

    private Engine engine;

    @BeforeEach
    void start() {
        engine = Engine.start();
    }

    /// Closing the engine fails where memory was leaked.
    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void leavesTheStreamItIsWrittenToOpen() throws IOException {
        var closed = new boolean[1];
        var out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        try (var table = ArrowTable.builder(engine, "t").integers("i", 1, 2).build()) {
            table.writeTo(out, Map.of());
        }
        assertTrue(out.size() > 0 && !closed[0]);
    }

    @Test
    void keepsValuesTypesAndNulls() throws IOException {
        var wide = BigInteger.TWO.pow(100).negate();
        try (var table = ArrowTable.builder(engine, "t")
                        .texts("region", Arrays.asList("서울", null, ""))
                        .integers("amount", Long.MIN_VALUE, 0, Long.MAX_VALUE)
                        .integers("maybe", Arrays.asList(1L, null, 3L))
                        .wideIntegers("wide", Arrays.asList(wide, null, BigInteger.TEN))
                        .doubles("x", -0.5, Double.NaN, 1e300)
                        .booleans("b", Arrays.asList(true, false, null))
                        .build();
                var again = read(bytes(table, Map.of("k", "v")))) {
            assertEquals(
                    List.of(
                            new TableColumn("region", ColumnType.TEXT),
                            new TableColumn("amount", ColumnType.INTEGER),
                            new TableColumn("maybe", ColumnType.INTEGER),
                            new TableColumn("wide", ColumnType.INTEGER),
                            new TableColumn("x", ColumnType.DOUBLE),
                            new TableColumn("b", ColumnType.BOOLEAN)),
                    again.columns());
            assertEquals(Map.of("k", "v"), again.metadata());
            assertEquals(3, again.count());
            assertEquals(values(table), values(again));
            assertEquals(Optional.of("서울"), again.value(0, 0));
            assertTrue(again.isNull(0, 1));
            assertEquals(Optional.of(""), again.value(0, 2));
            assertEquals(Long.MIN_VALUE, again.integer(1, 0));
            assertEquals(Optional.of(wide), again.value(3, 0));
            assertEquals(-0.5, again.number(4, 0));
            assertEquals(3, again.integer(2, 2));
        }
    }

    @Test
    void findsARowInAnyBatch() throws IOException {
        int rows = 2 * TableBuilder.BATCH + 7;
        try (var table = ArrowTable.builder(engine, "t")
                        .integers("i", LongStream.range(0, rows).toArray())
                        .texts(
                                "s",
                                IntStream.range(0, rows).mapToObj(i -> "r" + i).toList())
                        .build();
                var again = read(bytes(table, Map.of()))) {
            for (long row : new long[] {0, 65_535, 65_536, 131_071, 131_072, rows - 1}) {
                assertEquals(row, again.integer(0, row));
                assertEquals("r" + row, again.text(1, row));
            }
            assertThrows(IndexOutOfBoundsException.class, () -> again.integer(0, rows));
        }
    }

    @Test
    void writesTheSameBytesForTheSameTable() throws IOException {
        try (var table = ArrowTable.builder(engine, "t").integers("i", 1, 2, 3).build()) {
            assertArrayEquals(bytes(table, Map.of("a", "b")), bytes(table, Map.of("a", "b")));
        }
    }

    @Test
    void holdsATableWithoutRows() throws IOException {
        try (var table = ArrowTable.builder(engine, "t").texts("s", List.of()).build();
                var again = read(bytes(table, Map.of()))) {
            assertEquals(0, again.count());
            assertEquals("s", again.columns().getFirst().name());
        }
    }

    @Test
    void refusesColumnsOfDifferentLength() {
        var builder = ArrowTable.builder(engine, "t").integers("a", 1, 2);
        assertThrows(IllegalArgumentException.class, () -> builder.integers("b", 1));
    }

    private ArrowTable read(byte[] bytes) {
        return ArrowTable.read(engine, "t", new ByteArrayInputStream(bytes), Progress.NONE);
    }

    private static byte[] bytes(ArrowTable table, Map<String, String> metadata) throws IOException {
        var out = new ByteArrayOutputStream();
        table.writeTo(out, metadata);
        return out.toByteArray();
    }

    private static List<Object> values(Rows rows) {
        return IntStream.range(0, (int) rows.count() * rows.columns().size())
                .<Object>mapToObj(i ->
                        rows.value(i % rows.columns().size(), i / rows.columns().size()))
                .toList();
    }
}
