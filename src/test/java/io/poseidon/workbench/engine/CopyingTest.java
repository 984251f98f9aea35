package io.poseidon.workbench.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Progress;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tables of more rows than are read in place are copied when a session opens, which can be given up.
class CopyingTest {

    private static final long ROWS = LockedSession.IN_PLACE + 1;

    private Engine engine;
    private ArrowTable large;

    @BeforeEach
    void make() {
        engine = Engine.start();
        large = ArrowTable.builder(engine, "large")
                .integers("n", LongStream.range(0, ROWS).toArray())
                .build();
    }

    /// Closing the engine fails where memory was leaked.
    @AfterEach
    void close() {
        large.close();
        engine.close();
    }

    @Test
    void isKnownBefore() {
        assertTrue(LockedSession.copies(large));
        try (var small = ArrowTable.builder(engine, "small").integers("n", 1).build()) {
            assertFalse(LockedSession.copies(small));
        }
    }

    @Test
    void canBeGivenUpAndBegunAgain() {
        assertThrows(
                CancelledException.class,
                () -> open(new CancelAfter(Duration.ZERO)).close());
        try (var session = open(Progress.NONE);
                var answer = session.query("SELECT count(*), max(n) FROM large", Progress.NONE)) {
            var page = answer.page(0, 1, Progress.NONE);
            assertEquals(String.valueOf(ROWS), page.text(0, 0));
            assertEquals(String.valueOf(ROWS - 1), page.text(1, 0));
        }
    }

    private LockedSession open(Progress progress) {
        return LockedSession.open(engine, List.of(large), Limits.standard(), progress);
    }
}
