package io.poseidon.workbench.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private final List<String> closed = new ArrayList<>();
    private final RuntimeException first = new IllegalStateException("first");
    private final RuntimeException second = new IllegalArgumentException("second");

    private AutoCloseable part(String name) {
        return () -> closed.add(name);
    }

    private AutoCloseable part(String name, Exception failure) {
        return () -> {
            closed.add(name);
            throw failure;
        };
    }

    @Test
    void closesAllInOrder() {
        Closing.all(part("a"), part("b"));
        assertEquals(List.of("a", "b"), closed);
    }

    @Test
    void closesTheRestWhateverFailsAndTellsAllFailures() {
        var thrown = assertThrows(
                RuntimeException.class,
                () -> Closing.all(part("a", first), part("b"), part("c", second), part("d", first), part("e")));
        assertEquals(List.of("a", "b", "c", "d", "e"), closed);
        assertSame(first, thrown);
        assertArrayEquals(new Throwable[] {second}, thrown.getSuppressed());
    }

    @Test
    void tellsACheckedFailureAsTheCauseOfItsOwn() {
        var disk = new IOException("disk");
        var thrown = assertThrows(IllegalStateException.class, () -> Closing.all(part("a", disk), part("b")));
        assertSame(disk, thrown.getCause());
        assertEquals(List.of("a", "b"), closed);
    }

    @Test
    void theFailureThatEndedTheWorkIsTheOneThatIsTold() {
        Closing.after(first, List.of(part("a", second), part("b")));
        assertEquals(List.of("a", "b"), closed);
        assertArrayEquals(new Throwable[] {second}, first.getSuppressed());
    }
}
