package io.poseidon.workbench.ui.chart.plot;

import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.chart.Plot;
import io.poseidon.workbench.ui.chart.Reading;
import io.poseidon.workbench.ui.chart.Sheet;
import io.poseidon.workbench.ui.chart.pen.Lettering;
import io.poseidon.workbench.ui.chart.pen.Pen;
import io.poseidon.workbench.ui.chart.pen.Point;
import io.poseidon.workbench.ui.chart.pen.Stroke;
import java.util.ArrayList;
import java.util.List;

/// Rows of names, each with a dot and its interval lying: for comparing many where bars would be too much.
public record DotPlot(List<Dot> dots, Axis across) implements Plot {

    /// Kept dots are in colour with a bold name, the others grey.
    public record Dot(String name, double value, double low, double high, boolean kept) {}

    private static final double UNDER = 20;
    private static final double GAP = 8;

    public DotPlot {
        dots = List.copyOf(dots);
    }

    public static DotPlot of(List<Dot> dots) {
        double least = dots.stream().mapToDouble(Dot::low).min().orElse(0);
        double most = dots.stream().mapToDouble(Dot::high).max().orElse(1);
        return new DotPlot(dots, Axis.throughZero(least, most));
    }

    @Override
    public void draw(Sheet sheet) {
        double bottom = sheet.height() - UNDER;
        for (var tick : across.ticks()) {
            double x = Math.rint(x(sheet, tick.at()));
            var color = sheet.color(tick.at() == 0 ? Token.BORDER : Token.DIVIDER);
            sheet.pen().line(x, 0, x, bottom, Stroke.hairline(color));
            var words = across.words(tick, sheet.formats());
            double at = Math.min(x, sheet.width() - sheet.axisWords().width(words) / 2);
            sheet.pen().words(words, at, bottom + 16, sheet.axisWords().middle());
        }
        for (int i = 0; i < dots.size(); i++) {
            drawDot(sheet, dots.get(i), y(sheet, i));
        }
    }

    @Override
    public List<Reading> readings(Sheet sheet) {
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < dots.size(); i++) {
            var dot = dots.get(i);
            var formats = sheet.formats();
            readings.add(new Reading(
                    x(sheet, dot.value()),
                    y(sheet, i),
                    dot.name() + ": " + formats.tidy(dot.value())
                            + (dot.high() > dot.low()
                                    ? " (%s – %s)".formatted(formats.tidy(dot.low()), formats.tidy(dot.high()))
                                    : "")));
        }
        return readings;
    }

    private void drawDot(Sheet sheet, Dot dot, double y) {
        var color = dot.kept() ? sheet.tokens().series(0) : sheet.color(Token.BORDER);
        var name = dot.kept() ? Lettering.small(sheet.color(Token.TEXT)).strong() : sheet.axisWords();
        sheet.pen().words(dot.name(), left(sheet) - GAP, y + 4, name.end());
        if (dot.high() > dot.low()) {
            sheet.pen().lying(Math.floor(y), x(sheet, dot.low()), x(sheet, dot.high()), color);
        }
        sheet.pen().mark(Pen.Mark.DOT, new Point(x(sheet, dot.value()), Math.floor(y) + 0.5), 3.5, color, color);
    }

    private double left(Sheet sheet) {
        var words = sheet.axisWords().strong();
        return Math.ceil(dots.stream()
                        .mapToDouble(dot -> words.width(dot.name()))
                        .max()
                        .orElse(0))
                + GAP;
    }

    private double x(Sheet sheet, double value) {
        double right = sheet.width() - 12;
        return left(sheet) + across.fraction(value) * (right - left(sheet));
    }

    private double y(Sheet sheet, int row) {
        return (sheet.height() - UNDER) * (row + 0.5) / Math.max(1, dots.size());
    }
}
