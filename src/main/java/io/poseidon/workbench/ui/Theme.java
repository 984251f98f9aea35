package io.poseidon.workbench.ui;

import atlantafx.base.theme.PrimerLight;
import io.poseidon.workbench.ui.workspace.Mode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Light or dark, how large, and whether things may move. On the toolkit's thread only.
///
/// Controls get their colours from looked-up names (`-c-text`, see [Token]); a canvas reads [#tokens] and repaints when
/// that property changes. Zoom is a scale over the whole content, so screens are written in plain pixels at 100 %.
public final class Theme {

    public enum Mode {
        LIGHT,
        DARK;

        public Mode other() {
            return this == LIGHT ? DARK : LIGHT;
        }
    }

    public static final String SANS = "Poseidon Sans";
    public static final String MONO = "JetBrains Mono";

    /// The steps of Ctrl+= and Ctrl+-, 80 to 200 %.
    public static final List<Double> ZOOM_STEPS = List.of(0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0);

    private static final List<String> FONTS = List.of(
            "PoseidonSans-Regular.otf", "PoseidonSans-SemiBold.otf",
            "JetBrainsMono-Regular.ttf", "JetBrainsMono-SemiBold.ttf");

    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(this, "mode", Mode.LIGHT);
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
    private final BooleanProperty reduceMotion = new SimpleBooleanProperty(this, "reduceMotion");
    private final ReadOnlyObjectWrapper<Tokens> tokens =
            new ReadOnlyObjectWrapper<>(this, "tokens", Tokens.read(Mode.LIGHT));

    @SuppressWarnings("FieldCanBeLocal") // listens while this lives
    private final PopupZoom popups = new PopupZoom(zoom);

    public Theme() {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        FONTS.forEach(Theme::loadFont);
        mode.addListener((property, before, now) -> tokens.set(Tokens.read(now)));
    }

    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    public Mode mode() {
        return mode.get();
    }

    public void switchMode() {
        mode.set(mode.get().other());
    }

    public DoubleProperty zoomProperty() {
        return zoom;
    }

    /// One step larger (`+1`) or smaller (`-1`).
    public void zoom(int steps) {
        int nearest = 0;
        for (int i = 0; i < ZOOM_STEPS.size(); i++) {
            if (Math.abs(ZOOM_STEPS.get(i) - zoom.get()) < Math.abs(ZOOM_STEPS.get(nearest) - zoom.get())) {
                nearest = i;
            }
        }
        zoom.set(ZOOM_STEPS.get(Math.clamp(nearest + steps, 0, ZOOM_STEPS.size() - 1)));
    }

    /// True: no transitions anywhere.
    public BooleanProperty reduceMotionProperty() {
        return reduceMotion;
    }

    /// The colours now; changes with the mode.
    public ReadOnlyObjectProperty<Tokens> tokens() {
        return tokens.getReadOnlyProperty();
    }

    /// A scene of that size, dressed in this theme, whose content follows the zoom.
    public Scene scene(Node content, double width, double height) {
        var scene = new Scene(new ZoomPane(content, zoom), width, height);
        dress(scene);
        return scene;
    }

    /// Puts style sheets and the theme's style class on a scene of yours (a dialog's, say) for as long as it lives.
    public void dress(Scene scene) {
        scene.getStylesheets().setAll(sheet("tokens.css"), sheet("kit.css"), sheet("controls.css"), sheet("grid.css"));
        var root = scene.getRoot();
        dress(root, mode.get());
        ChangeListener<Mode> follow = (property, before, now) -> dress(root, now);
        root.getProperties().put(Theme.class, follow);
        mode.addListener(new WeakChangeListener<>(follow));
    }

    private static void dress(Parent root, Mode mode) {
        root.getStyleClass().removeAll("light", "dark");
        root.getStyleClass().add(mode.name().toLowerCase(Locale.ROOT));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }

    private static void loadFont(String file) {
        var url = Objects.requireNonNull(Theme.class.getResource("fonts/" + file), file);
        if (Font.loadFont(url.toExternalForm(), 13) == null) {
            throw new IllegalStateException("the font " + file + " cannot be loaded");
        }
    }
}
