package io.poseidon.workbench.shell.home;

import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.shell.home.HealthCheck.Finding;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.StateMark;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.slf4j.LoggerFactory;

/// Runs the health checks and keeps what they found.
final class HealthModel {

    /// A check and its latest finding.
    record Line(HealthCheck check, ObjectProperty<Finding> finding) {}

    /// The engine's native library is large: the window is drawn before it is loaded.
    private static final Duration AFTER_THE_FIRST_PICTURE = Duration.ofMillis(400);

    private final Jobs jobs;
    private final Words words;
    private final Clock clock;
    private final List<Line> lines;
    private final ReadOnlyObjectWrapper<Optional<LocalTime>> checked =
            new ReadOnlyObjectWrapper<>(this, "checked", Optional.empty());

    HealthModel(Jobs jobs, Words words, Clock clock, List<HealthCheck> checks) {
        this.jobs = jobs;
        this.words = words;
        this.clock = clock;
        lines = checks.stream()
                .map(check -> new Line(check, new SimpleObjectProperty<>(waiting())))
                .toList();
    }

    List<Line> lines() {
        return lines;
    }

    /// When they were run last.
    ReadOnlyObjectProperty<Optional<LocalTime>> checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    /// One of the findings is not as it should be.
    ObservableValue<Boolean> sound() {
        return checked.map(
                at -> lines.stream().allMatch(line -> line.finding().get().mark() == StateMark.DONE));
    }

    void run() {
        lines.forEach(line -> line.finding().set(waiting()));
        jobs.start(
                words.now("health"),
                progress -> lines.stream().map(HealthModel::find).toList(),
                this::found);
    }

    private void found(Outcome<List<Optional<Finding>>> outcome) {
        if (outcome instanceof Outcome.Done<List<Optional<Finding>>> done) {
            for (int i = 0; i < lines.size(); i++) {
                lines.get(i).finding().set(done.value().get(i).orElseGet(this::failed));
            }
            checked.set(Optional.of(LocalTime.now(clock)));
        }
    }

    private List<Optional<Finding>> find() throws InterruptedException {
        Thread.sleep(AFTER_THE_FIRST_PICTURE);
        return lines.stream().map(HealthModel::find).toList();
    }

    /// Empty where the check threw.
    private static Optional<Finding> find(Line line) {
        try {
            return Optional.of(line.check().check().call());
        } catch (Exception e) {
            LoggerFactory.getLogger(HealthModel.class).warn("a health check failed", e);
            return Optional.empty();
        }
    }

    private Finding waiting() {
        return new Finding(StateMark.WAITING, words.text("health.waiting"));
    }

    private Finding failed() {
        return new Finding(StateMark.FAILED, words.text("health.failed"));
    }
}
