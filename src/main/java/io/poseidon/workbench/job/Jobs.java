package io.poseidon.workbench.job;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Starts work on virtual threads and brings its progress and outcome to one place: the toolkit's thread in the
/// application, the calling thread (`Runnable::run`) in tests. Closing cancels what still runs.
public final class Jobs implements AutoCloseable {

    private final Executor delivery;
    private final ConcurrentHashMap<Long, Job<?>> running = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Consumer<JobState>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();

    public Jobs(Executor delivery) {
        this.delivery = delivery;
    }

    /// `done` is called once, by the delivery executor.
    public <T> Job<T> start(String title, Work<T> work, Consumer<Outcome<T>> done) {
        var job = new Job<T>(this, ids.incrementAndGet(), title, done);
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

    void deliver(Runnable action) {
        delivery.execute(action);
    }

    void tell(JobState state) {
        listeners.forEach(listener -> listener.accept(state));
    }

    void finished(Job<?> job, Runnable handOver) {
        running.remove(job.state().id());
        deliver(() -> {
            tell(job.state());
            handOver.run();
        });
    }
}
