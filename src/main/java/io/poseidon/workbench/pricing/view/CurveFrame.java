package io.poseidon.workbench.pricing.view;

import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.chart.Sheet;
import io.poseidon.workbench.ui.chart.pen.Lettering;
import io.poseidon.workbench.ui.chart.pen.Point;
import io.poseidon.workbench.ui.chart.pen.Stroke;
import io.poseidon.workbench.ui.chart.plot.Axis;
import java.util.List;

/// The axes of a price curve: from precision and price to places, and what is written along them.
final class CurveFrame {

    static final double GAP = 8;
    static final double AXIS_GAP = 26;

    private static final double TOP = 20;
    private static final double UNDER = 36;

    private final double left;
    private final double right;
    private final double bottom;
    private final Axis up;
    private final double most;

    CurveFrame(Sheet sheet, Axis up, double rightWords, double most) {
        this.up = up;
        this.most = most;
        left = GAP
                + up.ticks().stream()
                        .mapToDouble(tick -> sheet.axisWords().width(up.words(tick, sheet.formats())))
                        .max()
                        .orElse(0);
        right = Math.max(left + 1, sheet.width() - rightWords - 2 * GAP);
        bottom = Math.max(TOP + 1, sheet.height() - UNDER);
    }

    double x(double precision) {
        return left + (right - left - 4) * precision / most;
    }

    double y(double price) {
        return bottom - up.fraction(price) * (bottom - TOP);
    }

    Point at(double precision, double price) {
        return new Point(x(precision), y(price));
    }

    double left() {
        return left;
    }

    double right() {
        return right;
    }

    double bottom() {
        return bottom;
    }

    void draw(Sheet sheet, List<CurvePlot.Stop> stops, CurvePlot.Words words) {
        for (var tick : up.ticks()) {
            double y = Math.rint(y(tick.at()));
            var color = sheet.color(tick.at() == 0 ? Token.BORDER : Token.DIVIDER);
            sheet.pen().line(left, y, right, y, Stroke.hairline(color));
            sheet.pen()
                    .words(
                            up.words(tick, sheet.formats()),
                            left - GAP,
                            y + 4,
                            sheet.axisWords().end());
        }
        drawStops(sheet, stops);
        sheet.pen().words(words.axis(), right + AXIS_GAP, bottom + 16, sheet.axisWords());
        sheet.pen().words(words.axisUnder(), right + AXIS_GAP, bottom + 30, sheet.axisWords());
    }

    private void drawStops(Sheet sheet, List<CurvePlot.Stop> stops) {
        double free = 0;
        for (var stop : stops) {
            double wide = Math.max(
                    sheet.axisWords().width(stop.label()), sheet.axisWords().width(stop.under()));
            double rightmost = right + AXIS_GAP - GAP - wide / 2;
            double at = Math.min(rightmost, Math.max(x(stop.precision()), free + wide / 2));
            var strong = Lettering.small(sheet.color(Token.TEXT)).middle();
            sheet.pen()
                    .line(
                            x(stop.precision()),
                            bottom,
                            x(stop.precision()),
                            bottom + 4,
                            Stroke.hairline(sheet.color(Token.BORDER)));
            sheet.pen().words(stop.label(), at, bottom + 16, stop.bought() ? strong.strong() : strong);
            sheet.pen().words(stop.under(), at, bottom + 30, sheet.axisWords().middle());
            free = at + wide / 2 + GAP;
        }
    }
}
