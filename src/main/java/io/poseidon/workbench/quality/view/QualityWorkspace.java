package io.poseidon.workbench.quality.view;

import io.poseidon.workbench.quality.Check;
import io.poseidon.workbench.quality.QualityReport;
import io.poseidon.workbench.quality.Subject;
import io.poseidon.workbench.quality.view.QualityViewModel.Judged;
import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.layout.EmptyState;
import io.poseidon.workbench.ui.layout.Panel;
import io.poseidon.workbench.ui.layout.ProblemState;
import io.poseidon.workbench.ui.layout.ProgressLine;
import io.poseidon.workbench.ui.part.Buttons;
import io.poseidon.workbench.ui.workspace.Action;
import io.poseidon.workbench.ui.workspace.Regions;
import io.poseidon.workbench.ui.workspace.Status;
import io.poseidon.workbench.ui.workspace.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The Quality place: how good the open purchase's table is, dimension by dimension, with formula, evidence and
/// interval, and the tests every sealed table must pass. Computed from protected cells only.
public final class QualityWorkspace implements Workspace {

    private final Surroundings surroundings;
    private final Words words;
    private final QualityViewModel model;

    public QualityWorkspace(Surroundings surroundings, ObservableValue<Optional<Subject>> subject) {
        this.surroundings = surroundings;
        this.words = surroundings.words().in(QualityWorkspace.class);
        this.model = new QualityViewModel(surroundings.jobs(), words.now("job"), subject);
    }

    /// For tests and for the tour.
    public QualityViewModel model() {
        return model;
    }

    @Override
    public String id() {
        return "quality";
    }

    @Override
    public ObservableValue<String> title() {
        return words.text("title");
    }

    @Override
    public Ikon icon() {
        return Feather.CHECK_CIRCLE;
    }

    @Override
    public List<Action> actions() {
        return List.of(Action.of("quality.run", words.text("run-again"), Feather.PLAY, model::runAgain)
                .enabledWhile(
                        Bindings.createBooleanBinding(() -> model.judged().get().isPresent(), model.judged())));
    }

    @Override
    public ObservableValue<Status> status() {
        return Bindings.createObjectBinding(this::statusNow, model.judged(), model.running(), words.languageProperty());
    }

    @Override
    public Regions regions() {
        var side = new ChecksPanel(words);
        var evidence = new EvidencePanel(surroundings, words, model);
        var report = new ReportPage(surroundings, words, model);
        var sidePanel = side.build();
        var inspector = evidence.build();
        var main = new StackPane();
        var sheet = Objects.requireNonNull(QualityWorkspace.class.getResource("quality.css"))
                .toExternalForm();
        List.of(sidePanel, inspector, main)
                .forEach(region -> region.getStylesheets().add(sheet));
        Runnable render = () -> {
            var judged = model.judged().get();
            sidePanel.content().setVisible(judged.isPresent());
            inspector.content().setVisible(judged.isPresent());
            judged.ifPresent(now -> {
                side.show(now);
                evidence.show(now);
                report.show(now);
            });
            main.getChildren().setAll(judged.isPresent() ? report.node() : waiting());
        };
        model.judged().subscribe(render);
        model.problem().subscribe(render);
        model.running().subscribe(render);
        model.selectedProperty().subscribe(render);
        words.languageProperty().subscribe(render);
        render.run();
        return Regions.of(sidePanel, main, inspector);
    }

    private Region waiting() {
        if (model.problem().get().isPresent()) {
            return new ProblemState(
                    surroundings.words(),
                    model.problem().get().get(),
                    Buttons.small(words.text("run-again"), model::runAgain));
        }
        return model.running()
                .get()
                .<Region>map(job -> Panel.block(new ProgressLine(surroundings.words(), surroundings.jobs(), job)))
                .orElseGet(() ->
                        new EmptyState(Feather.CHECK_CIRCLE, words.text("empty.title"), words.text("empty.text")));
    }

    private Status statusNow() {
        if (model.running().get().isPresent()) {
            return new Status(Status.State.RUNNING, words.now("status.running"), List.of(), List.of());
        }
        return model.judged().get().map(Judged::report).map(this::summary).orElseGet(() -> Status.ready(""));
    }

    private Status summary(QualityReport report) {
        var formats = Formats.in(words.language());
        long failed = report.checks().stream()
                .filter(check -> check.state() == Check.State.FAILED)
                .count();
        var tests = words.now("status.tests", formats.whole(report.passed()), formats.whole(failed));
        return new Status(
                failed > 0 ? Status.State.FAILED : Status.State.READY,
                tests,
                List.of(words.now("status.protected")),
                List.of());
    }
}
