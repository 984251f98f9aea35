package io.poseidon.workbench.app;

import io.poseidon.workbench.app.window.Composition;
import io.poseidon.workbench.shell.settings.SettingsFile;
import io.poseidon.workbench.ui.FxDelivery;
import java.nio.file.Path;
import java.time.Clock;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// The window as JavaFX starts it; its parameters are files to open. Whatever is thrown and not expected is logged,
/// shown
/// once without anybody's data, and the window goes on.
public final class WorkbenchApplication extends Application {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 680;

    private @Nullable Composition composition;

    @Override
    public void start(Stage stage) {
        var folder = System.getProperty("poseidon.config");
        var made = new Composition(
                folder == null ? SettingsFile.usualFolder() : Path.of(folder), Clock.systemDefaultZone());
        composition = made;
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            LoggerFactory.getLogger(WorkbenchApplication.class).error("uncaught in {}", thread.getName(), thrown);
            new FxDelivery().execute(() -> made.workbench().fault(thrown));
        });
        stage.setTitle("Poseidon Workbench");
        stage.setScene(made.workbench().scene(WIDTH, HEIGHT));
        stage.getIcons().add(made.workbench().icon());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.show();
        made.startMeasuring();
        made.open(getParameters().getRaw().stream().map(Path::of).toList());
    }

    @Override
    public void stop() {
        if (composition != null) {
            composition.close();
        }
    }
}
