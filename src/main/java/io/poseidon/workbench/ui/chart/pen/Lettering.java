package io.poseidon.workbench.ui.chart.pen;

import io.poseidon.workbench.ui.Theme;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How words are drawn in a chart: size, weight, colour, which end stands at the place given.
public record Lettering(double size, boolean bold, Color color, Anchor anchor) {

    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /// 11 px from the left.
    public static Lettering small(Color color) {
        return new Lettering(11, false, color, Anchor.START);
    }

    public Lettering strong() {
        return new Lettering(size, true, color, anchor);
    }

    public Lettering middle() {
        return new Lettering(size, bold, color, Anchor.MIDDLE);
    }

    public Lettering end() {
        return new Lettering(size, bold, color, Anchor.END);
    }

    public Lettering sized(double pixels) {
        return new Lettering(pixels, bold, color, anchor);
    }

    public Font font() {
        return Font.font(bold ? Theme.SANS + " SemiBold" : Theme.SANS, size);
    }

    /// In pixels.
    public double width(String words) {
        var text = new Text(words);
        text.setFont(font());
        return Math.ceil(text.getLayoutBounds().getWidth());
    }
}
