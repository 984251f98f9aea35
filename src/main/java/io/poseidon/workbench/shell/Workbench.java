package io.poseidon.workbench.shell;

import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.shell.fault.FaultReport;
import io.poseidon.workbench.shell.fault.FaultView;
import io.poseidon.workbench.shell.palette.PaletteModel;
import io.poseidon.workbench.shell.palette.PaletteView;
import io.poseidon.workbench.shell.palette.Shortcuts;
import io.poseidon.workbench.shell.settings.Settings;
import io.poseidon.workbench.shell.settings.SettingsFile;
import io.poseidon.workbench.shell.sheet.HelpSheet;
import io.poseidon.workbench.shell.sheet.Overlay;
import io.poseidon.workbench.shell.sheet.SettingsSheet;
import io.poseidon.workbench.shell.sheet.Sheet;
import io.poseidon.workbench.shell.sheet.ShortcutSheet;
import io.poseidon.workbench.ui.FileDialogs;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.workspace.Action;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window's content: regions A to G, keys, palette, sheets, drops. Made once by the composition root, on the
/// toolkit's thread; [#scene] gives the scene to show or to take pictures of, [#closing] ends it.
public final class Workbench {

    private final Surroundings surroundings;
    private final WorkbenchParts parts;
    private final SettingsFile file;
    private final Settings settings;
    private final Words words;
    private final Places places;
    private final Dock dock;
    private final Frame frame;
    private final Overlay overlay = new Overlay();
    private final List<Action> actions;
    private @Nullable PaletteView palette;
    private final StackPane root;

    public Workbench(
            Surroundings surroundings,
            NoticeStack notices,
            SettingsFile file,
            Settings settings,
            WorkbenchParts parts) {
        this.surroundings = surroundings;
        this.parts = parts;
        this.file = file;
        this.settings = settings;
        words = surroundings.words().in(Workbench.class);
        places = new Places(parts.workspaces());
        var board = new JobBoard(surroundings.jobs(), Clock.systemUTC());
        dock = new Dock(words, board, notices);
        actions = new ArrayList<>(new ShellActions(surroundings).all(new Window(), places));
        actions.addAll(parts.actions());
        frame = new Frame(
                new TopBar(surroundings, places, parts.facts(), this::openPalette, this::openHelp),
                new Rail(words, places, this::openSettings),
                dock,
                new StatusBar(words, places, board, parts.facts()));
        root = new StackPane(frame, notices.node(), overlay);
        StackPane.setAlignment(notices.node(), Pos.BOTTOM_RIGHT);
        frame.sideOpenProperty().set(settings.side());
        frame.inspectorOpenProperty().set(settings.inspector());
        places.currentProperty().addListener((property, before, now) -> frame.show(places.regions()));
        goTo(settings.workspace());
    }

    /// The scene, dressed and listening to keys and drops.
    public Scene scene(double width, double height) {
        var scene = surroundings.theme().scene(root, width, height);
        scene.getStylesheets()
                .add(Objects.requireNonNull(Workbench.class.getResource("shell.css"))
                        .toExternalForm());
        new Shortcuts(this::actions, overlay::isOpen).listenTo(scene);
        new Drops(parts.open()).listenTo(scene);
        return scene;
    }

    /// For the stage that shows the scene.
    public Image icon() {
        return WindowIcon.draw(surroundings.theme().tokens().get());
    }

    public void goTo(String workspace) {
        places.goTo(workspace);
    }

    /// The id of the workspace shown.
    public String place() {
        return places.currentProperty().get().id();
    }

    /// Opens the palette, for tours and pictures too.
    public void openPalette() {
        if (palette == null) {
            palette = new PaletteView(new PaletteModel(this::actions), words, overlay::close);
        }
        overlay.show(palette);
        palette.open();
    }

    /// Asks for a sealed file and opens it.
    public void askForFiles() {
        FileDialogs.open(root, words.now("files"), "*.poseidon")
                .ifPresent(chosen -> parts.open().accept(List.of(chosen)));
    }

    /// Something was thrown that nobody expected: says so without anybody's data, once at a time; the window goes on.
    public void fault(Throwable thrown) {
        if (!overlay.isOpen()) {
            show("fault", new FaultView(words, FaultReport.of(thrown)));
        }
    }

    /// Detaches what is shown and keeps the settings.
    public void closing() {
        places.leave();
        var theme = surroundings.theme();
        file.save(new Settings(
                theme.mode(),
                words.language(),
                theme.zoomProperty().get(),
                theme.reduceMotionProperty().get(),
                frame.sideOpenProperty().get(),
                frame.inspectorOpenProperty().get(),
                place()));
    }

    /// Applies what was remembered; before the workbench is made.
    public static void apply(Settings settings, Surroundings surroundings) {
        surroundings.theme().modeProperty().set(settings.theme());
        surroundings.theme().zoomProperty().set(settings.zoom());
        surroundings.theme().reduceMotionProperty().set(settings.reduceMotion());
        surroundings.words().languageProperty().set(settings.language());
    }

    private List<Action> actions() {
        var all = new ArrayList<>(places.currentProperty().get().actions());
        all.addAll(actions);
        return all;
    }

    /// Shows theme, language, zoom and motion to choose.
    public void openSettings() {
        show("settings", new SettingsSheet(surroundings, words, file.folder()));
    }

    /// Shows every key.
    public void openShortcuts() {
        show("shortcuts", new ShortcutSheet(words, actions()));
    }

    private void openHelp() {
        show("help-title", new HelpSheet(words));
    }

    private void show(String title, Node content) {
        var sheet = new Sheet(words, words.text(title), content, overlay::close);
        overlay.show(sheet);
        sheet.focused();
    }

    /// What the window's own actions do to it.
    private final class Window implements ShellActions.Window {

        @Override
        public void openFiles() {
            askForFiles();
        }

        @Override
        public void palette() {
            openPalette();
        }

        @Override
        public void settings() {
            openSettings();
        }

        @Override
        public void shortcuts() {
            openShortcuts();
        }

        @Override
        public void help() {
            openHelp();
        }

        @Override
        public void toggleSide() {
            frame.toggleSide();
        }

        @Override
        public void toggleInspector() {
            frame.toggleInspector();
        }

        @Override
        public void toggleDock() {
            dock.openProperty().set(!dock.openProperty().get());
        }

        @Override
        public void toggleFullScreen() {
            Optional.ofNullable(root.getScene())
                    .map(Scene::getWindow)
                    .filter(Stage.class::isInstance)
                    .map(Stage.class::cast)
                    .ifPresent(stage -> stage.setFullScreen(!stage.isFullScreen()));
        }

        @Override
        public void cancelJobs() {
            surroundings.jobs().running().forEach(Job::cancel);
        }

        @Override
        public void nextRegion() {
            new RegionWalk(frame.stops()).next(root.getScene());
        }
    }
}
