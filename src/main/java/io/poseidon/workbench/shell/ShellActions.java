package io.poseidon.workbench.shell;

import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.workspace.Action;
import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/// The window's own actions, with the keys of the shortcut sheet.
final class ShellActions {

    /// What they do to the window.
    interface Window {
        void openFiles();

        void palette();

        void settings();

        void shortcuts();

        void help();

        void toggleSide();

        void toggleInspector();

        void toggleDock();

        void toggleFullScreen();

        void nextRegion();

        void cancelJobs();
    }

    private final Words words;
    private final Surroundings surroundings;

    ShellActions(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.words = surroundings.words().in(ShellActions.class);
    }

    List<Action> all(Window window, Places places) {
        var actions = new ArrayList<Action>();
        actions.add(Action.of("shell.open", words.text("open"), Feather.BOX, "Shortcut+O", window::openFiles));
        actions.addAll(goTo(places));
        actions.addAll(view(window));
        actions.addAll(looks());
        actions.add(Action.of(
                "shell.cancel", words.text("cancel-jobs"), Feather.X_CIRCLE, "Shortcut+Period", window::cancelJobs));
        actions.add(Action.of("shell.palette", words.text("palette"), Feather.SEARCH, "Shortcut+K", window::palette));
        actions.add(Action.of(
                "shell.settings", words.text("settings"), Feather.SETTINGS, "Shortcut+Comma", window::settings));
        actions.add(Action.of(
                "shell.shortcuts", words.text("shortcuts"), Feather.BOOK_OPEN, "Shift+F1", window::shortcuts));
        actions.add(Action.of("shell.help", words.text("help-title"), Feather.HELP_CIRCLE, "F1", window::help));
        return actions;
    }

    private List<Action> goTo(Places places) {
        var actions = new ArrayList<Action>();
        for (int i = 0; i < places.all().size(); i++) {
            var place = places.all().get(i);
            var title = words.text("go-to", place.title());
            Runnable go = () -> places.goTo(place.id());
            var id = "shell.go." + place.id();
            actions.add(
                    i < 9
                            ? Action.of(id, title, place.icon(), "Alt+" + (i + 1), go)
                            : Action.of(id, title, place.icon(), go));
        }
        return actions;
    }

    private List<Action> view(Window window) {
        return List.of(
                Action.of("shell.side", words.text("side"), Feather.SIDEBAR, "Shortcut+B", window::toggleSide),
                Action.of(
                        "shell.inspector",
                        words.text("inspector"),
                        Feather.INFO,
                        "Shortcut+I",
                        window::toggleInspector),
                Action.of("shell.dock", words.text("dock-toggle"), Feather.ACTIVITY, "Shortcut+J", window::toggleDock),
                Action.of("shell.region", words.text("next-region"), Feather.ARROW_RIGHT, "F6", window::nextRegion),
                Action.of("shell.full", words.text("full-screen"), Feather.MAXIMIZE, "F11", window::toggleFullScreen));
    }

    private List<Action> looks() {
        var theme = surroundings.theme();
        var language = surroundings.words().languageProperty();
        return List.of(
                Action.of("shell.theme", words.text("switch-theme"), Feather.SUN, theme::switchMode),
                Action.of(
                        "shell.language",
                        words.text("switch-language"),
                        Feather.GLOBE,
                        () -> language.set(language.get().other())),
                Action.of(
                        "shell.larger", words.text("larger"), Feather.ZOOM_IN, "Shortcut+Equals", () -> theme.zoom(1)),
                Action.of(
                        "shell.smaller",
                        words.text("smaller"),
                        Feather.ZOOM_OUT,
                        "Shortcut+Minus",
                        () -> theme.zoom(-1)),
                Action.of(
                        "shell.size",
                        words.text("normal-size"),
                        Feather.SQUARE,
                        "Shortcut+0",
                        () -> theme.zoomProperty().set(1)));
    }
}
