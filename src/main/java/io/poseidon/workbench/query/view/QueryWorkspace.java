package io.poseidon.workbench.query.view;

import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.Format;
import io.poseidon.workbench.query.view.decision.PolicyPanel;
import io.poseidon.workbench.query.view.history.TablesPanel;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.ui.Action;
import io.poseidon.workbench.ui.FileDialogs;
import io.poseidon.workbench.ui.Regions;
import io.poseidon.workbench.ui.Status;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The Query workspace. What is typed is kept every two seconds while it is shown, and when it is left.
public final class QueryWorkspace implements Workspace {

    private static final Duration SAVE_EVERY = Duration.seconds(2);

    private final Surroundings surroundings;
    private final Words words;
    private final QueryModel model;
    private final Timeline saving;
    private final QueryStatus status;
    private Optional<QueryPage> page = Optional.empty();

    public QueryWorkspace(Surroundings surroundings, QueryModel model) {
        this.surroundings = surroundings;
        this.words = surroundings.words().in(QueryWorkspace.class);
        this.model = model;
        this.saving = new Timeline(new KeyFrame(SAVE_EVERY, event -> model.save()));
        this.status = new QueryStatus(model, words);
        saving.setCycleCount(Timeline.INDEFINITE);
    }

    /// For tests and for the tour.
    public QueryModel model() {
        return model;
    }

    @Override
    public String id() {
        return "query";
    }

    @Override
    public ObservableValue<String> title() {
        return words.text("title");
    }

    @Override
    public Ikon icon() {
        return Feather.TERMINAL;
    }

    @Override
    public Regions regions() {
        var main = new QueryPage(surroundings, words, model);
        page = Optional.of(main);
        var side = new TablesPanel(model, words, main::insert);
        model.stateProperty().addListener((property, before, now) -> {
            if (now instanceof QueryState.Ready || now instanceof QueryState.NoPurchase) {
                side.show();
            }
        });
        return Regions.of(side, main, new PolicyPanel(model, words, this::export).node());
    }

    @Override
    public ObservableValue<Status> status() {
        return status.property();
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of("query.run", words.text("run"), Feather.PLAY, "Shortcut+Enter", model::run),
                Action.of("query.cancel", words.text("cancel"), Feather.X, "Shortcut+Period", model::cancel),
                Action.of("query.export", words.text("export"), Feather.DOWNLOAD, "Shortcut+Shift+E", this::export));
    }

    @Override
    public void activated() {
        saving.play();
    }

    @Override
    public void deactivated() {
        saving.stop();
        model.save();
    }

    private void export() {
        if (model.state() instanceof QueryState.Answered && page.isPresent()) {
            FileDialogs.save(page.get(), "result.csv", words.now("export"), "*.csv", "*.json", "*.arrows", "*.parquet")
                    .ifPresent(this::export);
        }
    }

    private void export(Path file) {
        var format = Format.of(file).orElse(Format.CSV);
        model.export(file, format, outcome -> {
            switch (outcome) {
                case Outcome.Done<Path>(Path written) ->
                    surroundings.notices().tell(words.text("exported", written.getFileName()));
                case Outcome.Failed<Path>(Problem problem) ->
                    surroundings.notices().tell(problem);
                case Outcome.Failed<Path> failed ->
                    surroundings.notices().tell(Problem.of(Problem.Kind.BUG, QueryModel.class, "query-bug"));
                case Outcome.Cancelled<Path> ignored -> {}
            }
        });
    }
}
