package io.poseidon.workbench.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.app.demo.DemoSetting;
import io.poseidon.workbench.ui.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/// The window starts whatever it finds in the person's folder, and says what it cannot use.
@ExtendWith(ApplicationExtension.class)
class StartTest {

    private static final List<String> KEPT = List.of("own-tables.json", "history.jsonl", "query-drafts.json");

    @TempDir
    private Path folder;

    @Test
    void startsThoughNothingThatItKeptCanBeRead() throws Exception {
        for (var name : KEPT) {
            Files.createDirectory(folder.resolve(name));
        }
        var told = start();
        for (var code : List.of("shelf-unreadable", "history-unreadable", "draft-unreadable")) {
            assertTrue(told.contains(code), () -> code + " in " + told);
        }
        for (var name : KEPT) {
            assertTrue(Files.isDirectory(folder.resolve(name)), name + " stays");
        }
    }

    @Test
    void startsWithADamagedListOfOwnTablesAndLeavesIt() throws Exception {
        Files.writeString(folder.resolve("own-tables.json"), "{\"tables\": [");
        var told = start();
        assertTrue(told.contains("shelf-damaged"), told::toString);
        assertEquals("{\"tables\": [", Files.readString(folder.resolve("own-tables.json")));
    }

    /// What was typed just before is not lost with the jobs that are cancelled.
    @Test
    void whatWasTypedLastIsThereAgain() throws Exception {
        try (var demo = DemoSetting.find()) {
            var setting = Setting.ordinary(folder, demo.training());
            Pictures.on(() -> {
                try (var made = new Composition(setting, Optional.empty())) {
                    made.screens().query().shown().textProperty().set("select 1 -- 마지막");
                }
                return setting;
            });
            var again = Pictures.on(() -> {
                try (var made = new Composition(setting, Optional.empty())) {
                    return made.screens().query().shown().textProperty().get();
                }
            });
            assertEquals("select 1 -- 마지막", again);
        }
    }

    /// Every text of the window once it stands.
    private List<String> start() throws Exception {
        try (var demo = DemoSetting.find()) {
            var setting = Setting.ordinary(folder, demo.training());
            return Pictures.on(() -> {
                try (var made = new Composition(setting, Optional.empty())) {
                    return texts(made.workbench().scene(1440, 900).getRoot()).toList();
                }
            });
        }
    }

    private static Stream<String> texts(Node node) {
        var own = node instanceof Labeled labeled && labeled.getText() != null
                ? Stream.of(labeled.getText())
                : Stream.<String>empty();
        var below = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(StartTest::texts)
                : Stream.<String>empty();
        return Stream.concat(own, below);
    }
}
