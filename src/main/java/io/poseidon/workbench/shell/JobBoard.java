package io.poseidon.workbench.shell;

import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.job.JobState;
import io.poseidon.workbench.job.Jobs;
import java.time.Clock;
import java.time.Duration;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Jobs as the window tells of them: the running ones, and those that took a second or failed, latest first.
final class JobBoard {

    /// Shorter ones come and go without being told.
    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

    private static final int KEPT = 200;

    private final Jobs jobs;
    private final Clock clock;
    private final ObservableList<JobState> running = FXCollections.observableArrayList();
    private final ObservableList<JobState> runningSeen = FXCollections.unmodifiableObservableList(running);
    private final ObservableList<Ended> ended = FXCollections.observableArrayList();
    private final ObservableList<Ended> endedSeen = FXCollections.unmodifiableObservableList(ended);
    private final ReadOnlyIntegerWrapper runningCount = new ReadOnlyIntegerWrapper(this, "runningCount", 0);

    /// A job that is over and how long it took.
    record Ended(JobState state, Duration took) {}

    JobBoard(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
        jobs.listen(this::changed);
    }

    ObservableList<JobState> running() {
        return runningSeen;
    }

    ObservableList<Ended> ended() {
        return endedSeen;
    }

    ReadOnlyIntegerProperty runningCount() {
        return runningCount.getReadOnlyProperty();
    }

    void cancel(long id) {
        jobs.running().stream().filter(job -> job.state().id() == id).forEach(Job::cancel);
    }

    void cancelAll() {
        jobs.running().forEach(Job::cancel);
    }

    private void changed(JobState state) {
        int place = indexOf(state.id());
        if (state.phase().isOver()) {
            if (place >= 0) {
                running.remove(place);
            }
            end(state);
        } else if (place >= 0) {
            running.set(place, state);
        } else {
            running.add(state);
        }
        runningCount.set(running.size());
    }

    private void end(JobState state) {
        var took = Duration.between(state.started(), clock.instant());
        if (took.compareTo(WORTH_TELLING) >= 0 || state.phase() == JobState.Phase.FAILED) {
            ended.addFirst(new Ended(state, took));
            if (ended.size() > KEPT) {
                ended.removeLast();
            }
        }
    }

    private int indexOf(long id) {
        for (int i = 0; i < running.size(); i++) {
            if (running.get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }
}
