package io.poseidon.workbench.job;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Where jobs deliver in tests without a toolkit: what has come is run by the test's own thread, when it settles.
public final class Deliveries implements Executor {

    private static final long PATIENCE = 20;

    private final LinkedBlockingQueue<Runnable> come = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable delivery) {
        come.add(delivery);
    }

    /// Delivers until no job runs.
    public void settle(Jobs jobs) throws InterruptedException {
        boolean quiet = false;
        while (!quiet) {
            boolean idle = jobs.running().isEmpty(); // before the wait: what has just ended is delivered next
            var next = come.poll(PATIENCE, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            }
            quiet = idle && next == null;
        }
    }
}
