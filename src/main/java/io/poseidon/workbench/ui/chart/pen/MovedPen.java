package io.poseidon.workbench.ui.chart.pen;

import java.util.List;
import javafx.scene.paint.Color;

/// Draws with another pen, elsewhere.
record MovedPen(Pen pen, double dx, double dy) implements Pen {

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        pen.line(x1 + dx, y1 + dy, x2 + dx, y2 + dy, stroke);
    }

    @Override
    public void path(List<Point> points, Stroke stroke) {
        pen.path(moved(points), stroke);
    }

    @Override
    public void area(List<Point> outline, Color fill) {
        pen.area(moved(outline), fill);
    }

    @Override
    public void box(double x, double y, double width, double height, Color fill) {
        pen.box(x + dx, y + dy, width, height, fill);
    }

    @Override
    public void frame(double x, double y, double width, double height, Stroke stroke) {
        pen.frame(x + dx, y + dy, width, height, stroke);
    }

    @Override
    public void mark(Mark mark, Point at, double radius, Color color, Color ground) {
        pen.mark(mark, new Point(at.x() + dx, at.y() + dy), radius, color, ground);
    }

    @Override
    public void words(String words, double x, double y, Lettering lettering) {
        pen.words(words, x + dx, y + dy, lettering);
    }

    private List<Point> moved(List<Point> points) {
        return points.stream().map(at -> new Point(at.x() + dx, at.y() + dy)).toList();
    }
}
