package io.poseidon.workbench.ui.chart.plot;

import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.chart.Sheet;
import io.poseidon.workbench.ui.chart.pen.Stroke;

/// The inside of a plot between its axes: turns values into places, draws grid, zero line and axis words.
final class PlotArea {

    private static final double TOP = 8;
    private static final double RIGHT = 8;
    private static final double UNDER = 20;
    private static final double GAP = 8;
    private static final double LEAST_GAP = 4;

    private final Sheet sheet;
    private final Axis across;
    private final Axis up;
    final double left;
    final double right;
    final double top = TOP;
    final double bottom;

    PlotArea(Sheet sheet, Axis across, Axis up, double rightMargin) {
        this.sheet = sheet;
        this.across = across;
        this.up = up;
        var words = sheet.axisWords();
        double widest = up.ticks().stream()
                .mapToDouble(tick -> words.width(up.words(tick, sheet.formats())))
                .max()
                .orElse(0);
        left = Math.ceil(widest) + GAP;
        right = Math.max(left + 1, sheet.width() - RIGHT - rightMargin);
        bottom = Math.max(TOP + 1, sheet.height() - (across.ticks().isEmpty() ? GAP : UNDER));
    }

    double x(double value) {
        return left + across.fraction(value) * (right - left);
    }

    double y(double value) {
        return Math.clamp(bottom - up.fraction(value) * (bottom - top), top - 4, bottom + 4);
    }

    void drawAxes() {
        var pen = sheet.pen();
        var grid = Stroke.hairline(sheet.color(Token.DIVIDER));
        for (var tick : up.ticks()) {
            boolean zero = tick.at() == 0;
            double y = Math.rint(y(tick.at()));
            pen.line(left, y, right, y, zero ? Stroke.hairline(sheet.color(Token.BORDER)) : grid);
            pen.words(
                    up.words(tick, sheet.formats()),
                    left - GAP,
                    y + 4,
                    sheet.axisWords().end());
        }
        if (up.ticks().stream().noneMatch(tick -> tick.at() == up.low())) {
            pen.line(left, bottom, right, bottom, grid);
        }
        drawAcross();
    }

    /// Every label, or every second, third, … where they would touch.
    private void drawAcross() {
        int every = 1;
        while (every < across.ticks().size() && collide(every)) {
            every++;
        }
        for (int i = 0; i < across.ticks().size(); i += every) {
            var tick = across.ticks().get(i);
            double half = sheet.axisWords().width(across.words(tick, sheet.formats())) / 2;
            double at = Math.clamp(x(tick.at()), half, Math.max(half, sheet.width() - half));
            sheet.pen()
                    .words(
                            across.words(tick, sheet.formats()),
                            at,
                            bottom + 16,
                            sheet.axisWords().middle());
        }
    }

    private boolean collide(int every) {
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < across.ticks().size(); i += every) {
            var tick = across.ticks().get(i);
            double half = sheet.axisWords().width(across.words(tick, sheet.formats())) / 2;
            if (x(tick.at()) - half < free) {
                return true;
            }
            free = x(tick.at()) + half + LEAST_GAP;
        }
        return false;
    }
}
