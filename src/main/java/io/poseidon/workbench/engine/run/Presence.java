package io.poseidon.workbench.engine.run;

import io.poseidon.workbench.job.CancelledException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/// How long memory may be read that is another's: calls run side by side until it ends, which waits for those that run;
/// whoever comes later is cancelled. Any thread.
public final class Presence {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean over;

    public <T> T during(Supplier<T> call) {
        lock.readLock().lock();
        try {
            if (over) {
                throw new CancelledException();
            }
            return call.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    public void end() {
        lock.writeLock().lock();
        try {
            over = true;
        } finally {
            lock.writeLock().unlock();
        }
    }
}
