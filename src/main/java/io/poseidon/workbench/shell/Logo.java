package io.poseidon.workbench.shell;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// The trident over water, 24 high; in the accent of the theme unless it is given a colour of its own.
final class Logo extends StackPane {

    private static final String TRIDENT = "M12 3v12M6 5v4a6 6 0 0 0 12 0V5";
    private static final String WATER = "M3 19c2 0 2.5 1.5 4.5 1.5S10 19 12 19s2.5 1.5 4.5 1.5S19 19 21 19";

    Logo() {
        getStyleClass().add("logo");
        getChildren().add(new Group(path(TRIDENT), path(WATER)));
    }

    Logo(Color color) {
        this();
        ((Group) getChildren().getFirst()).getChildren().forEach(node -> draw((SVGPath) node, color));
    }

    private static void draw(SVGPath path, Color color) {
        path.setStroke(color);
        path.setStrokeWidth(2);
        path.setFill(null);
        path.setStrokeLineCap(StrokeLineCap.ROUND);
        path.setStrokeLineJoin(StrokeLineJoin.ROUND);
    }

    private static SVGPath path(String content) {
        var path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add("logo-line");
        return path;
    }
}
