package io.poseidon.workbench.ui.chart.pen;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/// Draws on a canvas whose pixels are `scale` to one of ours.
public final class CanvasPen implements Pen {

    private final GraphicsContext to;
    private final double scale;

    public CanvasPen(GraphicsContext to, double scale) {
        this.to = to;
        this.scale = scale;
        to.setTransform(scale, 0, 0, scale, 0, 0);
        to.setLineJoin(StrokeLineJoin.ROUND);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        use(stroke);
        boolean upright = x1 == x2;
        boolean level = y1 == y2;
        to.strokeLine(
                upright ? crisp(x1, stroke) : x1,
                level ? crisp(y1, stroke) : y1,
                upright ? crisp(x2, stroke) : x2,
                level ? crisp(y2, stroke) : y2);
    }

    @Override
    public void path(List<Point> points, Stroke stroke) {
        use(stroke);
        to.setLineCap(StrokeLineCap.ROUND);
        to.strokePolyline(xs(points), ys(points), points.size());
    }

    @Override
    public void area(List<Point> outline, Color fill) {
        to.setFill(fill);
        to.fillPolygon(xs(outline), ys(outline), outline.size());
    }

    @Override
    public void box(double x, double y, double width, double height, Color fill) {
        to.setFill(fill);
        double left = whole(x);
        double top = whole(y);
        to.fillRect(left, top, whole(x + width) - left, whole(y + height) - top);
    }

    @Override
    public void frame(double x, double y, double width, double height, Stroke stroke) {
        use(stroke);
        double left = crisp(x, stroke);
        double top = crisp(y, stroke);
        to.strokeRect(left, top, crisp(x + width - 1, stroke) - left, crisp(y + height - 1, stroke) - top);
    }

    @Override
    public void mark(Mark mark, Point at, double radius, Color color, Color ground) {
        double x = at.x() - radius;
        double y = at.y() - radius;
        double size = 2 * radius;
        to.setFill(color);
        switch (mark) {
            case DOT -> to.fillOval(x, y, size, size);
            case RING -> ring(at, radius, color, ground);
            case SQUARE -> to.fillRect(x, y, size, size);
            case DIAMOND ->
                to.fillPolygon(
                        new double[] {at.x(), at.x() + radius + 1, at.x(), at.x() - radius - 1},
                        new double[] {at.y() - radius - 1, at.y(), at.y() + radius + 1, at.y()},
                        4);
        }
    }

    @Override
    public void words(String words, double x, double y, Lettering lettering) {
        to.setFill(lettering.color());
        to.setFont(lettering.font());
        to.setTextAlign(
                switch (lettering.anchor()) {
                    case START -> TextAlignment.LEFT;
                    case MIDDLE -> TextAlignment.CENTER;
                    case END -> TextAlignment.RIGHT;
                });
        to.fillText(words, Math.rint(x), Math.rint(y));
    }

    private void ring(Point at, double radius, Color color, Color ground) {
        to.setFill(ground);
        to.fillOval(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
        use(Stroke.solid(color, 2));
        to.strokeOval(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
    }

    private void use(Stroke stroke) {
        to.setStroke(stroke.color());
        to.setLineWidth(stroke.width());
        to.setLineCap(StrokeLineCap.BUTT);
        to.setLineDashes(stroke.dash().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// Where a line of that width covers whole pixels.
    private double crisp(double at, Stroke stroke) {
        boolean odd = Math.round(stroke.width() * scale) % 2 == 1;
        return (Math.floor(at * scale) + (odd ? 0.5 : 0)) / scale;
    }

    private double whole(double at) {
        return Math.rint(at * scale) / scale;
    }

    private static double[] xs(List<Point> points) {
        return points.stream().mapToDouble(Point::x).toArray();
    }

    private static double[] ys(List<Point> points) {
        return points.stream().mapToDouble(Point::y).toArray();
    }
}
