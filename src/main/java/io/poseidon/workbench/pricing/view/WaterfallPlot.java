package io.poseidon.workbench.pricing.view;

import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.chart.Plot;
import io.poseidon.workbench.ui.chart.Reading;
import io.poseidon.workbench.ui.chart.Sheet;
import io.poseidon.workbench.ui.chart.pen.Lettering;
import io.poseidon.workbench.ui.chart.pen.Stroke;
import java.util.ArrayList;
import java.util.List;

/// From one total to another by steps: totals stand on zero, steps hang between, each with its figure over it.
record WaterfallPlot(List<Bar> bars) implements Plot {

    record Bar(String name, double from, double to, boolean total) {
        double change() {
            return to - from;
        }
    }

    private static final double TOP = 24;
    private static final double UNDER = 22;
    private static final double SHARE = 0.62;

    WaterfallPlot {
        bars = List.copyOf(bars);
    }

    @Override
    public void draw(Sheet sheet) {
        double zero = y(sheet, 0);
        double step = sheet.width() / bars.size();
        double wide = Math.min(56, step * SHARE);
        sheet.pen()
                .line(0, Math.rint(zero), sheet.width(), Math.rint(zero), Stroke.hairline(sheet.color(Token.BORDER)));
        for (int i = 0; i < bars.size(); i++) {
            var bar = bars.get(i);
            double x = step * (i + 0.5);
            double top = y(sheet, Math.max(bar.from(), bar.to()));
            double tall = Math.max(2, Math.abs(y(sheet, bar.from()) - y(sheet, bar.to())));
            sheet.pen().box(x - wide / 2, top, wide, tall, sheet.color(color(bar)));
            if (i + 1 < bars.size()) {
                double level = Math.rint(y(sheet, bar.to()));
                sheet.pen()
                        .line(
                                x + wide / 2,
                                level,
                                x + step - wide / 2,
                                level,
                                Stroke.hairline(sheet.color(Token.BORDER)));
            }
            sheet.pen()
                    .words(
                            figure(sheet, bar),
                            x,
                            top - 6,
                            Lettering.small(sheet.color(Token.TEXT)).strong().middle());
            sheet.pen()
                    .words(bar.name(), x, sheet.height() - 6, sheet.axisWords().middle());
        }
    }

    @Override
    public List<Reading> readings(Sheet sheet) {
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < bars.size(); i++) {
            var bar = bars.get(i);
            readings.add(new Reading(
                    sheet.width() / bars.size() * (i + 0.5),
                    y(sheet, bar.to()),
                    bar.name() + ": " + figure(sheet, bar)));
        }
        return readings;
    }

    private static String figure(Sheet sheet, Bar bar) {
        var number = sheet.formats().number(bar.total() ? bar.to() : bar.change(), 2);
        if (!bar.total() && bar.change() == 0) {
            return "–";
        }
        return bar.total() || bar.change() < 0 ? number : "+" + number;
    }

    private static Token color(Bar bar) {
        if (bar.total()) {
            return Token.SERIES_1;
        }
        return bar.change() < 0 ? Token.DANGER : Token.SERIES_3;
    }

    private double y(Sheet sheet, double price) {
        double most = bars.stream()
                .mapToDouble(bar -> Math.max(bar.from(), bar.to()))
                .max()
                .orElse(1);
        double bottom = sheet.height() - UNDER;
        return bottom - (bottom - TOP) * price / Math.max(most, Double.MIN_NORMAL);
    }
}
