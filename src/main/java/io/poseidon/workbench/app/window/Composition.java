package io.poseidon.workbench.app.window;

import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.shell.NoticeStack;
import io.poseidon.workbench.shell.TopFacts;
import io.poseidon.workbench.shell.TopFacts.PurchaseLabel;
import io.poseidon.workbench.shell.Workbench;
import io.poseidon.workbench.shell.WorkbenchParts;
import io.poseidon.workbench.shell.home.HealthCheck;
import io.poseidon.workbench.shell.home.HomeParts;
import io.poseidon.workbench.shell.home.HomeWorkspace;
import io.poseidon.workbench.shell.home.RecentPurchases;
import io.poseidon.workbench.shell.home.StandardChecks;
import io.poseidon.workbench.shell.settings.Settings;
import io.poseidon.workbench.shell.settings.SettingsFile;
import io.poseidon.workbench.ui.FxDelivery;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Wires the window by hand: who gets what, and what is closed at the end. On the toolkit's thread.
public final class Composition implements AutoCloseable {

    private final Surroundings surroundings;
    private final Workbench workbench;
    private final MemoryText memory;
    private final ObjectProperty<Optional<PurchaseLabel>> purchase = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Path>> unlocked = new SimpleObjectProperty<>(Optional.empty());

    /// `folder` keeps settings and recent purchases.
    public Composition(Path folder, Clock clock) {
        var file = new SettingsFile(folder);
        var settings = file.load(Settings.standard(Locale.getDefault()));
        var words = new Words(settings.language());
        var notices = new NoticeStack(words, clock);
        surroundings = new Surroundings(words, new Theme(), new Jobs(new FxDelivery()), notices);
        Workbench.apply(settings, surroundings);
        memory = new MemoryText(words);
        var facts = new TopFacts(purchase, new SimpleObjectProperty<>(Optional.empty()), memory.textProperty());
        var parts = new WorkbenchParts(workspaces(folder, clock), List.of(), facts, this::open);
        workbench = new Workbench(surroundings, notices, file, settings, parts);
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public Workbench workbench() {
        return workbench;
    }

    /// Files from the command line, a dialog or a drop.
    public void open(List<Path> files) {
        files.forEach(file -> surroundings
                .notices()
                .tell(Problem.of(Problem.Kind.INPUT, Composition.class, "not-a-purchase", file.getFileName())));
    }

    /// Keeps the memory figure up to date while a window is shown.
    public void startMeasuring() {
        memory.start();
    }

    @Override
    public void close() {
        memory.stop();
        workbench.closing();
        surroundings.jobs().close();
    }

    private List<Workspace> workspaces(Path folder, Clock clock) {
        var places = new ArrayList<Workspace>();
        places.add(new HomeWorkspace(
                surroundings,
                new HomeParts(
                        new RecentPurchases(folder),
                        unlocked,
                        checks(folder),
                        this::askForFiles,
                        this::openShortcuts,
                        file -> open(List.of(file)),
                        Optional.empty(),
                        clock)));
        return places;
    }

    private List<HealthCheck> checks(Path folder) {
        var checks = new ArrayList<>(new MachineChecks(surroundings.words()).all());
        checks.addAll(new StandardChecks(surroundings.words(), folder).all());
        return checks;
    }

    private void askForFiles() {
        workbench.askForFiles();
    }

    private void openShortcuts() {
        workbench.openShortcuts();
    }
}
