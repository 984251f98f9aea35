package io.poseidon.workbench.app.window;

import io.poseidon.workbench.app.WorkbenchApplication;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/// Opens the window and waits until it is closed, or says that there is no display to open it on.
public final class Display {

    /// The toolkit warns of every start from the class path; its errors still come through.
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private Display() {}

    public static void open(List<Path> files) {
        launch(files.stream().map(Path::toString).toList());
    }

    /// The window on the sample, which opens by itself.
    public static void openSample() {
        launch(List.of(WorkbenchApplication.ON_THE_SAMPLE));
    }

    private static void launch(List<String> parameters) {
        if (!isThere()) {
            throw noDisplay();
        }
        TOOLKIT.setLevel(Level.SEVERE);
        var arguments = parameters.toArray(String[]::new);
        try {
            Application.launch(WorkbenchApplication.class, arguments);
        } catch (RuntimeException e) {
            throw isAboutTheDisplay(e) ? noDisplay().because(e) : e;
        }
    }

    private static boolean isThere() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        return !linux || headless || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        var value = System.getenv(variable);
        return value != null && !value.isBlank();
    }

    /// The toolkit has no type of its own for it.
    private static boolean isAboutTheDisplay(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsupportedOperationException
                    && String.valueOf(cause.getMessage()).contains("DISPLAY")) {
                return true;
            }
        }
        return false;
    }

    private static Problem noDisplay() {
        return Problem.of(Kind.SURROUNDINGS, Display.class, "no-display");
    }
}
