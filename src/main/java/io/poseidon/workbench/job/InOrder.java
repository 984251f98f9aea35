package io.poseidon.workbench.job;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Short work that is done in the order in which it was given, such as the lines of a file: each piece to its end,
/// though its job is cancelled, and at the latest when this is closed. Any thread.
public final class InOrder implements AutoCloseable {

    private final Jobs jobs;
    private final Queue<FutureTask<?>> waiting = new ConcurrentLinkedQueue<>();

    public InOrder(Jobs jobs) {
        this.jobs = jobs;
    }

    /// As a job, after all that was given before.
    public <T> Job<T> start(String title, Supplier<T> work, Consumer<Outcome<T>> done) {
        var piece = new FutureTask<>(work::get);
        waiting.add(piece);
        return jobs.start(title, progress -> ToTheEnd.run(() -> ended(piece)), done);
    }

    /// Does at once what has not been done. A failure is its own piece's and keeps nothing else from being done.
    @Override
    public synchronized void close() {
        for (var piece = waiting.poll(); piece != null; piece = waiting.poll()) {
            piece.run();
        }
    }

    private <T> T ended(FutureTask<T> piece) {
        close();
        return switch (piece.state()) {
            case SUCCESS -> piece.resultNow();
            case FAILED -> throw ToTheEnd.unchecked(piece.exceptionNow());
            case RUNNING, CANCELLED -> throw new IllegalStateException("nobody else runs or cancels it");
        };
    }
}
