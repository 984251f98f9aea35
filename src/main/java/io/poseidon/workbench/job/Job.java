package io.poseidon.workbench.job;

import io.poseidon.workbench.job.JobState.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One running piece of work. Any thread may cancel it; its outcome is delivered once, where [Jobs] delivers.
public final class Job<T> implements Progress {

    private final Jobs jobs;
    private final Consumer<Outcome<T>> done;
    private final AtomicBoolean deliveryPending = new AtomicBoolean();
    private final List<Runnable> cancelActions = new ArrayList<>();
    private volatile JobState state;
    private volatile boolean cancelled;
    private @Nullable Thread thread;

    Job(Jobs jobs, long id, String title, Consumer<Outcome<T>> done) {
        this.jobs = jobs;
        this.done = done;
        this.state = new JobState(id, title, -1, "", Phase.RUNNING, Instant.now());
    }

    public JobState state() {
        return state;
    }

    /// Asks the work to stop: hooks run, the thread is interrupted, and the outcome will be [Outcome.Cancelled].
    public void cancel() {
        List<Runnable> actions;
        synchronized (this) {
            if (cancelled || state.phase().isOver()) {
                return;
            }
            cancelled = true;
            state = withPhase(Phase.CANCELLING);
            actions = List.copyOf(cancelActions);
            if (thread != null) {
                thread.interrupt();
            }
        }
        actions.forEach(Runnable::run);
        deliverState();
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                cancelActions.add(action);
                return;
            }
        }
        action.run();
    }

    @Override
    public void report(double fraction, String detail) {
        synchronized (this) {
            state = new JobState(state.id(), state.title(), fraction, detail, state.phase(), state.started());
        }
        deliverState();
    }

    void start(Work<T> work) {
        synchronized (this) {
            thread = Thread.ofVirtual().name("job-" + state.id()).unstarted(() -> run(work));
        }
        thread.start();
    }

    private void run(Work<T> work) {
        Outcome<T> outcome;
        try {
            checkCancelled();
            outcome = new Outcome.Done<>(work.run(this));
        } catch (Throwable failure) {
            outcome = cancelled ? new Outcome.Cancelled<>() : new Outcome.Failed<>(failure);
        }
        finish(outcome);
    }

    private void finish(Outcome<T> outcome) {
        var phase = switch (outcome) {
            case Outcome.Done<T> ignored -> Phase.DONE;
            case Outcome.Failed<T> ignored -> Phase.FAILED;
            case Outcome.Cancelled<T> ignored -> Phase.CANCELLED;
        };
        synchronized (this) {
            state = withPhase(phase);
        }
        jobs.finished(this, () -> done.accept(outcome));
    }

    private JobState withPhase(Phase phase) {
        return new JobState(state.id(), state.title(), state.fraction(), state.detail(), phase, state.started());
    }

    /// However often the work reports, one delivery at most is waiting.
    private void deliverState() {
        if (deliveryPending.compareAndSet(false, true)) {
            jobs.deliver(() -> {
                deliveryPending.set(false);
                jobs.tell(state);
            });
        }
    }
}
