package io.poseidon.workbench.shell;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// The trident over water, 24 high.
final class Logo extends StackPane {

    Logo() {
        getStyleClass().add("logo");
        getChildren()
                .add(new Group(
                        path("M12 3v12M6 5v4a6 6 0 0 0 12 0V5"),
                        path("M3 19c2 0 2.5 1.5 4.5 1.5S10 19 12 19s2.5 1.5 4.5 1.5S19 19 21 19")));
    }

    private static SVGPath path(String content) {
        var path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add("logo-line");
        return path;
    }
}
