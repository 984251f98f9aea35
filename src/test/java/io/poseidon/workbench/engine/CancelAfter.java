package io.poseidon.workbench.engine;

import io.poseidon.workbench.job.Progress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Work that somebody stops wanting after a while; remembers what was reported.
public final class CancelAfter implements Progress {

    private final long until;
    private final List<Double> fractions = new CopyOnWriteArrayList<>();

    public CancelAfter(Duration patience) {
        this.until = System.nanoTime() + patience.toNanos();
    }

    @Override
    public void report(double fraction, String detail) {
        fractions.add(fraction);
    }

    @Override
    public boolean isCancelled() {
        return System.nanoTime() - until > 0;
    }

    @Override
    public void onCancel(Runnable action) {}

    List<Double> fractions() {
        return fractions;
    }
}
