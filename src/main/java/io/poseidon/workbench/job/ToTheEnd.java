package io.poseidon.workbench.job;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Work that comes to its end though the job that does it is cancelled, such as a line that must be on disk: whoever is
/// interrupted while he writes to a file channel finds it closed. The interrupt is given back afterwards. Any thread.
public final class ToTheEnd {

    private ToTheEnd() {}

    /// Waits for `work`, which runs on a thread that nobody knows.
    public static <T> T run(Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        Thread.ofVirtual().name("to the end").start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw unchecked(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static RuntimeException unchecked(@Nullable Throwable thrown) {
        return switch (thrown) {
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(thrown);
        };
    }
}
