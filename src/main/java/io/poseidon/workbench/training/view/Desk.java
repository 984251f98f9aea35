package io.poseidon.workbench.training.view;

import io.poseidon.workbench.ui.Formats;
import io.poseidon.workbench.ui.Surroundings;
import io.poseidon.workbench.ui.Words;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;

/// What every part of the screen is made with: its surroundings, its state, and how a file is asked for.
record Desk(Surroundings surroundings, TrainingModel model, FileQuestion question) {

    /// The system's dialog, or a test that has the answer ready.
    @FunctionalInterface
    interface FileQuestion {
        Optional<Path> ask(Node owner, String what, String... patterns);
    }

    Words words() {
        return surroundings.words().in(Desk.class);
    }

    Formats formats() {
        return Formats.in(words().language());
    }
}
