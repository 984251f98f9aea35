package io.poseidon.workbench.quality.view;

import io.poseidon.workbench.quality.Representativeness.Margin;
import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.chart.Plot;
import io.poseidon.workbench.ui.chart.Reading;
import io.poseidon.workbench.ui.chart.Sheet;
import io.poseidon.workbench.ui.chart.pen.Stroke;
import io.poseidon.workbench.ui.chart.plot.Axis;
import java.util.ArrayList;
import java.util.List;

/// Shares of the panel, with their intervals, over those of the population, class by class, lying and from zero.
record SharePlot(List<Margin> margins) implements Plot {

    private static final double UNDER = 20;
    private static final double GAP = 8;
    private static final double PERCENT = 100;
    private static final double THICKEST = 9;

    SharePlot {
        margins = List.copyOf(margins);
    }

    @Override
    public void draw(Sheet sheet) {
        double bottom = sheet.height() - UNDER;
        for (var tick : across().ticks()) {
            double x = Math.rint(x(sheet, tick.at()));
            sheet.pen()
                    .line(x, 0, x, bottom, Stroke.hairline(sheet.color(tick.at() == 0 ? Token.BORDER : Token.DIVIDER)));
            sheet.pen()
                    .words(
                            across().words(tick, sheet.formats()),
                            x,
                            bottom + 15,
                            sheet.axisWords().middle());
        }
        double row = bottom / margins.size();
        double thick = Math.clamp(Math.floor(row * 0.42), 3, THICKEST);
        for (int i = 0; i < margins.size(); i++) {
            var margin = margins.get(i);
            double y = Math.rint(row * (i + 0.5));
            sheet.pen()
                    .words(
                            margin.label(),
                            left(sheet) - GAP,
                            y + 4,
                            sheet.axisWords().end());
            bar(sheet, y - thick, thick, margin.panel(), Token.SERIES_1);
            bar(sheet, y + 1, Math.max(2, thick - 3), margin.reference(), Token.BORDER);
            if (margin.half() > 0) {
                double middle = Math.floor(y - thick / 2);
                sheet.pen()
                        .lying(
                                middle,
                                x(sheet, PERCENT * (margin.panel() - margin.half())),
                                x(sheet, PERCENT * (margin.panel() + margin.half())),
                                sheet.color(Token.TEXT));
            }
        }
    }

    @Override
    public List<Reading> readings(Sheet sheet) {
        double row = (sheet.height() - UNDER) / margins.size();
        var formats = sheet.formats();
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < margins.size(); i++) {
            var margin = margins.get(i);
            readings.add(new Reading(
                    x(sheet, PERCENT * margin.panel()),
                    row * (i + 0.5),
                    "%s: %s %s, %s"
                            .formatted(
                                    margin.label(),
                                    formats.percent(margin.panel(), 1),
                                    formats.plusMinus(PERCENT * margin.half(), 2),
                                    formats.percent(margin.reference(), 1))));
        }
        return readings;
    }

    private void bar(Sheet sheet, double y, double thick, double share, Token color) {
        double from = Math.rint(x(sheet, 0));
        sheet.pen().box(from, y, x(sheet, PERCENT * share) - from, thick, sheet.color(color));
    }

    private Axis across() {
        double most = margins.stream()
                .mapToDouble(margin -> Math.max(margin.panel() + margin.half(), margin.reference()))
                .max()
                .orElse(1);
        return Axis.fromZero(PERCENT * most);
    }

    private double left(Sheet sheet) {
        return GAP
                + margins.stream()
                        .mapToDouble(margin -> sheet.axisWords().width(margin.label()))
                        .max()
                        .orElse(0);
    }

    private double x(Sheet sheet, double percent) {
        double left = left(sheet);
        return left + across().fraction(percent) * (sheet.width() - GAP - left);
    }
}
