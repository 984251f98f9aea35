package io.poseidon.workbench.app.window;

import io.poseidon.workbench.app.demo.DemoSetting;
import io.poseidon.workbench.ui.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The whole window on the sample with its purchase open and a question answered, shown and ready to be walked through.
/// Not on the toolkit's thread; closing ends what runs in it.
final class WholeWindow implements AutoCloseable {

    static final List<String> PLACES = List.of("home", "vault", "explore", "query", "pricing", "quality", "training");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String QUESTION =
            "select region, sum(amount_sum) as won, sum(contributors) as people from spend group by 1 order by 1";

    private final DemoSetting demo = DemoSetting.find();
    private final Composition window;
    private final Stage stage;

    private WholeWindow(Path folder) {
        window = Snapshot.onToolkit(() -> new Composition(demo.sample(folder), Optional.empty()));
        stage = Snapshot.onToolkit(() -> {
            var made = new Stage();
            made.setScene(window.workbench().scene(1440, 900));
            made.show();
            return made;
        });
    }

    static WholeWindow open(Path folder) {
        var opened = new WholeWindow(folder);
        opened.act(opened.window::openSample);
        opened.until(() -> opened.window.screens().vault().openProperty().get().isPresent());
        PLACES.forEach(opened::place);
        opened.act(() -> opened.window.screens().query().ask(QUESTION));
        opened.idle();
        return opened;
    }

    Scene scene() {
        return stage.getScene();
    }

    Composition composition() {
        return window;
    }

    void place(String name) {
        act(() -> window.workbench().goTo(name));
        idle();
        act(this::layOut);
    }

    /// Twice: what a first layout shows may ask for another.
    private void layOut() {
        for (int pass = 0; pass < 2; pass++) {
            scene().getRoot().applyCss();
            scene().getRoot().layout();
        }
    }

    void act(Runnable action) {
        Snapshot.onToolkit(() -> {
            action.run();
            return true;
        });
    }

    private void idle() {
        Snapshot.idle(window.surroundings().jobs());
    }

    private void until(Callable<Boolean> condition) {
        var end = Instant.now().plus(PATIENCE);
        while (!Snapshot.onToolkit(condition) && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        idle();
    }

    @Override
    public void close() {
        act(() -> {
            stage.close();
            window.close();
        });
        window.awaitEnd();
        demo.close();
    }
}
