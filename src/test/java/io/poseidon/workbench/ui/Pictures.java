package io.poseidon.workbench.ui;

import io.poseidon.workbench.ui.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What all picture takers share: the looks a place is taken in, the frame a window would put around it, the file. For
/// looking at, by hand: each `…Pictures` class has a `main` that takes a folder.
public final class Pictures {

    private static final double RAIL = 56;
    private static final double SIDE = 248;
    private static final double INSPECTOR = 304;
    private static final double ROOM_FOR_INSPECTOR = 1200;

    /// How a place is looked at.
    public record Look(Language language, Theme.Mode mode, double width, double height, double zoom) {

        public static final Look PLAIN = new Look(Language.ENGLISH, Theme.Mode.LIGHT, 1440, 900, 1);

        /// English and Korean, light and dark, at the size screens are designed for.
        public static List<Look> all() {
            var all = new ArrayList<Look>();
            for (var language : Language.values()) {
                for (var mode : Theme.Mode.values()) {
                    all.add(new Look(language, mode, PLAIN.width, PLAIN.height, 1));
                }
            }
            return all;
        }

        public Look in(Language other) {
            return new Look(other, mode, width, height, zoom);
        }

        public Look sized(double wide, double high) {
            return new Look(language, mode, wide, high, zoom);
        }

        public Look zoomed(double factor) {
            return new Look(language, mode, width, height, factor);
        }

        /// `light-ko`
        public String suffix() {
            return mode.name().toLowerCase(Locale.ROOT) + "-"
                    + language.locale().getLanguage();
        }

        public Surroundings surroundings() {
            var theme = new Theme();
            theme.modeProperty().set(mode);
            theme.zoomProperty().set(zoom);
            return Sight.surroundings(theme, new Words(language));
        }

        public Scene scene(Surroundings surroundings, Node content) {
            return surroundings.theme().scene(content, width, height);
        }
    }

    private Pictures() {}

    /// As the window lays a workspace out: rail, side panel, main, and the inspector where there is room.
    public static HBox framed(Workspace workspace, double width) {
        var regions = workspace.regions();
        workspace.activated();
        var box = new HBox(blank());
        regions.side().ifPresent(side -> box.getChildren().addAll(wide(side, SIDE, "side"), rule()));
        box.getChildren().add(regions.main());
        if (width >= ROOM_FOR_INSPECTOR) {
            regions.inspector()
                    .ifPresent(inspector -> box.getChildren().addAll(rule(), wide(inspector, INSPECTOR, "inspector")));
        }
        HBox.setHgrow(regions.main(), Priority.ALWAYS);
        box.getStyleClass().add("ground");
        return box;
    }

    /// Not on the toolkit's thread.
    public static void save(Scene scene, Path file) {
        Snapshot.save(Snapshot.onToolkit(() -> Snapshot.take(scene)), file);
    }

    public static <T> T on(Callable<T> work) {
        return Snapshot.onToolkit(work);
    }

    private static Region blank() {
        var region = new Region();
        region.setMinWidth(RAIL);
        return region;
    }

    private static Region rule() {
        var rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }

    private static Node wide(Node node, double width, String style) {
        var region = (Region) node;
        region.setMinWidth(width);
        region.setMaxWidth(width);
        region.getStyleClass().add(style);
        return region;
    }
}
