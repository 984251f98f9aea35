package io.poseidon.workbench.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.css.CssParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KitTest {

    @TempDir
    Path folder;

    @Test
    void theSamePageGivesTheSamePicture() throws Exception {
        var first = picture(Theme.Mode.LIGHT, 1, "first.png");
        var second = picture(Theme.Mode.LIGHT, 1, "second.png");
        assertEquals(-1, Files.mismatch(first, second));
    }

    @ParameterizedTest
    @EnumSource
    void noStyleIsMisunderstood(Theme.Mode mode) {
        var errors = Snapshot.onToolkit(() -> {
            CssParser.errorsProperty().clear();
            Snapshot.take(scene(mode, 1));
            return List.copyOf(CssParser.errorsProperty());
        });
        assertEquals(List.of(), errors);
    }

    @Test
    void everythingThatTakesTheFocusHasAName() {
        var nameless = Snapshot.onToolkit(() -> {
            var scene = scene(Theme.Mode.LIGHT, 1);
            Snapshot.take(scene);
            return FocusNames.nameless(scene.getRoot());
        });
        assertEquals(List.of(), nameless);
    }

    @Test
    void zoomMakesEverythingLargerAndCutsNothing() throws Exception {
        var normal = picture(Theme.Mode.DARK, 1, "100.png");
        var large = picture(Theme.Mode.DARK, 1.5, "150.png");
        assertTrue(Files.mismatch(normal, large) >= 0);
    }

    private Path picture(Theme.Mode mode, double zoom, String name) {
        var override = System.getProperty("gallery");
        var file = (override == null ? folder : Path.of(override)).resolve(mode + "-" + name);
        Snapshot.write(() -> scene(mode, zoom), file);
        return file;
    }

    private static javafx.scene.Scene scene(Theme.Mode mode, double zoom) {
        var theme = new Theme();
        theme.modeProperty().set(mode);
        theme.zoomProperty().set(zoom);
        return theme.scene(new Gallery(new Words(Language.ENGLISH)).node(), 1440, 900);
    }
}
