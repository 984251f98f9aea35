package io.poseidon.workbench.training.view;

import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.training.Coordinator;
import io.poseidon.workbench.training.RunEvent;
import io.poseidon.workbench.training.RunResult;
import io.poseidon.workbench.training.RunState;
import io.poseidon.workbench.training.Venue;
import io.poseidon.workbench.training.export.RunFolder;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.report.RunReport;
import io.poseidon.workbench.training.round.RunId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the Training screen knows and can do, without a node: one run at a time, and the runs of this session. Used
/// where the jobs deliver; runs leave their files in a folder of their own below `runs`.
public final class TrainingModel {

    private final Jobs jobs;
    private final Venue venue;
    private final Path runs;
    private final ReadOnlyObjectWrapper<RunState> state;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunFolder>> saved = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> running = new ReadOnlyObjectWrapper<>(false);
    private final ObservableList<RunState> past = FXCollections.observableArrayList();
    /// Held here: the wrapper keeps its own listeners only weakly.
    private final ObservableList<RunState> pastSeen = FXCollections.unmodifiableObservableList(past);
    private final AtomicReference<RunState> latest;
    private @Nullable Job<RunResult> job;

    public TrainingModel(Jobs jobs, Plan plan, Venue venue, Path runs) {
        this.jobs = jobs;
        this.venue = venue;
        this.runs = runs;
        this.state = new ReadOnlyObjectWrapper<>(RunState.of(plan));
        this.latest = new AtomicReference<>(state.get());
        jobs.listen(_ -> refresh());
    }

    public Venue venue() {
        return venue;
    }

    public Plan plan() {
        return state.get().plan();
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Boolean> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Why the last run ended without a model; empty while one runs.
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Where the last whole run's model lies.
    public ReadOnlyObjectProperty<Optional<RunFolder>> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /// Ended runs of this session, the latest first.
    public ObservableList<RunState> past() {
        return pastSeen;
    }

    /// Another plan, while nothing runs.
    public void choose(Plan plan) {
        if (!running.get()) {
            state.set(RunState.of(plan));
            problem.set(Optional.empty());
            saved.set(Optional.empty());
        }
    }

    /// Shows an ended run again.
    public void show(RunState run) {
        if (!running.get()) {
            state.set(run);
        }
    }

    public void start() {
        if (running.get()) {
            return;
        }
        var plan = plan();
        state.set(RunState.of(plan));
        problem.set(Optional.empty());
        saved.set(Optional.empty());
        running.set(true);
        latest.set(state.get());
        job = jobs.start(plan.label().column(), progress -> run(plan, progress), this::ended);
    }

    /// Ends the run; the checkpoint of the last whole round stays.
    public void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    private RunResult run(Plan plan, Progress progress) {
        var id = RunId.fresh();
        var folder = RunFolder.in(runs.resolve(id.value()), plan);
        try (var contributors = venue.opening().open(plan, id, progress)) {
            var coordinator = new Coordinator(plan, contributors, id, event -> {
                folder.accept(event);
                note(event, progress);
            });
            var result = coordinator.run(progress);
            if (result.report().outcome() == RunReport.Outcome.COMPLETED) {
                folder.save(result.model().orElseThrow(), result.report().last().orElseThrow());
            }
            return result;
        }
    }

    /// The job's progress is what wakes the screen, and it is coalesced: the screen takes the newest state when it gets
    /// to it.
    private void note(RunEvent event, Progress progress) {
        var now = latest.updateAndGet(before -> before.after(event));
        progress.report(
                (double) now.rounds().size() / now.plan().rounds(),
                now.rounds().size() + " / " + now.plan().rounds());
    }

    private void refresh() {
        if (running.get()) {
            state.set(latest.get());
        }
    }

    private void ended(Outcome<RunResult> outcome) {
        running.set(false);
        job = null;
        state.set(latest.get());
        if (state.get().run().isPresent()) {
            past.addFirst(state.get());
        }
        switch (outcome) {
            case Outcome.Done<RunResult>(var result) -> done(result);
            case Outcome.Failed<RunResult>(var cause) -> problem.set(Optional.of(Troubles.of(cause)));
            case Outcome.Cancelled<RunResult> _ -> {
                // the run's own state says that it was cancelled
            }
        }
    }

    private void done(RunResult result) {
        var report = result.report();
        if (report.outcome() == RunReport.Outcome.COMPLETED) {
            saved.set(Optional.of(RunFolder.in(runs.resolve(report.run().value()), report.plan())));
        } else {
            problem.set(Optional.of(report.quorumLost()));
        }
    }
}
