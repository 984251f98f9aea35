package io.poseidon.workbench.ui.chart.plot;

import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.chart.Plot;
import io.poseidon.workbench.ui.chart.Reading;
import io.poseidon.workbench.ui.chart.Sheet;
import io.poseidon.workbench.ui.chart.pen.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Upright bars from zero with error bars. Kept bars have the series colour, the others are ghosts; a brush is drawn as
/// a tinted frame with two handles.
public record BarPlot(List<Bar> bars, Axis up, Optional<Brush> brush) implements Plot {

    public record Bar(String name, double value, double half, boolean kept) {

        public static Bar of(String name, double value, double half) {
            return new Bar(name, value, half, true);
        }
    }

    /// The first and last bar brushed.
    public record Brush(int first, int last) {}

    private static final double SHARE = 0.66;

    public BarPlot {
        bars = List.copyOf(bars);
    }

    public static BarPlot of(List<Bar> bars) {
        double most =
                bars.stream().mapToDouble(bar -> bar.value() + bar.half()).max().orElse(1);
        double least =
                bars.stream().mapToDouble(bar -> bar.value() - bar.half()).min().orElse(0);
        return new BarPlot(bars, Axis.throughZero(least, most), Optional.empty());
    }

    public BarPlot brushed(int first, int last) {
        return new BarPlot(bars, up, Optional.of(new Brush(first, last)));
    }

    @Override
    public void draw(Sheet sheet) {
        var area = area(sheet);
        brush.ifPresent(range -> tint(sheet, area, range));
        area.drawAxes();
        double width = step(area) * SHARE;
        for (int i = 0; i < bars.size(); i++) {
            var bar = bars.get(i);
            double zero = area.y(0);
            double y = area.y(bar.value());
            double x = area.x(i);
            var color = bar.kept() ? sheet.tokens().series(0) : sheet.color(Token.GHOST);
            sheet.pen().box(x - width / 2, Math.min(y, zero), width, Math.abs(zero - y), color);
            if (bar.half() > 0) {
                sheet.pen()
                        .upright(
                                Math.floor(x),
                                area.y(bar.value() - bar.half()),
                                area.y(bar.value() + bar.half()),
                                sheet.color(Token.TEXT));
            }
        }
        brush.ifPresent(range -> edge(sheet, area, range));
    }

    @Override
    public List<Reading> readings(Sheet sheet) {
        var area = area(sheet);
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < bars.size(); i++) {
            var bar = bars.get(i);
            var half = bar.half() > 0 ? " ± " + sheet.formats().tidy(bar.half()) : "";
            readings.add(new Reading(
                    area.x(i),
                    area.y(bar.value()),
                    bar.name() + ": " + sheet.formats().tidy(bar.value()) + half));
        }
        return readings;
    }

    private PlotArea area(Sheet sheet) {
        return new PlotArea(sheet, Axis.categories(bars.stream().map(Bar::name).toList()), up, 0);
    }

    private double step(PlotArea area) {
        return (area.right - area.left) / Math.max(1, bars.size());
    }

    private void tint(Sheet sheet, PlotArea area, Brush range) {
        double from = area.x(range.first() - 0.5);
        sheet.pen()
                .box(
                        from,
                        area.top,
                        area.x(range.last() + 0.5) - from,
                        area.bottom - area.top,
                        sheet.color(Token.SELECTED));
    }

    private void edge(Sheet sheet, PlotArea area, Brush range) {
        double from = Math.rint(area.x(range.first() - 0.5));
        double to = Math.rint(area.x(range.last() + 0.5));
        double middle = (area.top + area.bottom) / 2;
        var accent = sheet.color(Token.ACCENT);
        sheet.pen().frame(from, area.top, to - from, area.bottom - area.top, Stroke.hairline(accent));
        sheet.pen().box(from - 1, middle - 10, 4, 20, accent);
        sheet.pen().box(to - 3, middle - 10, 4, 20, accent);
    }
}
