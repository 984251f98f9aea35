package io.poseidon.workbench.query.view;

import io.poseidon.workbench.job.Outcome;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.query.Format;
import io.poseidon.workbench.query.view.decision.PolicyPanel;
import io.poseidon.workbench.query.view.history.HistoryPanel;
import io.poseidon.workbench.query.view.history.TablesPanel;
import io.poseidon.workbench.query.view.question.QueryModel;
import io.poseidon.workbench.query.view.question.QueryState;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.ui.Action;
import io.poseidon.workbench.ui.FileDialogs;
import io.poseidon.workbench.ui.Regions;
import io.poseidon.workbench.ui.Status;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.Workspace;
import io.poseidon.workbench.ui.layout.Panel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The Query workspace. What is typed is kept every two seconds while it is shown, and when it is left.
public final class QueryWorkspace implements Workspace {

    private static final Duration SAVE_EVERY = Duration.seconds(2);

    private final Surroundings surroundings;
    private final Words words;
    private final QueryTabs tabs;
    private final Timeline saving;
    private final QueryStatus status;
    private Optional<QueryPage> page = Optional.empty();
    private Optional<HistoryPanel> history = Optional.empty();

    public QueryWorkspace(Surroundings surroundings, QueryTabs tabs) {
        this.surroundings = surroundings;
        this.words = surroundings.words().in(QueryWorkspace.class);
        this.tabs = tabs;
        this.saving = new Timeline(new KeyFrame(SAVE_EVERY, event -> tabs.save()));
        this.status = new QueryStatus(tabs, words);
        saving.setCycleCount(Timeline.INDEFINITE);
    }

    /// For tests and for the tour.
    public QueryTabs tabs() {
        return tabs;
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
        var main = new QueryPage(surroundings, words, tabs);
        var asked = new HistoryPanel(tabs, words);
        page = Optional.of(main);
        history = Optional.of(asked);
        var top = new Panel(
                words.text("tables"),
                new TablesPanel(tabs.queries(), words, name -> main.shown().insert(name)));
        VBox.setVgrow(top, Priority.ALWAYS);
        var side = new VBox(top, asked);
        side.getStylesheets().add(String.valueOf(QueryPage.class.getResource("query.css")));
        var policy = new PolicyPanel(tabs, words, this::export, this::evidence).node();
        policy.getStylesheets().add(String.valueOf(QueryPage.class.getResource("query.css")));
        return Regions.of(side, main, policy);
    }

    @Override
    public ObservableValue<Status> status() {
        return status.property();
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of(
                        "query.run",
                        words.text("run"),
                        Feather.PLAY,
                        "Shortcut+Enter",
                        () -> tabs.shown().run()),
                Action.of(
                        "query.cancel",
                        words.text("cancel"),
                        Feather.X,
                        "Shortcut+Period",
                        () -> tabs.shown().cancel()),
                Action.of(
                        "query.history",
                        words.text("history"),
                        Feather.CLOCK,
                        "F8",
                        () -> history.ifPresent(HistoryPanel::focus)),
                Action.of(
                        "query.place",
                        words.text("next-place"),
                        Feather.SLASH,
                        "F2",
                        () -> page.ifPresent(main -> main.shown().nextPlace())),
                Action.of(
                        "query.focus",
                        words.text("editor-result"),
                        Feather.REPEAT,
                        "Shortcut+E",
                        () -> page.ifPresent(main -> main.shown().toggleFocus())),
                Action.of(
                        "query.repair",
                        words.text("use-rewrite"),
                        Feather.EDIT_2,
                        "Shortcut+R",
                        () -> tabs.shown().useRepair()),
                Action.of("query.export", words.text("export"), Feather.DOWNLOAD, "Shortcut+Shift+E", this::export),
                Action.of("query.evidence", words.text("evidence"), Feather.FILE_TEXT, this::evidence),
                Action.of("query.tab.new", words.text("tab.new"), Feather.PLUS, "Shortcut+T", () -> tabs.open("")),
                Action.of(
                        "query.tab.reopen",
                        words.text("tab.reopen"),
                        Feather.ROTATE_CCW,
                        "Shortcut+Shift+T",
                        tabs::reopen),
                Action.of(
                        "query.tab.close",
                        words.text("tab.close"),
                        Feather.X,
                        "Shortcut+W",
                        () -> tabs.close(tabs.shown())),
                Action.of(
                        "query.tab.next",
                        words.text("tab.next"),
                        Feather.CHEVRON_RIGHT,
                        "Shortcut+Page_Down",
                        () -> tabs.step(1)),
                Action.of(
                        "query.tab.back",
                        words.text("tab.back"),
                        Feather.CHEVRON_LEFT,
                        "Shortcut+Page_Up",
                        () -> tabs.step(-1)));
    }

    @Override
    public void activated() {
        saving.play();
    }

    @Override
    public void deactivated() {
        saving.stop();
        tabs.save();
    }

    private void export() {
        if (tabs.shown().state() instanceof QueryState.Answered && page.isPresent()) {
            FileDialogs.save(page.get(), "result.csv", words.now("export"), "*.csv", "*.json", "*.arrows", "*.parquet")
                    .ifPresent(this::export);
        }
    }

    void export(Path file) {
        tabs.shown().export(file, Format.of(file).orElse(Format.CSV), this::exported);
    }

    private void evidence() {
        if (tabs.shown().state() instanceof QueryState.Answered && page.isPresent()) {
            FileDialogs.save(page.get(), "answer.evidence.json", words.now("evidence"), "*.evidence.json")
                    .ifPresent(file -> tabs.shown().exportEvidence(file, this::exported));
        }
    }

    private void exported(Outcome<Path> outcome) {
        switch (outcome) {
            case Outcome.Done<Path>(Path written) ->
                surroundings.notices().tell(words.text("exported", written.getFileName()));
            case Outcome.Failed<Path>(Problem problem) -> surroundings.notices().tell(problem);
            case Outcome.Failed<Path> failed ->
                surroundings.notices().tell(Problem.of(Problem.Kind.BUG, QueryModel.class, "query-bug"));
            case Outcome.Cancelled<Path> ignored -> {}
        }
    }
}
