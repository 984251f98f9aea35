package io.poseidon.workbench.app.window;

import io.poseidon.workbench.bundle.view.Purchase;
import io.poseidon.workbench.bundle.view.PurchaseState;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.shell.NoticeStack;
import io.poseidon.workbench.shell.TopFacts;
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
import io.poseidon.workbench.ui.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.util.Subscription;

/// Wires the window by hand: who gets what, and what is closed at the end. On the toolkit's thread.
public final class Composition implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Setting setting;
    private final Surroundings surroundings;
    private final Screens screens;
    private final Workbench workbench;
    private final MemoryText memory;
    private final Tour tour;
    private Subscription following = Subscription.EMPTY;

    /// `sample` is what Home's "try the sample" does.
    public Composition(Setting setting, Optional<Runnable> sample) {
        this.setting = setting;
        var file = new SettingsFile(setting.folder());
        var settings = file.load(Settings.standard(Locale.getDefault()));
        var words = new Words(settings.language());
        var notices = new NoticeStack(words, setting.clock());
        surroundings = new Surroundings(words, new Theme(), new Jobs(new FxDelivery()), notices);
        Workbench.apply(settings, surroundings);
        memory = new MemoryText(words);
        screens = new Screens(surroundings, setting);
        var facts = new TopFacts(
                screens.open().label(),
                screens.budget(),
                memory.textProperty(),
                setting.sample().isPresent());
        Runnable trySample = sample.orElse(this::openSample);
        tour = new Tour(surroundings, screens, this::goTo);
        var actions = setting.sample().map(found -> List.of(tour.action())).orElse(List.of());
        var parts = new WorkbenchParts(workspaces(trySample), actions, facts, this::open);
        workbench = new Workbench(surroundings, notices, file, settings, parts);
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public Workbench workbench() {
        return workbench;
    }

    public Screens screens() {
        return screens;
    }

    /// Files from the command line, a dialog or a drop: each is verified in the Vault.
    public void open(List<Path> files) {
        files.forEach(screens.vault()::add);
        if (!files.isEmpty()) {
            workbench.goTo("vault");
        }
    }

    /// Tells how the guided tour begins; in a window on the sample.
    public void inviteToTheTour() {
        tour.invite();
    }

    /// Verifies the sample's purchase and unlocks it with its own identity; where it is open already, nothing changes.
    public void openSample() {
        setting.sample().ifPresent(sample -> {
            var purchase = screens.vault().add(sample.file());
            if (purchase.state() instanceof PurchaseState.Checking) {
                unlockWhenVerified(purchase, sample.identity());
            }
        });
    }

    private void unlockWhenVerified(Purchase purchase, Path identity) {
        following.unsubscribe();
        following = purchase.stateProperty().subscribe(state -> {
            if (state instanceof PurchaseState.Locked) {
                following.unsubscribe();
                screens.vault().unlock(purchase, identity, new char[0]);
            }
        });
    }

    /// Keeps the memory figure up to date while a window is shown.
    public void startMeasuring() {
        memory.start();
    }

    /// Waits for nobody: what runs is cancelled, and what it reads is freed when it has ended.
    @Override
    public void close() {
        memory.stop();
        workbench.closing();
        surroundings.jobs().close();
        screens.close();
        surroundings.jobs().close(screens::end);
    }

    /// Before the program ends: what was cancelled takes away what it left.
    public void awaitEnd() {
        try {
            surroundings.jobs().awaitEnd(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Workspace> workspaces(Runnable sample) {
        var recent = new RecentPurchases(setting.folder());
        screens.open().rememberIn(recent, setting.clock());
        var places = new ArrayList<Workspace>();
        places.add(new HomeWorkspace(
                surroundings,
                new HomeParts(
                        recent,
                        screens.open().file(),
                        checks(),
                        this::askForFiles,
                        this::openShortcuts,
                        file -> open(List.of(file)),
                        Optional.of(sample),
                        setting.clock())));
        places.addAll(screens.workspaces());
        return places;
    }

    private List<HealthCheck> checks() {
        var checks = new ArrayList<>(new MachineChecks(surroundings.words()).all());
        checks.addAll(new StandardChecks(surroundings.words(), setting.folder()).all());
        return checks;
    }

    private void goTo(String place) {
        workbench.goTo(place);
    }

    private void askForFiles() {
        workbench.askForFiles();
    }

    private void openShortcuts() {
        workbench.openShortcuts();
    }
}
