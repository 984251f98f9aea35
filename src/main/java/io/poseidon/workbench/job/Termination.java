package io.poseidon.workbench.job;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Asks a process that serves until further notice to stop: by a signal, or by its parent closing its standard input.
/// Closing it says that everything has been put away.
public final class Termination implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtExit atExit = AtExit.run(this::askAndWait);

    private Termination() {}

    /// From now on SIGTERM and SIGINT ask first, and end the process once this is closed or after five seconds.
    public static Termination bySignal() {
        return new Termination();
    }

    /// Asks as well when this stream ends; with `System.in` a child ends with its parent.
    public void andByEndOf(InputStream stream) {
        Thread.ofVirtual().name("parent-watch").start(() -> {
            try {
                while (stream.read() >= 0) {
                    // whatever comes is of no interest, only the end is
                }
            } catch (IOException e) {
                // a broken stream has ended too
            }
            asked.countDown();
        });
    }

    /// Runs `action` once when asked, on a thread of its own.
    public void onAsked(Runnable action) {
        Thread.ofVirtual().name("termination").start(() -> {
            try {
                asked.await();
                action.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Returns when asked.
    public void await() throws InterruptedException {
        asked.await();
    }

    private void askAndWait() {
        asked.countDown();
        try {
            done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        atExit.close();
    }
}
