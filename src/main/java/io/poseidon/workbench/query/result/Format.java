package io.poseidon.workbench.query.result;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Kinds of files a result can be taken away as.
public enum Format {
    CSV("csv"),
    JSON("json"),
    ARROW("arrows"),
    PARQUET("parquet");

    private final String suffix;

    Format(String suffix) {
        this.suffix = suffix;
    }

    /// Without the dot. Arrow results are IPC streams.
    public String suffix() {
        return suffix;
    }

    /// By the file's name; `.arrow` means Arrow too.
    public static Optional<Format> of(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".arrow")) {
            return Optional.of(ARROW);
        }
        for (var format : values()) {
            if (name.endsWith("." + format.suffix)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
