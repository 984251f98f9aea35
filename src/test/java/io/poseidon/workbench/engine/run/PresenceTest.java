package io.poseidon.workbench.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.LockedSession;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A session that is closed reads its tables no more, whatever is still open: they are often freed right afterwards.
@Timeout(60)
public final class PresenceTest {

    private static final int ROWS = 400_000;

    private final Engine engine = Engine.start();

    /// Fails where memory was leaked.
    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void anAnswerGivesNoMoreRowsOnceItsSessionIsClosed() {
        var table = table();
        var session = LockedSession.open(engine, List.of(table), Limits.standard());
        try (var answer = session.query("SELECT word, number FROM words", Progress.NONE)) {
            assertEquals(10, answer.page(0, 10, Progress.NONE).count());
            session.close();
            table.close();
            assertThrows(CancelledException.class, () -> answer.page(ROWS - 10, 10, Progress.NONE));
        }
    }

    @RepeatedTest(10)
    void tablesCanBeFreedWhileAnAnswerIsBeingRead() throws InterruptedException {
        var table = table();
        var session = LockedSession.open(engine, List.of(table), Limits.standard());
        var started = new CountDownLatch(1);
        try (var answer = session.query("SELECT word || '.' AS w, number FROM words", Progress.NONE)) {
            var reading = CompletableFuture.runAsync(() -> answer.scan(Progress.NONE, rows -> {
                for (long row = 0; row < rows.count(); row++) {
                    assertTrue(rows.text(0, row).endsWith(rows.integer(1, row) + "."));
                }
                started.countDown();
            }));
            started.await();
            session.close();
            table.close();
            var ended = assertThrows(CompletionException.class, reading::join);
            assertInstanceOf(CancelledException.class, ended.getCause());
        }
    }

    @Test
    void theEndWaitsForTheCallThatRuns() throws InterruptedException {
        var presence = new Presence();
        var inside = new CountDownLatch(1);
        var done = new AtomicBoolean();
        var call = CompletableFuture.runAsync(() -> presence.during(() -> presence.during(() -> {
            inside.countDown();
            LockSupport.parkNanos(30_000_000);
            done.set(true);
            return done;
        })));
        inside.await();
        presence.end();
        assertTrue(done.get());
        call.join();
        assertThrows(CancelledException.class, () -> presence.during(() -> done));
    }

    private ArrowTable table() {
        var words = LongStream.range(0, ROWS)
                .mapToObj(i -> "a text that lies elsewhere " + i)
                .toList();
        return ArrowTable.builder(engine, "words")
                .texts("word", words)
                .integers("number", LongStream.range(0, ROWS).toArray())
                .build();
    }
}
