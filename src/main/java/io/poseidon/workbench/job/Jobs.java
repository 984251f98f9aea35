package io.poseidon.workbench.job;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Starts work on virtual threads and brings its progress and outcome to one place: the toolkit's thread in the
/// application, the calling thread (`Runnable::run`) in tests. Closing cancels what still runs.
public final class Jobs implements AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(5);

    private final Executor delivery;
    private final ConcurrentHashMap<Long, Job<?>> running = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Consumer<JobState>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger undelivered = new AtomicInteger();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicReference<@Nullable Runnable> last = new AtomicReference<>();

    public Jobs(Executor delivery) {
        this.delivery = delivery;
    }

    /// `done` is called once, by the delivery executor.
    public <T> Job<T> start(String title, Work<T> work, Consumer<Outcome<T>> done) {
        var job = new Job<T>(this, ids.incrementAndGet(), title, done);
        undelivered.incrementAndGet();
        running.put(job.state().id(), job);
        deliver(() -> tell(job.state()));
        job.start(work);
        return job;
    }

    public Collection<Job<?>> running() {
        return List.copyOf(running.values());
    }

    /// Told of every change of every job, by the delivery executor. Returns what ends the listening.
    public Runnable listen(Consumer<JobState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        running.values().forEach(Job::cancel);
    }

    /// The same; `then` is delivered once all of it has come to its end and been delivered.
    public void close(Runnable then) {
        last.set(then);
        close();
        endIfQuiet();
    }

    /// Waits for what was cancelled to come to its end, so that it takes away what it left before the program ends.
    /// False where that takes longer than `patience`.
    public boolean awaitEnd(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!running.isEmpty()) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(STEP);
        }
        return true;
    }

    private void endIfQuiet() {
        if (undelivered.get() == 0) {
            Optional.ofNullable(last.getAndSet(null)).ifPresent(this::deliver);
        }
    }

    void deliver(Runnable action) {
        delivery.execute(action);
    }

    void tell(JobState state) {
        listeners.forEach(listener -> listener.accept(state));
    }

    void finished(Job<?> job, Runnable handOver) {
        running.remove(job.state().id());
        deliver(() -> {
            try {
                tell(job.state());
                handOver.run();
            } finally {
                undelivered.decrementAndGet();
                endIfQuiet();
            }
        });
    }
}
