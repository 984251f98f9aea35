package io.poseidon.workbench.ui;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/// Asks for a file of the system, over the window that holds `owner`. `what` names the kind (`PNG picture`), `pattern`
/// its files (`*.png`). On the toolkit's thread; returns when the person has chosen.
public final class FileDialogs {

    private FileDialogs() {}

    public static Optional<Path> open(Node owner, String what, String... patterns) {
        var chooser = chooser(what, patterns);
        return Optional.ofNullable(chooser.showOpenDialog(owner.getScene().getWindow()))
                .map(java.io.File::toPath);
    }

    public static Optional<Path> save(Node owner, String suggested, String what, String... patterns) {
        var chooser = chooser(what, patterns);
        chooser.setInitialFileName(suggested);
        return Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow()))
                .map(java.io.File::toPath);
    }

    public static Optional<Path> folder(Node owner, String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(owner.getScene().getWindow()))
                .map(java.io.File::toPath);
    }

    private static FileChooser chooser(String what, String... patterns) {
        var chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(what, patterns));
        return chooser;
    }
}
