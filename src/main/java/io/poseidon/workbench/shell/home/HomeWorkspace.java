package io.poseidon.workbench.shell.home;

import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.workspace.Action;
import io.poseidon.workbench.ui.workspace.Regions;
import io.poseidon.workbench.ui.workspace.Status;
import io.poseidon.workbench.ui.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The first place of the rail. Shown first, so nothing in it waits for anything.
public final class HomeWorkspace implements Workspace {

    private final Surroundings surroundings;
    private final HomeParts parts;
    private final Words words;
    private final HomeModel model;
    private boolean checked;

    public HomeWorkspace(Surroundings surroundings, HomeParts parts) {
        this.surroundings = surroundings;
        this.parts = parts;
        words = surroundings.words().in(HomeWorkspace.class);
        model = new HomeModel(parts, surroundings.jobs(), words);
    }

    @Override
    public String id() {
        return "home";
    }

    @Override
    public ObservableValue<String> title() {
        return words.text("title");
    }

    @Override
    public Ikon icon() {
        return Feather.HOME;
    }

    @Override
    public Regions regions() {
        var view = new HomeView(surroundings, parts, model);
        return Regions.of(new HomeSide(words, parts), view.node(), new HomeInspector(words, model.health()));
    }

    @Override
    public ObservableValue<Status> status() {
        return Bindings.createObjectBinding(this::statusNow, model.lines(), parts.unlocked(), words.languageProperty());
    }

    @Override
    public List<Action> actions() {
        return List.of(Action.of("home.health", words.text("health.action"), Feather.ACTIVITY, model.health()::run));
    }

    @Override
    public void activated() {
        model.look();
        if (!checked) {
            checked = true;
            model.health().run();
        }
    }

    private Status statusNow() {
        var open = parts.unlocked().getValue();
        Optional<String> unlocked = open.map(file -> words.count("unlocked", 1));
        return Status.ready(words.now("ready"), unlocked.stream().toArray(String[]::new));
    }
}
