package io.poseidon.workbench.query.view;

import io.poseidon.workbench.query.view.decision.PolicyPanel;
import io.poseidon.workbench.query.view.own.OwnTablesModel;
import io.poseidon.workbench.query.view.question.QueryTabs;
import io.poseidon.workbench.query.view.venue.FolderDrop;
import io.poseidon.workbench.query.view.venue.VenueChoice;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.workspace.Action;
import io.poseidon.workbench.ui.workspace.Regions;
import io.poseidon.workbench.ui.workspace.Status;
import io.poseidon.workbench.ui.workspace.Workspace;
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
    private final QueryTabs tabs;
    private final Optional<VenueChoice> choice;
    private final List<OwnTablesModel> own;
    private final Timeline saving;
    private final QueryStatus status;
    private final Takeaway takeaway;
    private Optional<QueryPage> page = Optional.empty();
    private Optional<QuerySide> side = Optional.empty();

    /// With a choice of places to ask, where there is one, and own tables beside the cells or sent to a shard.
    public QueryWorkspace(
            Surroundings surroundings, QueryTabs tabs, Optional<VenueChoice> choice, List<OwnTablesModel> own) {
        this.choice = choice;
        this.surroundings = surroundings;
        this.words = surroundings.words().in(QueryWorkspace.class);
        this.tabs = tabs;
        this.own = own;
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
        var left = new QuerySide(tabs, own, words, name -> main.shown().insert(name));
        page = Optional.of(main);
        takeaway.over(main);
        side = Optional.of(left);
        left.dropsOn(main);
        choice.ifPresent(places -> FolderDrop.on(left, places::open));
        var policy = new PolicyPanel(tabs, words, takeaway::export, takeaway::evidence).node();
        policy.getStylesheets().add(String.valueOf(QueryPage.class.getResource("query.css")));
        return Regions.of(left, main, policy);
    }

    @Override
    public ObservableValue<Status> status() {
        return status.property();
    }

    @Override
    public List<Action> actions() {
        var actions = new QueryActions(words, tabs, () -> page, () -> side, takeaway);
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

    /// The same for a signed record.
    void evidence(Path file) {
        takeaway.evidence(file);
    }
}
