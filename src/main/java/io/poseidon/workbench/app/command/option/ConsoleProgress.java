package io.poseidon.workbench.app.command.option;

import io.poseidon.workbench.job.AtExit;
import io.poseidon.workbench.job.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Progress of a command on the calling thread: each new step becomes a line on standard error. When the process is
/// asked to end (Ctrl-C), the work is cancelled, and the end waits a little for it to clean up behind itself.
public final class ConsoleProgress implements Progress, AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final Output output;
    private final List<Runnable> actions = new ArrayList<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtExit atExit = AtExit.run(this::cancelAndWait);
    private String step = "";
    private boolean cancelled;

    public ConsoleProgress(Output output) {
        this.output = output;
    }

    @Override
    public synchronized void report(double fraction, String detail) {
        if (!detail.isEmpty() && !detail.equals(step)) {
            step = detail;
            output.say("… " + detail);
        }
    }

    @Override
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }

    /// The work is over, whichever way.
    @Override
    public void close() {
        finished.countDown();
        atExit.close();
    }

    /// Any thread.
    void cancel() {
        List<Runnable> now;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            now = List.copyOf(actions);
        }
        now.forEach(Runnable::run);
    }

    private void cancelAndWait() {
        cancel();
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
