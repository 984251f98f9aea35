package io.poseidon.workbench.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ToTheEndTest {

    @AfterEach
    void forget() {
        var unused = Thread.interrupted();
    }

    @Test
    void theInterruptOfACancelledJobDoesNotReachTheWorkAndIsGivenBack() {
        Thread.currentThread().interrupt();
        assertFalse(ToTheEnd.run(() -> Thread.currentThread().isInterrupted()));
        assertTrue(Thread.interrupted());
    }

    @Test
    void anInterruptInTheMidstIsGivenBackToo() {
        var caller = Thread.currentThread();
        assertEquals(7, ToTheEnd.run(() -> {
            caller.interrupt();
            LockSupport.parkNanos(5_000_000);
            return 7;
        }));
        assertTrue(Thread.interrupted());
    }

    @Test
    void whatIsThrownIsThrownOn() {
        var failure = new IllegalArgumentException();
        assertSame(
                failure,
                assertThrows(
                        IllegalArgumentException.class,
                        () -> ToTheEnd.run(() -> {
                            throw failure;
                        })));
    }
}
