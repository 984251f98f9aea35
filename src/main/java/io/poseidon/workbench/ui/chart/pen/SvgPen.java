package io.poseidon.workbench.ui.chart.pen;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;

/// Draws into the text of an SVG 1.1 document.
public final class SvgPen implements Pen {

    private final StringBuilder out = new StringBuilder();

    /// The whole document.
    public String document(double width, double height, Color ground) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" font-family="'Poseidon Sans', Pretendard, 'Noto Sans KR', sans-serif">
            <rect width="100%%" height="100%%" fill="%s"/>
            %s</svg>
            """.formatted(number(width), number(height), number(width), number(height), hex(ground), out);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        double half = 0.5;
        double sideways = x1 == x2 ? Math.floor(x1) + half - x1 : 0;
        double down = y1 == y2 ? Math.floor(y1) + half - y1 : 0;
        add(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"%s/>",
                number(x1 + sideways), number(y1 + down), number(x2 + sideways), number(y2 + down), style(stroke));
    }

    @Override
    public void path(List<Point> points, Stroke stroke) {
        add("<polyline points=\"%s\" fill=\"none\" stroke-linejoin=\"round\"%s/>", list(points), style(stroke));
    }

    @Override
    public void area(List<Point> outline, Color fill) {
        add("<polygon points=\"%s\"%s/>", list(outline), fill(fill));
    }

    @Override
    public void box(double x, double y, double width, double height, Color fill) {
        add(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>",
                number(Math.rint(x)),
                number(Math.rint(y)),
                number(Math.rint(x + width) - Math.rint(x)),
                number(Math.rint(y + height) - Math.rint(y)),
                fill(fill));
    }

    @Override
    public void frame(double x, double y, double width, double height, Stroke stroke) {
        add(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"none\"%s/>",
                number(Math.floor(x) + 0.5),
                number(Math.floor(y) + 0.5),
                number(Math.rint(width) - 1),
                number(Math.rint(height) - 1),
                style(stroke));
    }

    @Override
    public void mark(Mark mark, Point at, double radius, Color color, Color ground) {
        switch (mark) {
            case DOT -> circle(at, radius, fill(color));
            case RING -> circle(at, radius, fill(ground) + style(Stroke.solid(color, 2)));
            case SQUARE -> box(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius, color);
            case DIAMOND -> {
                double reach = radius + 1;
                area(
                        List.of(
                                new Point(at.x(), at.y() - reach),
                                new Point(at.x() + reach, at.y()),
                                new Point(at.x(), at.y() + reach),
                                new Point(at.x() - reach, at.y())),
                        color);
            }
        }
    }

    @Override
    public void words(String words, double x, double y, Lettering lettering) {
        add(
                "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s text-anchor=\"%s\"%s>%s</text>",
                number(x),
                number(y),
                number(lettering.size()),
                lettering.bold() ? " font-weight=\"600\"" : "",
                lettering.anchor().name().toLowerCase(Locale.ROOT),
                fill(lettering.color()),
                escaped(words));
    }

    private void circle(Point at, double radius, String style) {
        add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>", number(at.x()), number(at.y()), number(radius), style);
    }

    private void add(String pattern, Object... values) {
        out.append(pattern.formatted(values)).append('\n');
    }

    private static String style(Stroke stroke) {
        var dash = stroke.dash().isEmpty()
                ? ""
                : stroke.dash().stream()
                        .map(SvgPen::number)
                        .collect(Collectors.joining(" ", " stroke-dasharray=\"", "\""));
        return " stroke=\"%s\"%s stroke-width=\"%s\"%s"
                .formatted(hex(stroke.color()), opacity("stroke", stroke.color()), number(stroke.width()), dash);
    }

    private static String fill(Color color) {
        return " fill=\"%s\"%s".formatted(hex(color), opacity("fill", color));
    }

    private static String opacity(String what, Color color) {
        return color.isOpaque() ? "" : " %s-opacity=\"%s\"".formatted(what, number(color.getOpacity()));
    }

    private static String hex(Color color) {
        return "#%02X%02X%02X"
                .formatted(
                        Math.round(color.getRed() * 255),
                        Math.round(color.getGreen() * 255),
                        Math.round(color.getBlue() * 255));
    }

    private static String list(List<Point> points) {
        return points.stream().map(at -> number(at.x()) + "," + number(at.y())).collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        var text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
