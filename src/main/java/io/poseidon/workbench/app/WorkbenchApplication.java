package io.poseidon.workbench.app;

import io.poseidon.workbench.app.demo.DemoSetting;
import io.poseidon.workbench.app.window.Composition;
import io.poseidon.workbench.app.window.RelayFile;
import io.poseidon.workbench.app.window.Setting;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.shell.settings.SettingsFile;
import io.poseidon.workbench.ui.FxDelivery;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// The window as JavaFX starts it; its parameters are files to open. Whatever is thrown and not expected is logged,
/// shown once without anybody's data, and the window goes on.
public final class WorkbenchApplication extends Application {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 680;

    /// As the only parameter: the window on the sample.
    public static final String ON_THE_SAMPLE = "--setting=sample";

    private @Nullable Composition composition;
    private @Nullable DemoSetting demo;

    @Override
    public void start(Stage stage) {
        var found = DemoSetting.find();
        demo = found;
        Thread.setDefaultUncaughtExceptionHandler(this::uncaught);
        stage.setTitle("Poseidon Workbench");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        if (getParameters().getRaw().contains(ON_THE_SAMPLE)) {
            showSample(stage, found);
        } else {
            showOrdinary(stage, found);
        }
    }

    /// Trains at the relay of `training.yaml` where there is one, otherwise on the sample's shards.
    private void showOrdinary(Stage stage, DemoSetting found) {
        Optional<Problem> broken = Optional.empty();
        Optional<Setting.Training> own = Optional.empty();
        try {
            own = RelayFile.read(folder());
        } catch (Problem problem) {
            broken = Optional.of(problem);
        }
        var setting = Setting.ordinary(folder(), own.orElseGet(found::training));
        var made = new Composition(setting, Optional.of(() -> showSample(stage, found)));
        show(stage, made);
        broken.ifPresent(made.surroundings().notices()::tell);
        made.open(getParameters().getRaw().stream().map(Path::of).toList());
    }

    private void showSample(Stage stage, DemoSetting found) {
        var made = new Composition(found.sample(folder().resolve("sample")), Optional.empty());
        show(stage, made);
        made.openSample();
        made.inviteToTheTour();
    }

    /// Puts the new window's content in place of the one before, which is closed.
    private void show(Stage stage, Composition made) {
        var before = composition;
        composition = made;
        boolean first = stage.getScene() == null;
        var width = first ? WIDTH : stage.getScene().getWidth();
        var height = first ? HEIGHT : stage.getScene().getHeight();
        stage.setScene(made.workbench().scene(width, height));
        stage.getIcons().setAll(made.workbench().icon());
        stage.show();
        made.startMeasuring();
        if (before != null) {
            before.close();
        }
    }

    private static Path folder() {
        var folder = System.getProperty("poseidon.config");
        return folder == null ? SettingsFile.usualFolder() : Path.of(folder);
    }

    private void uncaught(Thread thread, Throwable thrown) {
        LoggerFactory.getLogger(WorkbenchApplication.class).error("uncaught in {}", thread.getName(), thrown);
        new FxDelivery().execute(() -> {
            if (composition != null) {
                composition.workbench().fault(thrown);
            }
        });
    }

    @Override
    public void stop() {
        if (composition != null) {
            composition.close();
            composition.awaitEnd();
        }
        if (demo != null) {
            demo.close();
        }
    }
}
