package io.poseidon.workbench.ui.chart;

import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.chart.pen.Pen;

/// A histogram without axes for column headers and column lists: ghost for all rows, series 1 for the kept ones.
public final class MiniBars extends Drawing {

    private final Bins bins;

    public MiniBars(Theme theme, Bins bins) {
        super(theme);
        this.bins = bins;
        setMinWidth(0);
        setPrefSize(72, 24);
    }

    @Override
    protected void paint(Pen pen, double width, double height) {
        int count = bins.bins().size();
        double highest = Math.max(bins.highest(), Double.MIN_NORMAL);
        for (int i = 0; i < count; i++) {
            double from = Math.rint(width * i / count);
            double to = Math.max(from + 1, Math.rint(width * (i + 1) / count) - 1);
            var bin = bins.bins().get(i);
            bar(pen, from, to, height, bin.all() / highest, Token.GHOST);
            bar(pen, from, to, height, bin.kept() / highest, Token.SERIES_1);
        }
    }

    private void bar(Pen pen, double from, double to, double height, double share, Token color) {
        double tall = share <= 0 ? 0 : Math.max(1, Math.rint(height * share));
        pen.box(from, height - tall, to - from, tall, theme().tokens().get().color(color));
    }
}
