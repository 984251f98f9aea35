package io.poseidon.workbench.quality;

import io.poseidon.workbench.model.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// A text of this package's catalogue with its gaps filled, to be said in either language.
public record Sentence(String key, List<String> arguments) {

    private static final ResourceBundle.Control ROOT_IS_ENGLISH =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Sentence {
        arguments = List.copyOf(arguments);
    }

    /// Whole numbers are grouped by thousands.
    public static Sentence of(String key, Object... arguments) {
        return new Sentence(key, Arrays.stream(arguments).map(Sentence::shown).toList());
    }

    public String in(Locale locale) {
        var bundle = ResourceBundle.getBundle(
                Sentence.class.getPackageName() + ".words", locale, Sentence.class.getClassLoader(), ROOT_IS_ENGLISH);
        return Texts.fill(bundle.getString(key), arguments);
    }

    private static String shown(Object argument) {
        return switch (argument) {
            case Long number -> String.format(Locale.ROOT, "%,d", number);
            case Integer number -> String.format(Locale.ROOT, "%,d", number);
            case Double number -> String.format(Locale.ROOT, "%.3f", number);
            default -> String.valueOf(argument);
        };
    }
}
