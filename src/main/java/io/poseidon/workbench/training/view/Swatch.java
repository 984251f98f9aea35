package io.poseidon.workbench.training.view;

import io.poseidon.workbench.ui.chart.Drawing;
import io.poseidon.workbench.ui.chart.pen.Pen;

/// A series' colour in a legend, 8 by 8.
final class Swatch extends Drawing {

    private static final double SIZE = 8;

    private final int series;

    Swatch(Desk desk, int series) {
        super(desk.surroundings().theme());
        this.series = series;
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
    }

    @Override
    protected void paint(Pen pen, double width, double height) {
        pen.box(0, 0, width, height, theme().tokens().get().series(series));
    }
}
