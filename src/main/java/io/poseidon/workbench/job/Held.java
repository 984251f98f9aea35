package io.poseidon.workbench.job;

import java.util.concurrent.atomic.AtomicBoolean;

/// Something that its owner closes while others may still be using it: whoever lets go last frees it, so that nobody
/// waits for anybody. Any thread.
public final class Held implements AutoCloseable {

    /// One use. Closing it again does nothing.
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    private final Runnable free;
    private final Hold owner;
    private int holders = 1;
    private boolean closed;

    /// `free` runs once, on the thread of whoever lets go last.
    public Held(Runnable free) {
        this.free = free;
        this.owner = letGo();
    }

    /// One more use; cancelled where the owner has closed it already.
    public synchronized Hold hold() {
        if (closed) {
            throw new CancelledException();
        }
        holders++;
        return letGo();
    }

    /// The owner's: no new use begins, and what is used is freed later.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        owner.close();
    }

    private Hold letGo() {
        var held = new AtomicBoolean(true);
        return () -> {
            if (held.getAndSet(false) && isLast()) {
                free.run();
            }
        };
    }

    private synchronized boolean isLast() {
        holders--;
        return holders == 0;
    }
}
