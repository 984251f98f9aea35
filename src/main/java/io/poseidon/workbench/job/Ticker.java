package io.poseidon.workbench.job;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Calls an action at a steady pace until closed: for watching work that cannot watch itself, such as a native call.
///
/// A platform thread, since native calls may hold every carrier of the virtual ones. The action is never called again
/// once [#close] has returned.
public final class Ticker implements AutoCloseable {

    private final Runnable action;
    private final long pauseNanos;
    private final Thread thread;
    private boolean closed;

    private Ticker(Duration pace, Runnable action) {
        this.action = action;
        this.pauseNanos = pace.toNanos();
        this.thread = Thread.ofPlatform().daemon().name("ticker").unstarted(this::run);
    }

    public static Ticker every(Duration pace, Runnable action) {
        var ticker = new Ticker(pace, action);
        ticker.thread.start();
        return ticker;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        LockSupport.unpark(thread);
    }

    private void run() {
        while (true) {
            LockSupport.parkNanos(pauseNanos);
            synchronized (this) {
                if (closed) {
                    return;
                }
                action.run();
            }
        }
    }
}
