package io.poseidon.workbench.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Streams that are put together in memory and read in place.
final class IncomingTableTest {

    private static final int ROWS = 5_000;

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
    void readsWhatWasPutInAnyOrderBySeveralThreads() throws IOException {
        var stream = stream();
        try (var incoming = new IncomingTable(engine, "t", stream.length)) {
            int pieces = Math.ceilDiv(stream.length, 777);
            IntStream.range(0, pieces).parallel().forEach(i -> {
                int at = (pieces - 1 - i) * 777;
                incoming.put(at, stream, at, Math.min(777, stream.length - at));
            });
            try (var table = incoming.read(Progress.NONE)) {
                assertEquals(ROWS, table.count());
                for (int row = 0; row < ROWS; row += 7) {
                    assertEquals(row * 3L, table.integer(1, row));
                    assertEquals("라벨" + row % 13, table.text(0, row));
                }
            }
        }
    }

    @Test
    void theTableTakesNoMoreThanItsStream() throws IOException {
        var stream = stream();
        ArrowTable table;
        try (var incoming = filled(stream, stream.length)) {
            long before = engine.memoryInUse();
            table = incoming.read(Progress.NONE);
            assertTrue(engine.memoryInUse() - before < stream.length / 4, "read in place");
        }
        assertEquals(ROWS, table.count(), "the table stays when its source is closed");
        table.close();
        assertEquals(0, engine.memoryInUse());
    }

    @Test
    void refusesEveryCutAndWhatFollowsTheEnd() throws IOException {
        var stream = stream();
        for (int length = 0; length < stream.length; length += 1 + length / 10) {
            refuses(stream, length);
        }
        refuses(Arrays.copyOf(stream, stream.length + 1), stream.length + 1);
        assertEquals(0, engine.memoryInUse());
    }

    private void refuses(byte[] stream, int length) {
        try (var incoming = filled(stream, length)) {
            assertThrows(Problem.class, () -> incoming.read(Progress.NONE), "length " + length);
        }
    }

    @Test
    void saysWhenATableIsTooLargeForTheMachine() {
        var problem = assertThrows(Problem.class, () -> new IncomingTable(engine, "t", Long.MAX_VALUE / 4));
        assertEquals("arrow-memory", problem.code());
    }

    @Test
    void putsNothingOutside() throws IOException {
        try (var incoming = new IncomingTable(engine, "t", 10)) {
            assertThrows(IndexOutOfBoundsException.class, () -> incoming.put(8, new byte[4], 0, 4));
            assertThrows(IndexOutOfBoundsException.class, () -> incoming.put(-1, new byte[4], 0, 4));
        }
    }

    private IncomingTable filled(byte[] stream, int length) {
        var incoming = new IncomingTable(engine, "t", length);
        incoming.put(0, stream, 0, length);
        return incoming;
    }

    private byte[] stream() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var table = ArrowTable.builder(engine, "t")
                .texts(
                        "label",
                        IntStream.range(0, ROWS).mapToObj(i -> "라벨" + i % 13).toList())
                .integers(
                        "amount",
                        LongStream.range(0, ROWS).map(i -> i * 3).boxed().toList())
                .build()) {
            table.writeTo(out, Map.of());
        }
        return out.toByteArray();
    }
}
