package io.poseidon.workbench.query.view.venue;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// A folder dropped on a place is opened there; files fall through to the window.
public final class FolderDrop {

    private FolderDrop() {}

    public static void on(Node place, Consumer<Path> open) {
        place.addEventHandler(
                DragEvent.DRAG_OVER,
                event -> folder(event).ifPresent(folder -> {
                    event.acceptTransferModes(TransferMode.COPY);
                    event.consume();
                }));
        place.addEventHandler(
                DragEvent.DRAG_DROPPED,
                event -> folder(event).ifPresent(folder -> {
                    open.accept(folder);
                    event.setDropCompleted(true);
                    event.consume();
                }));
    }

    private static Optional<Path> folder(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .filter(File::isDirectory)
                .map(File::toPath)
                .findFirst();
    }
}
