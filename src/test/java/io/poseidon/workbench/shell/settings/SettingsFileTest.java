package io.poseidon.workbench.shell.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    private static final Settings STANDARD = Settings.standard(Locale.ENGLISH);

    @TempDir
    Path folder;

    @Test
    void remembersEveryChoice() {
        var chosen = new Settings(Theme.Mode.DARK, Language.KOREAN, 1.5, true, false, false, "query");
        new SettingsFile(folder).save(chosen);
        assertEquals(chosen, new SettingsFile(folder).load(STANDARD));
    }

    @Test
    void startsWithTheStandardWhereThereIsNothing() {
        assertEquals(STANDARD, new SettingsFile(folder.resolve("none")).load(STANDARD));
    }

    @Test
    void oneBadValueCostsThatValueAlone() throws IOException {
        Files.writeString(
                folder.resolve("settings.properties"), "theme=PINK\nlanguage=KOREAN\nzoom=9000\nworkspace=../etc\n");
        var loaded = new SettingsFile(folder).load(STANDARD);
        assertEquals(Theme.Mode.LIGHT, loaded.theme());
        assertEquals(Language.KOREAN, loaded.language());
        assertEquals(1.0, loaded.zoom());
        assertEquals("home", loaded.workspace());
    }

    @Test
    void aBrokenFileIsSetAside() throws IOException {
        Files.write(folder.resolve("settings.properties"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, '\\', 'u', 'z'});
        assertEquals(STANDARD, new SettingsFile(folder).load(STANDARD));
        assertTrue(Files.exists(folder.resolve("settings.properties.broken")));
        assertFalse(Files.exists(folder.resolve("settings.properties")));
    }

    @Test
    void aFolderThatCannotBeWrittenStopsNothing() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        new SettingsFile(file.resolve("below")).save(STANDARD);
        assertEquals(STANDARD, new SettingsFile(file.resolve("below")).load(STANDARD));
    }

    @Test
    void speaksTheSystemsLanguageAtFirst() {
        assertEquals(Language.KOREAN, Settings.standard(Locale.KOREA).language());
        assertEquals(Language.ENGLISH, Settings.standard(Locale.FRANCE).language());
    }
}
