package io.poseidon.workbench.job;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Calls an action at a steady pace for as long as it asks to be called again: for watching work that cannot watch
/// itself, such as native calls. Any thread may start it, again and again; a start while it runs costs next to nothing.
///
/// A platform thread, since native calls may hold every carrier of the virtual ones; it ends with the last call.
public final class Ticker {

    private final BooleanSupplier action;
    private final long pauseNanos;
    private boolean ticking;

    /// `action` tells whether it is to be called again; it runs on the ticker's thread, the first time one pause after
    /// the start.
    public Ticker(Duration pace, BooleanSupplier action) {
        this.action = action;
        this.pauseNanos = pace.toNanos();
    }

    public synchronized void start() {
        if (!ticking) {
            ticking = true;
            Thread.ofPlatform().daemon().name("ticker").start(this::run);
        }
    }

    private void run() {
        do {
            LockSupport.parkNanos(pauseNanos);
        } while (goesOn());
    }

    private synchronized boolean goesOn() {
        ticking = false;
        ticking = action.getAsBoolean();
        return ticking;
    }
}
