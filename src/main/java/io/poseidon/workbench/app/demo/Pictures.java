package io.poseidon.workbench.app.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.app.window.Composition;
import io.poseidon.workbench.app.window.Tour;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.ui.Language;
import io.poseidon.workbench.ui.Snapshot;
import io.poseidon.workbench.ui.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Scene;

/// One PNG of every place at 1440 by 900, light and dark, English and Korean, with the story told on each.
final class Pictures {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final long PAUSE = 20_000_000;
    private static final long PATIENCE = 180_000_000_000L;
    private static final List<String> PLACES =
            List.of("home", "vault", "explore", "query", "pricing", "quality", "training");

    private final Composition window;
    private final Scene scene;
    private final Path out;
    private int taken;

    private Pictures(Composition window, Scene scene, Path out) {
        this.window = window;
        this.scene = scene;
        this.out = out;
    }

    static void take(DemoSetting demo, Path out, ObjectNode result) throws IOException {
        try (var scratch = Scratch.create()) {
            var window = Snapshot.onToolkit(() -> new Composition(demo.sample(scratch.folder()), Optional.empty()));
            try {
                var scene = Snapshot.onToolkit(() -> window.workbench().scene(WIDTH, HEIGHT));
                var pictures = new Pictures(window, scene, out);
                pictures.tellTheStory();
                pictures.takeAll();
                pictures.takeRows();
                result.put("files", pictures.taken);
            } finally {
                Snapshot.onToolkit(() -> {
                    window.close();
                    return true;
                });
            }
        }
    }

    /// Opens the purchase, asks a question, trains: what a visitor would have done.
    private void tellTheStory() {
        act(() -> window.openSample());
        await(() -> window.screens().vault().openProperty().get().isPresent(), "open");
        PLACES.forEach(this::visit);
        act(() -> window.screens().query().ask(Questions.CAFE_BY_AGE));
        act(() -> window.screens().training().start());
        await(() -> !window.screens().training().runningProperty().get(), "train");
        idle();
    }

    private void takeAll() {
        PLACES.forEach(place -> take(place, place));
    }

    /// The Query place once more, at a shard of the sample.
    private void takeRows() {
        var places = window.screens().places();
        visit("query");
        act(() -> places.to(
                places.shards().getFirst(), () -> window.screens().query().ask(Tour.AT_A_SHARD)));
        await(() -> places.venueProperty().get().isPresent(), "shard");
        idle();
        take("query", "query-rows");
    }

    private void take(String place, String name) {
        for (var theme : Theme.Mode.values()) {
            for (var language : Language.values()) {
                take(place, name, theme, language);
            }
        }
    }

    private void take(String place, String picture, Theme.Mode theme, Language language) {
        act(() -> window.surroundings().theme().modeProperty().set(theme));
        act(() -> window.surroundings().words().languageProperty().set(language));
        visit(place);
        var image = Snapshot.onToolkit(() -> Snapshot.take(scene));
        var name = String.join(
                "-",
                picture,
                theme.name().toLowerCase(Locale.ROOT),
                language.locale().getLanguage() + ".png");
        Snapshot.save(image, out.resolve(name));
        taken++;
    }

    private void visit(String place) {
        act(() -> window.workbench().goTo(place));
        idle();
    }

    private void idle() {
        Snapshot.idle(window.surroundings().jobs());
    }

    private static void act(Runnable action) {
        Snapshot.onToolkit(() -> {
            action.run();
            return true;
        });
    }

    private static void await(Callable<Boolean> condition, String what) {
        long end = System.nanoTime() + PATIENCE;
        while (!Snapshot.onToolkit(condition)) {
            if (System.nanoTime() > end) {
                throw Problem.of(Kind.SURROUNDINGS, Pictures.class, "picture-not-ready", what);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
