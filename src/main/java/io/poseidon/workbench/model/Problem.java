package io.poseidon.workbench.model;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// Something that went wrong and that a person can act on: what happened, what to do next, and a stable code.
///
/// The one exception type at package faces. Its texts live in the catalogue `problems` beside the class that raised
/// it (`CODE` and `CODE.next`, English and Korean), so that the code is stable and the sentence is translated.
/// Arguments are shown to people: never put a secret or a value of a person's data into one.
public final class Problem extends RuntimeException {

    /// What a problem means to the caller, with the exit code of the command line.
    public enum Kind {
        USAGE(2),
        REFUSED(3),
        NOT_VERIFIED(4),
        LOCKED(5),
        REMOTE(6),
        INPUT(7),
        SURROUNDINGS(8),
        BUG(70),
        CANCELLED(130);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final transient Class<?> home;
    private final Kind kind;
    private final String code;
    private final transient List<String> arguments;

    private Problem(Kind kind, Class<?> home, String code, List<String> arguments) {
        super(Catalogue.text(home, code, Locale.ENGLISH, arguments));
        this.kind = kind;
        this.home = home;
        this.code = code;
        this.arguments = arguments;
    }

    /// A problem whose texts stand in `problems.properties` beside `home`; `arguments` fill `{0}`, `{1}`, ….
    public static Problem of(Kind kind, Class<?> home, String code, Object... arguments) {
        return new Problem(
                kind,
                home,
                code,
                List.of(arguments).stream()
                        .map(String::valueOf)
                        .map(Secrets::masked)
                        .toList());
    }

    /// The same problem with the exception that led to it, for the log only.
    public Problem because(Throwable cause) {
        initCause(cause);
        return this;
    }

    public Kind kind() {
        return kind;
    }

    /// Short, stable, fit to be read out to support.
    public String code() {
        return code;
    }

    public String message(Locale locale) {
        return Catalogue.text(home, code, locale, arguments);
    }

    /// What to do now.
    public String next(Locale locale) {
        return Catalogue.text(home, code + ".next", locale, arguments);
    }

    private static final class Catalogue {
        private static final ResourceBundle.Control ROOT_IS_ENGLISH =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

        static String text(Class<?> home, String key, Locale locale, List<String> arguments) {
            var name = home.getPackageName() + ".problems";
            var bundle = ResourceBundle.getBundle(name, locale, home.getClassLoader(), ROOT_IS_ENGLISH);
            return Texts.fill(bundle.getString(key), arguments);
        }
    }
}
