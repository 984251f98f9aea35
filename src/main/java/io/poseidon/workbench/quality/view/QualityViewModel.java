package io.poseidon.workbench.quality.view;

import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.quality.Dimension;
import io.poseidon.workbench.quality.QualityReport;
import io.poseidon.workbench.quality.Score;
import io.poseidon.workbench.quality.Subject;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// The quality of the open purchase's table: judged in the background whenever another table comes. A judgement that
/// is overtaken by another table is dropped. Used on the thread that delivers jobs.
public final class QualityViewModel {

    /// A report and what it is of.
    public record Judged(Subject subject, QualityReport report) {

        /// The score of a dimension, where it could be judged.
        public Optional<Score> score(Dimension dimension) {
            return report.scores().stream()
                    .filter(score -> score.dimension() == dimension)
                    .findFirst();
        }
    }

    private final Jobs jobs;
    private final String jobTitle;
    private final ReadOnlyObjectWrapper<Optional<Judged>> judged = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Job<?>>> running = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Dimension> selected = new SimpleObjectProperty<>(Dimension.COMPLETENESS);
    private Optional<Subject> subject = Optional.empty();

    /// `jobTitle` names the work in the job list.
    public QualityViewModel(Jobs jobs, String jobTitle, ObservableValue<Optional<Subject>> subject) {
        this.jobs = jobs;
        this.jobTitle = jobTitle;
        subject.subscribe(this::open);
    }

    public ReadOnlyObjectProperty<Optional<Judged>> judged() {
        return judged.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// The work in hand, to be shown and cancelled.
    public ReadOnlyObjectProperty<Optional<Job<?>>> running() {
        return running.getReadOnlyProperty();
    }

    /// The dimension whose evidence is shown.
    public ObjectProperty<Dimension> selectedProperty() {
        return selected;
    }

    public void runAgain() {
        open(subject);
    }

    private void open(Optional<Subject> next) {
        running.get().ifPresent(Job::cancel);
        running.set(Optional.empty());
        subject = next;
        judged.set(Optional.empty());
        problem.set(Optional.empty());
        next.ifPresent(this::judge);
    }

    private void judge(Subject now) {
        var job = jobs.start(jobTitle, progress -> new Judged(now, now.assess()), outcome -> finished(now, outcome));
        if (judged.get().isEmpty() && problem.get().isEmpty()) {
            running.set(Optional.of(job));
        }
    }

    private void finished(Subject of, Outcome<Judged> outcome) {
        if (subject.filter(now -> now.equals(of)).isEmpty()) {
            return;
        }
        running.set(Optional.empty());
        switch (outcome) {
            case Outcome.Done<Judged>(var result) -> show(result);
            case Outcome.Failed<Judged>(var failure) -> problem.set(Optional.of(known(failure)));
            case Outcome.Cancelled<Judged> _ -> {}
        }
    }

    private static Problem known(Throwable failure) {
        return failure instanceof Problem problem
                ? problem
                : Problem.of(Problem.Kind.BUG, Subject.class, "quality-failed").because(failure);
    }

    private void show(Judged result) {
        var best = result.score(Dimension.REPRESENTATIVENESS).isPresent()
                ? Dimension.REPRESENTATIVENESS
                : Dimension.COMPLETENESS;
        selected.set(best);
        judged.set(Optional.of(result));
    }
}
