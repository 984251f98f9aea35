package io.poseidon.workbench.query.view.result;

import io.poseidon.workbench.query.interval.Interval;
import io.poseidon.workbench.query.result.ResultPage;
import io.poseidon.workbench.ui.chart.Bins;
import io.poseidon.workbench.ui.chart.Plot;
import io.poseidon.workbench.ui.chart.plot.Axis;
import io.poseidon.workbench.ui.chart.plot.BarPlot;
import io.poseidon.workbench.ui.chart.plot.DotPlot;
import io.poseidon.workbench.ui.chart.plot.HistogramPlot;
import io.poseidon.workbench.ui.chart.plot.Line;
import io.poseidon.workbench.ui.chart.plot.LinePlot;
import io.poseidon.workbench.ui.chart.plot.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A result drawn in a chosen shape. A NULL is no point, nor is what has no end; an interval is drawn wherever one is
/// known.
///
/// @param ordered whether the values of a column have an order; points along others are not joined
record ChartPlots(ResultPage page, ResultCells cells, IntPredicate ordered) {

    /// Lines of one place stand so far apart, that their intervals can be told.
    private static final double APART = 0.09;

    private static final int MOST_BINS = 12;

    Plot of(ChartShape shape) {
        return switch (shape.kind()) {
            case LINE -> lines(shape);
            case BAR -> bars(shape);
            case DOT -> dots(shape);
            case HISTOGRAM -> histogram(shape);
        };
    }

    private Plot bars(ChartShape shape) {
        return BarPlot.of(shown(shape)
                .map(row -> sample(shape, row, 0))
                .map(named -> BarPlot.Bar.of(named.name(), named.sample().y(), named.half()))
                .toList());
    }

    private Plot dots(ChartShape shape) {
        return DotPlot.of(shown(shape)
                .map(row -> sample(shape, row, 0))
                .map(named -> new DotPlot.Dot(
                        named.name(),
                        named.sample().y(),
                        named.sample().low(),
                        named.sample().high(),
                        true))
                .toList());
    }

    private Plot lines(ChartShape shape) {
        var across = names(shape.across());
        var series = new LinkedHashMap<String, List<Sample>>();
        shown(shape).forEach(row -> {
            var named = sample(shape, row, 0);
            var line =
                    shape.lines().isPresent() ? page.rows().text(shape.lines().getAsInt(), row) : "";
            var at = new Sample(
                    across.indexOf(named.name()),
                    named.sample().y(),
                    named.sample().low(),
                    named.sample().high());
            series.computeIfAbsent(line, key -> new ArrayList<>()).add(at);
        });
        double least = series.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Sample::low)
                .min()
                .orElse(0);
        double most = series.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Sample::high)
                .max()
                .orElse(1);
        return LinePlot.of(
                Axis.categories(across),
                Axis.throughZero(least, most),
                apart(series, isJoined(shape, series.values()) ? Line.Look.MARKED : Line.Look.POINTS));
    }

    /// In order, and one number a place: a line through several at one place would go up and down there.
    private boolean isJoined(ChartShape shape, Collection<List<Sample>> series) {
        return ordered.test(shape.across())
                && series.stream()
                        .allMatch(
                                line -> line.stream().map(Sample::x).distinct().count() == line.size());
    }

    private static List<Line> apart(Map<String, List<Sample>> series, Line.Look look) {
        var lines = new ArrayList<Line>();
        series.forEach((name, samples) -> {
            double shift = (lines.size() - (series.size() - 1) / 2.0) * APART;
            var moved = samples.stream()
                    .sorted(Comparator.comparingDouble(Sample::x))
                    .map(one -> new Sample(one.x() + shift, one.y(), one.low(), one.high()))
                    .toList();
            lines.add(Line.of(name, lines.size(), moved).looking(look));
        });
        return lines;
    }

    private Plot histogram(ChartShape shape) {
        double divisor = cells.divisor(shape.value());
        var values = shown(shape)
                .mapToDouble(row -> page.rows().number(shape.value(), row) / divisor)
                .toArray();
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        int bins = (int) Math.clamp(Math.ceil(Math.sqrt(values.length)), 4, MOST_BINS);
        var counts = new double[bins];
        for (double value : values) {
            counts[high == low ? 0 : (int) Math.min(bins - 1, (value - low) / (high - low) * bins)]++;
        }
        var all = new ArrayList<Bins.Bin>();
        for (double count : counts) {
            all.add(new Bins.Bin(count, count));
        }
        return HistogramPlot.of(new Bins(all), low, high == low ? low + 1 : high);
    }

    private record Named(String name, Sample sample) {
        double half() {
            return (sample.high() - sample.low()) / 2;
        }
    }

    private Named sample(ChartShape shape, long row, double x) {
        double divisor = cells.divisor(shape.value());
        double y = page.rows().number(shape.value(), row) / divisor;
        var name = page.rows().text(shape.across(), row);
        return page.interval(shape.value(), row) instanceof Interval.Between(double low, double high)
                ? new Named(name, new Sample(x, y, low / divisor, high / divisor))
                : new Named(name, Sample.of(x, y));
    }

    private Stream<Long> shown(ChartShape shape) {
        return LongStream.range(0, page.count())
                .filter(row -> !page.rows().isNull(shape.value(), row))
                .filter(row -> Double.isFinite(page.rows().number(shape.value(), row)))
                .boxed();
    }

    private List<String> names(int column) {
        return LongStream.range(0, page.count())
                .mapToObj(row -> page.rows().text(column, row))
                .distinct()
                .toList();
    }
}
