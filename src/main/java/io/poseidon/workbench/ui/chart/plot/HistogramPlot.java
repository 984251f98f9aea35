package io.poseidon.workbench.ui.chart.plot;

import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.chart.Bins;
import io.poseidon.workbench.ui.chart.Plot;
import io.poseidon.workbench.ui.chart.Reading;
import io.poseidon.workbench.ui.chart.Sheet;
import java.util.ArrayList;
import java.util.List;

/// Bins over a numeric axis: ghost grey for all rows, series 1 for the kept ones; guides such as a median.
public record HistogramPlot(Bins bins, Axis across, List<Guide> guides) implements Plot {

    public HistogramPlot {
        guides = List.copyOf(guides);
    }

    /// Bins of equal width from `low` to `high`.
    public static HistogramPlot of(Bins bins, double low, double high) {
        return new HistogramPlot(bins, Axis.exactly(low, high), List.of());
    }

    public HistogramPlot with(List<Guide> others) {
        return new HistogramPlot(bins, across, others);
    }

    @Override
    public void draw(Sheet sheet) {
        var area = area(sheet);
        area.drawAxes();
        for (int i = 0; i < bins.bins().size(); i++) {
            var bin = bins.bins().get(i);
            column(sheet, area, i, bin.all(), Token.GHOST);
            column(sheet, area, i, bin.kept(), Token.SERIES_1);
        }
        new LinePlot.Guides(guides).draw(sheet, area);
    }

    @Override
    public List<Reading> readings(Sheet sheet) {
        var area = area(sheet);
        var formats = sheet.formats();
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < bins.bins().size(); i++) {
            var bin = bins.bins().get(i);
            var words = "%s – %s: %s / %s"
                    .formatted(
                            formats.tidy(edge(i)),
                            formats.tidy(edge(i + 1)),
                            formats.tidy(bin.kept()),
                            formats.tidy(bin.all()));
            readings.add(new Reading(area.x((edge(i) + edge(i + 1)) / 2), area.y(bin.kept()), words));
        }
        return readings;
    }

    private PlotArea area(Sheet sheet) {
        return new PlotArea(sheet, across, Axis.fromZero(bins.highest()), 0);
    }

    private double edge(int bin) {
        return across.low() + (across.high() - across.low()) * bin / bins.bins().size();
    }

    private void column(Sheet sheet, PlotArea area, int bin, double value, Token color) {
        double from = Math.rint(area.x(edge(bin)));
        double to = Math.rint(area.x(edge(bin + 1))) - 1;
        sheet.pen().box(from, area.y(value), Math.max(1, to - from), area.y(0) - area.y(value), sheet.color(color));
    }
}
