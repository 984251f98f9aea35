package io.poseidon.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.shell.settings.Settings;
import io.poseidon.workbench.shell.settings.SettingsFile;
import io.poseidon.workbench.ui.FocusNames;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Snapshot;
import io.poseidon.workbench.ui.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.CssParser;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WorkbenchTest {

    private static final Settings STANDARD = Settings.standard(Locale.ENGLISH);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "LIGHT,ENGLISH,1,1440,900",
        "DARK,KOREAN,1,1024,680",
        "DARK,ENGLISH,1.5,1440,900",
        "LIGHT,KOREAN,2,1440,900"
    })
    void drawsTheWindowInEveryDress(Theme.Mode mode, Language language, double zoom, int width, int height) {
        var picture = picture("home", mode, language, zoom, width, height, workbench -> {});
        assertTrue(picture.toFile().length() > 10_000);
    }

    @ParameterizedTest
    @EnumSource
    void drawsThePaletteAndTheSheetsOverIt(Theme.Mode mode) {
        var size = List.of(
                picture("palette", mode, Language.ENGLISH, 1, 1440, 900, Workbench::openPalette),
                picture("shortcuts", mode, Language.KOREAN, 1, 1440, 900, Workbench::openShortcuts),
                picture("settings", mode, Language.KOREAN, 1, 1440, 900, Workbench::openSettings),
                picture(
                        "fault",
                        mode,
                        Language.ENGLISH,
                        1,
                        1440,
                        900,
                        workbench -> workbench.fault(new IllegalStateException("x"))));
        size.forEach(file -> assertTrue(file.toFile().length() > 10_000, file.toString()));
    }

    @ParameterizedTest
    @EnumSource
    void noStyleIsMisunderstood(Theme.Mode mode) {
        var errors = Snapshot.onToolkit(() -> {
            CssParser.errorsProperty().clear();
            var fixture = fixture(mode, Language.ENGLISH, 1);
            var scene = fixture.workbench.scene(1440, 900);
            Snapshot.take(scene);
            fixture.workbench.openPalette();
            Snapshot.take(scene);
            return CssParser.errorsProperty().stream().map(Object::toString).toList();
        });
        assertEquals(List.of(), errors);
    }

    @Test
    void everythingThatTakesTheFocusHasAName() {
        var nameless = Snapshot.onToolkit(() -> {
            var scene = fixture(Theme.Mode.LIGHT, Language.KOREAN, 1).workbench.scene(1440, 900);
            Snapshot.take(scene);
            return FocusNames.nameless(scene.getRoot());
        });
        assertEquals(List.of(), nameless);
    }

    @Test
    void leavesOnePlaceBeforeItEntersTheNext() {
        var attached = Snapshot.onToolkit(() -> {
            var fixture = fixture(Theme.Mode.LIGHT, Language.ENGLISH, 1);
            fixture.workbench.goTo("vault");
            fixture.workbench.goTo("explore");
            fixture.workbench.goTo("explore");
            fixture.workbench.closing();
            return fixture.attached;
        });
        assertEquals(List.of("+vault", "-vault", "+explore", "-explore"), attached);
    }

    @Test
    void theWindowHasAnIconThatCanBeSeen() {
        var seen = Snapshot.onToolkit(() -> {
            var icon = fixture(Theme.Mode.LIGHT, Language.ENGLISH, 1).workbench.icon();
            var reader = icon.getPixelReader();
            long drawn = 0;
            for (int y = 0; y < icon.getHeight(); y++) {
                for (int x = 0; x < icon.getWidth(); x++) {
                    drawn += reader.getColor(x, y).getOpacity() > 0.9 ? 1 : 0;
                }
            }
            return drawn;
        });
        assertTrue(seen > 300, "pixels drawn: " + seen);
    }

    @Test
    void anUnknownPlaceIsHome() {
        var place = Snapshot.onToolkit(() -> {
            var fixture = fixture(Theme.Mode.LIGHT, Language.ENGLISH, 1);
            fixture.workbench.goTo("nowhere");
            return fixture.workbench.place();
        });
        assertEquals("home", place);
    }

    @Test
    void remembersWhatWasChosen() {
        Snapshot.onToolkit(() -> {
            var fixture = fixture(Theme.Mode.LIGHT, Language.ENGLISH, 1);
            fixture.surroundings.theme().switchMode();
            fixture.surroundings.theme().zoom(1);
            fixture.workbench.goTo("vault");
            fixture.workbench.closing();
            return true;
        });
        var kept = new SettingsFile(folder).load(STANDARD);
        assertEquals(Theme.Mode.DARK, kept.theme());
        assertEquals(1.1, kept.zoom());
        assertEquals("vault", kept.workspace());
    }

    private WorkbenchFixture fixture(Theme.Mode mode, Language language, double zoom) {
        return new WorkbenchFixture(folder, new Settings(mode, language, zoom, true, true, true, "home"));
    }

    private Path picture(
            String name,
            Theme.Mode mode,
            Language language,
            double zoom,
            int width,
            int height,
            Consumer<Workbench> then) {
        var override = System.getProperty("gallery");
        var file = (override == null ? folder : Path.of(override))
                .resolve("%s-%s-%s-%s-%s.png".formatted(name, mode, language, zoom, width));
        var fixture = Snapshot.onToolkit(() -> fixture(mode, language, zoom));
        Scene scene = Snapshot.onToolkit(() -> fixture.workbench.scene(width, height));
        Snapshot.idle(fixture.surroundings.jobs());
        Snapshot.write(
                () -> {
                    then.accept(fixture.workbench);
                    return scene;
                },
                file);
        return file;
    }
}
