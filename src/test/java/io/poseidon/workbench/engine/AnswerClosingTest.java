package io.poseidon.workbench.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whoever closes an answer waits for nobody who reads it.
class AnswerClosingTest {

    private static final long ROWS = 100_000;

    private final CountDownLatch reading = new CountDownLatch(1);
    private final CountDownLatch readOn = new CountDownLatch(1);
    private Engine engine;
    private ArrowTable numbers;
    private LockedSession session;
    private long before;

    @BeforeEach
    void open() {
        engine = Engine.start();
        numbers = ArrowTable.builder(engine, "numbers")
                .integers("n", LongStream.range(0, ROWS).toArray())
                .build();
        session = LockedSession.open(engine, List.of(numbers), Limits.standard());
        before = engine.memoryInUse();
    }

    @AfterEach
    void close() {
        session.close();
        numbers.close();
        engine.close();
    }

    @Test
    @Timeout(60)
    void whatIsBeingReadComesToItsEndAndIsFreedThen() throws Exception {
        var answer = session.query("SELECT n FROM numbers", Progress.NONE);
        var read = new long[1];
        var reader = CompletableFuture.runAsync(() -> answer.scan(Progress.NONE, rows -> {
            read[0] += rows.count();
            reading.countDown();
            await();
        }));
        reading.await();
        answer.close();
        assertTrue(engine.memoryInUse() > before, "its reader still has it");
        readOn.countDown();
        reader.get();
        assertEquals(ROWS, read[0]);
        assertEquals(before, engine.memoryInUse());
    }

    @Test
    void whoeverComesAfterwardsIsCancelled() {
        var answer = session.query("SELECT n FROM numbers", Progress.NONE);
        answer.close();
        assertThrows(CancelledException.class, () -> answer.page(0, 10, Progress.NONE));
        assertThrows(CancelledException.class, () -> answer.scan(Progress.NONE, rows -> {}));
        assertThrows(CancelledException.class, () -> answer.toTable("again", Progress.NONE));
    }

    @Test
    @Timeout(60)
    void askingForTheNumberOfRowsWaitsForNobody() throws Exception {
        try (var answer = session.query("SELECT n FROM numbers", Progress.NONE)) {
            var reader = CompletableFuture.runAsync(() -> answer.scan(Progress.NONE, rows -> {
                reading.countDown();
                await();
            }));
            reading.await();
            assertTrue(answer.rows().isEmpty());
            readOn.countDown();
            reader.get();
            assertEquals(ROWS, answer.rows().orElseThrow());
        }
    }

    private void await() {
        try {
            readOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
