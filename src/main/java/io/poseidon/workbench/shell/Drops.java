package io.poseidon.workbench.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Files dropped anywhere on the window. Where a place has taken what belongs there, the purchases of the drop are
/// left.
final class Drops {

    private final Consumer<List<Path>> open;

    Drops(Consumer<List<Path>> open) {
        this.open = open;
    }

    void listenTo(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            boolean taken = event.isDropCompleted();
            var files = event.getDragboard().getFiles().stream()
                    .map(File::toPath)
                    .filter(file -> !taken || isPurchase(file))
                    .toList();
            event.setDropCompleted(taken || !files.isEmpty());
            event.consume();
            open.accept(files);
        });
    }

    private static boolean isPurchase(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".poseidon");
    }
}
