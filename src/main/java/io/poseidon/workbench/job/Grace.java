package io.poseidon.workbench.job;

import java.time.Duration;

/// A progress by which a step of work learns of a cancellation only a while after it: a short step then comes to its
/// end, and what it works on stays usable; a long one is still ended. For a single step, made when it begins.
public final class Grace implements Progress {

    private final Progress work;
    private final long nanos;
    private boolean heard;
    private long since;

    public Grace(Progress work, Duration grace) {
        this.work = work;
        this.nanos = grace.toNanos();
    }

    @Override
    public void report(double fraction, String detail) {
        work.report(fraction, detail);
    }

    @Override
    public synchronized boolean isCancelled() {
        if (!work.isCancelled()) {
            return false;
        }
        if (!heard) {
            heard = true;
            since = System.nanoTime();
        }
        return System.nanoTime() - since >= nanos;
    }

    /// Runs at once, as for the work itself.
    @Override
    public void onCancel(Runnable action) {
        work.onCancel(action);
    }
}
