package io.poseidon.workbench.app.command.option;

import io.poseidon.workbench.shell.settings.SettingsFile;
import java.nio.file.Path;
import java.util.Optional;

/// Where a person's settings, audit log and own key are kept, in the window and on the command line alike.
public final class UserFolder {

    private UserFolder() {}

    public static Path or(Optional<Path> given) {
        return given.or(() -> Optional.ofNullable(System.getProperty("poseidon.config"))
                        .map(Path::of))
                .orElseGet(SettingsFile::usualFolder);
    }
}
