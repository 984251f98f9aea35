package io.poseidon.workbench.shell;

import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.Tokens;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;

/// The trident as the system shows it beside the window's title.
final class WindowIcon {

    private static final double SIZE = 64;
    private static final double DRAWN = 24;

    private WindowIcon() {}

    static Image draw(Tokens tokens) {
        var logo = new Logo(tokens.color(Token.ACCENT));
        new Scene(new Group(logo));
        logo.applyCss();
        logo.layout();
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(new Scale(SIZE / DRAWN, SIZE / DRAWN));
        return logo.snapshot(parameters, null);
    }
}
