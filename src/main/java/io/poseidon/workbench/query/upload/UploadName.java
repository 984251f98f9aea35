package io.poseidon.workbench.query.upload;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// What an own table is called when nobody says: after its file, as a name that SQL takes without quotes.
public final class UploadName {

    private static final String FALLBACK = "own";

    private UploadName() {}

    /// A name that is not taken: `Stores 2026.csv` becomes `stores_2026`, and beside a table `spend` another
    /// `spend.csv` becomes `my_spend`.
    public static String of(Path file, Predicate<String> taken) {
        var name = plain(file);
        var free = taken.test(name) ? "my_" + name : name;
        for (int i = 2; taken.test(free); i++) {
            free = "my_" + name + "_" + i;
        }
        return free;
    }

    private static String plain(Path file) {
        var whole = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse(FALLBACK);
        int point = whole.lastIndexOf('.');
        var stem = (point > 0 ? whole.substring(0, point) : whole).toLowerCase(Locale.ROOT);
        var name = stem.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", "");
        if (name.isEmpty()) {
            return FALLBACK;
        }
        return Character.isLetter(name.codePointAt(0)) ? name : FALLBACK + "_" + name;
    }
}
