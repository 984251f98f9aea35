package io.poseidon.workbench.query.view;

import io.poseidon.workbench.query.view.decision.PolicyPanel;
import io.poseidon.workbench.query.view.history.HistoryPanel;
import io.poseidon.workbench.query.view.history.TablesPanel;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.venue.VenueChoice;
import io.poseidon.workbench.ui.Action;
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
    private final Optional<VenueChoice> choice;
    private final Timeline saving;
    private final QueryStatus status;
    private final Takeaway takeaway;
    private Optional<QueryPage> page = Optional.empty();
    private Optional<HistoryPanel> history = Optional.empty();

    /// About the purchase alone.
    public QueryWorkspace(Surroundings surroundings, QueryTabs tabs) {
        this(surroundings, tabs, Optional.empty());
    }

    /// With a choice of places to ask.
    public QueryWorkspace(Surroundings surroundings, QueryTabs tabs, VenueChoice choice) {
        this(surroundings, tabs, Optional.of(choice));
    }

    private QueryWorkspace(Surroundings surroundings, QueryTabs tabs, Optional<VenueChoice> choice) {
        this.choice = choice;
        this.surroundings = surroundings;
        this.words = surroundings.words().in(QueryWorkspace.class);
        this.tabs = tabs;
        this.saving = new Timeline(new KeyFrame(SAVE_EVERY, event -> tabs.save()));
        this.status = new QueryStatus(tabs, words);
        this.takeaway = new Takeaway(surroundings.notices(), words, tabs);
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
        var main = new QueryPage(surroundings, words, tabs, choice);
        var asked = new HistoryPanel(tabs, words);
        page = Optional.of(main);
        takeaway.over(main);
        history = Optional.of(asked);
        var top = new Panel(
                words.text("tables"),
                new TablesPanel(tabs.venue(), words, name -> main.shown().insert(name)));
        VBox.setVgrow(top, Priority.ALWAYS);
        var side = new VBox(top, asked);
        side.getStylesheets().add(String.valueOf(QueryPage.class.getResource("query.css")));
        var policy = new PolicyPanel(tabs, words, takeaway::export, takeaway::evidence).node();
        policy.getStylesheets().add(String.valueOf(QueryPage.class.getResource("query.css")));
        return Regions.of(side, main, policy);
    }

    @Override
    public ObservableValue<Status> status() {
        return status.property();
    }

    @Override
    public List<Action> actions() {
        var actions = new QueryActions(words, tabs, () -> page, () -> history, takeaway);
        return choice.map(actions::with).orElseGet(actions::all);
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

    /// For tests: what the dialog does once a file is chosen.
    void export(Path file) {
        takeaway.export(file);
    }
}
