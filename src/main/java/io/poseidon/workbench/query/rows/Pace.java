package io.poseidon.workbench.query.rows;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Lets an answer leave at the next beat after the question came, so that its time tells little.
final class Pace {

    private final long start;
    private final long beat;

    private Pace(long start, long beat) {
        this.start = start;
        this.beat = beat;
    }

    static Pace start(Duration beat) {
        return new Pace(System.nanoTime(), Math.max(1, beat.toNanos()));
    }

    /// Waits; an interrupt ends the waiting and stays set.
    void keep() {
        long beats = (System.nanoTime() - start) / beat + 1;
        long until = start + beats * beat;
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
