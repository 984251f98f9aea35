package io.poseidon.workbench.shell.palette;

import io.poseidon.workbench.ui.workspace.Action;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/// Runs the action whose key was pressed and that no control wanted for itself. The first that matches wins, so a
/// workspace's key hides the window's. Nothing happens under an open overlay.
public final class Shortcuts {

    private final Supplier<List<Action>> actions;
    private final BooleanSupplier covered;

    public Shortcuts(Supplier<List<Action>> actions, BooleanSupplier covered) {
        this.actions = actions;
        this.covered = covered;
    }

    public void listenTo(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (covered.getAsBoolean()) {
            return;
        }
        actions.get().stream()
                .filter(action -> action.key().filter(key -> key.match(event)).isPresent())
                .findFirst()
                .ifPresent(action -> {
                    event.consume();
                    action.perform();
                });
    }
}
