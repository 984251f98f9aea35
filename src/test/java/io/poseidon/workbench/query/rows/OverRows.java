package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// A test over a [Shop]: one engine for its class, a folder for each of its tests.
abstract class OverRows {

    static Engine engine;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        engine = Engine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    /// What a shop answers that has a folder of its own.
    List<List<Optional<Object>>> shown(Shop shop, String name, Asking asking) throws IOException {
        var own = Files.createDirectory(folder.resolve(name));
        try (var answers = shop.open(engine, own)) {
            return Shop.answered(Shop.ask(answers, asking)).rows();
        }
    }
}
