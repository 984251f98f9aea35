package io.poseidon.workbench.shell.settings;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the settings are kept: `settings.properties` in a folder of the person's. A file that cannot be understood is
/// set aside as `settings.properties.broken`; one that cannot be written costs the next start its memory and nothing
/// else.
public final class SettingsFile {

    private static final String NAME = "settings.properties";

    private final Path folder;

    public SettingsFile(Path folder) {
        this.folder = folder;
    }

    /// The person's own folder for this application, by the system's custom.
    public static Path usualFolder() {
        var given = System.getenv("XDG_CONFIG_HOME");
        var home = Path.of(System.getProperty("user.home"));
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (given != null && !given.isBlank()) {
            return Path.of(given, "poseidon-workbench");
        }
        if (system.contains("mac")) {
            return home.resolve("Library/Application Support/Poseidon Workbench");
        }
        var roaming = System.getenv("APPDATA");
        return roaming == null ? home.resolve(".config/poseidon-workbench") : Path.of(roaming, "Poseidon Workbench");
    }

    public Path folder() {
        return folder;
    }

    public Settings load(Settings standard) {
        var file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return standard;
        }
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(in);
            return Settings.read(values(properties), standard);
        } catch (IOException | IllegalArgumentException e) {
            log().warn(
                            "settings cannot be read and are set aside: {}",
                            e.getClass().getSimpleName());
            setAside(file);
            return standard;
        }
    }

    public void save(Settings settings) {
        var properties = new Properties();
        properties.putAll(settings.values());
        try {
            Files.createDirectories(folder);
            var text = new StringWriter();
            properties.store(text, null);
            var part = folder.resolve(NAME + ".part");
            Files.writeString(part, text.toString());
            Files.move(part, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log().warn("settings cannot be saved: {}", e.getClass().getSimpleName());
        }
    }

    private static Map<String, String> values(Properties properties) {
        var values = new HashMap<String, String>();
        properties.forEach((key, value) -> values.put(String.valueOf(key), String.valueOf(value)));
        return values;
    }

    private static void setAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(NAME + ".broken"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log().warn("nor can they be moved: {}", e.getClass().getSimpleName());
        }
    }

    /// Asked for only when there is something to say: a start without trouble loads no logging.
    private static Logger log() {
        return LoggerFactory.getLogger(SettingsFile.class);
    }
}
