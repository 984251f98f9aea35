package io.poseidon.workbench.ui.chart.pen;

import java.util.List;
import javafx.scene.paint.Color;

/// What plots draw with: a canvas on screen, an SVG file on export. Horizontal and vertical lines and the edges of
/// boxes are put on whole pixels.
public interface Pen {

    enum Mark {
        DOT,
        RING,
        SQUARE,
        DIAMOND
    }

    void line(double x1, double y1, double x2, double y2, Stroke stroke);

    void path(List<Point> points, Stroke stroke);

    void area(List<Point> outline, Color fill);

    void box(double x, double y, double width, double height, Color fill);

    void frame(double x, double y, double width, double height, Stroke stroke);

    /// `ground` fills the inside of a ring.
    void mark(Mark mark, Point at, double radius, Color color, Color ground);

    /// `y` is the base line.
    void words(String words, double x, double y, Lettering lettering);

    /// An error bar from low to high with caps of 7.
    default void upright(double x, double low, double high, Color color) {
        var stroke = Stroke.hairline(color);
        line(x, low, x, high, stroke);
        line(x - 3, low, x + 4, low, stroke);
        line(x - 3, high, x + 4, high, stroke);
    }

    /// As [#upright], lying.
    default void lying(double y, double low, double high, Color color) {
        var stroke = Stroke.hairline(color);
        line(low, y, high, y, stroke);
        line(low, y - 3, low, y + 4, stroke);
        line(high, y - 3, high, y + 4, stroke);
    }

    /// The same pen with its origin moved.
    default Pen moved(double dx, double dy) {
        return new MovedPen(this, dx, dy);
    }
}
