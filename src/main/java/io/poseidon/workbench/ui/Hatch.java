package io.poseidon.workbench.ui;

import javafx.geometry.Insets;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;

/// The diagonal pattern of what is suppressed or empty: lines eight apart, drawn pixel by pixel so that it is the same
/// everywhere.
public final class Hatch {

    private static final int SIZE = 8;

    private Hatch() {}

    public static ImagePattern pattern(Tokens tokens) {
        var image = new WritableImage(SIZE, SIZE);
        var line = tokens.color(Token.HATCH);
        var soft = line.deriveColor(0, 1, 1, 0.4);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int place = (x + y) % SIZE;
                Color color = place == 0 ? line : place == 1 ? soft : Color.TRANSPARENT;
                image.getPixelWriter().setColor(x, y, color);
            }
        }
        return new ImagePattern(image, 0, 0, SIZE, SIZE, false);
    }

    public static Background background(Tokens tokens) {
        return new Background(new BackgroundFill(pattern(tokens), CornerRadii.EMPTY, Insets.EMPTY));
    }
}
