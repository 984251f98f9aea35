package io.poseidon.workbench.training.view;

import io.poseidon.workbench.remote.simulation.Pace;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Pictures;
import io.poseidon.workbench.ui.Sight;
import io.poseidon.workbench.ui.Snapshot;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;

/// Pictures of Training for people to look at: `java … TrainingPictures FOLDER`. In mid-run with a shard lost, at the
/// end, and before the first run; light, dark, English, Korean.
public final class TrainingPictures {

    private static final int LATE = 11;
    /// So many waits bring the simulation into the evaluation of round 12.
    private static final int FREE_WAITS = 232;

    private TrainingPictures() {}

    public static void main(String[] arguments) throws IOException {
        try {
            for (var language : Language.values()) {
                for (var mode : Theme.Mode.values()) {
                    pictures(Path.of(arguments[0]), language, mode);
                }
            }
        } finally {
            System.exit(0);
        }
    }

    private static void pictures(Path out, Language language, Theme.Mode mode) throws IOException {
        var name = language.locale().getLanguage() + "-" + mode.name().toLowerCase(Locale.ROOT) + ".png";
        var holding = new Holding();
        var model = new AtomicReference<TrainingModel>();
        var runs = Files.createTempDirectory("runs");
        var scene = Snapshot.onToolkit(() -> {
            var theme = new Theme();
            theme.modeProperty().set(mode);
            var surroundings = Sight.surroundings(theme, new Words(language));
            model.set(SampleRuns.model(surroundings.jobs(), runs, holding, SampleRuns.garamIsLost()));
            return theme.scene(Pictures.framed(new TrainingWorkspace(surroundings, model.get()), 1440), 1440, 900);
        });
        save(scene, out.resolve("training-empty-" + name));
        Snapshot.onToolkit(() -> {
            model.get().start();
            return 0;
        });
        until(() -> model.get().stateProperty().get().rounds().size() == LATE);
        save(scene, out.resolve("training-" + name));
        holding.release();
        until(() -> !model.get().runningProperty().get());
        save(scene, out.resolve("training-done-" + name));
    }

    private static void save(Scene scene, Path file) {
        Snapshot.save(Snapshot.onToolkit(() -> Snapshot.take(scene)), file);
    }

    private static void until(BooleanSupplier condition) {
        while (!Snapshot.onToolkit(condition::getAsBoolean)) {
            Thread.onSpinWait();
        }
    }

    /// Time passes at once for a while, then stands still until released.
    private static final class Holding implements Pace {
        private final CountDownLatch released = new CountDownLatch(1);
        private final AtomicInteger waits = new AtomicInteger();

        @Override
        public void pass(Duration span) {
            if (waits.incrementAndGet() > FREE_WAITS) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        void release() {
            released.countDown();
        }
    }
}
