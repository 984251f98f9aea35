package io.poseidon.workbench.shell.settings;

import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Theme;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The choices of one person. Every value that cannot be read falls back to its default alone.
public record Settings(
        Theme.Mode theme,
        Language language,
        double zoom,
        boolean reduceMotion,
        boolean side,
        boolean inspector,
        String workspace) {

    /// Light, the system's language where we speak it, everything open, Home.
    public static Settings standard(Locale system) {
        var language = "ko".equals(system.getLanguage()) ? Language.KOREAN : Language.ENGLISH;
        return new Settings(Theme.Mode.LIGHT, language, 1, false, true, true, "home");
    }

    static Settings read(Map<String, String> values, Settings standard) {
        return new Settings(
                choice(Theme.Mode.class, values.get("theme")).orElse(standard.theme),
                choice(Language.class, values.get("language")).orElse(standard.language),
                zoom(values.get("zoom")).orElse(standard.zoom),
                flag(values.get("reduce-motion")).orElse(standard.reduceMotion),
                flag(values.get("side")).orElse(standard.side),
                flag(values.get("inspector")).orElse(standard.inspector),
                Optional.ofNullable(values.get("workspace"))
                        .filter(id -> id.matches("[a-z]{1,32}"))
                        .orElse(standard.workspace));
    }

    Map<String, String> values() {
        return new TreeMap<>(Map.of(
                "theme", theme.name(),
                "language", language.name(),
                "zoom", String.valueOf(zoom),
                "reduce-motion", String.valueOf(reduceMotion),
                "side", String.valueOf(side),
                "inspector", String.valueOf(inspector),
                "workspace", workspace));
    }

    private static <E extends Enum<E>> Optional<E> choice(Class<E> type, @Nullable String value) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    private static Optional<Boolean> flag(@Nullable String value) {
        return "true".equals(value) || "false".equals(value) ? Optional.of(Boolean.valueOf(value)) : Optional.empty();
    }

    private static Optional<Double> zoom(@Nullable String value) {
        return Theme.ZOOM_STEPS.stream()
                .filter(step -> String.valueOf(step).equals(value))
                .findFirst();
    }
}
