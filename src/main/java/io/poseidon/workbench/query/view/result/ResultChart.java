package io.poseidon.workbench.query.view.result;

import io.poseidon.workbench.query.ResultPage;
import io.poseidon.workbench.query.interval.Interval;
import io.poseidon.workbench.ui.chart.Plot;
import io.poseidon.workbench.ui.chart.plot.Axis;
import io.poseidon.workbench.ui.chart.plot.BarPlot;
import io.poseidon.workbench.ui.chart.plot.Line;
import io.poseidon.workbench.ui.chart.plot.LinePlot;
import io.poseidon.workbench.ui.chart.plot.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which chart a result makes: the first column that is no noisy number goes across, a second one becomes lines, the
/// first number goes up with its intervals. None where there is nothing to compare or too much to see.
record ResultChart(int across, int lines, int value) {

    private static final int MOST_ACROSS = 40;
    private static final int MOST_LINES = 6;

    static Optional<ResultChart> of(ResultPage page, ResultCells cells) {
        var groups = new ArrayList<Integer>();
        int value = -1;
        for (int column = 0; column < page.columns().size(); column++) {
            if (!page.plan().isNoisy(column) && value < 0) {
                groups.add(column);
            } else if (cells.isNumber(column) && value < 0) {
                value = column;
            }
        }
        if (groups.isEmpty() || value < 0 || page.count() < 2 || groups.size() > 2) {
            return Optional.empty();
        }
        var chart = new ResultChart(groups.getFirst(), groups.size() > 1 ? groups.get(1) : -1, value);
        boolean readable = names(page, chart.across).size() <= MOST_ACROSS
                && (chart.lines < 0 || names(page, chart.lines).size() <= MOST_LINES);
        return readable ? Optional.of(chart) : Optional.empty();
    }

    Plot plot(ResultPage page, double divisor, boolean bars) {
        return bars && lines < 0 ? barPlot(page, divisor) : linePlot(page, divisor);
    }

    private Plot barPlot(ResultPage page, double divisor) {
        var bars = new ArrayList<BarPlot.Bar>();
        for (long row = 0; row < page.count(); row++) {
            if (!page.rows().isNull(value, row)) {
                var sample = sample(page, row, divisor, 0);
                bars.add(BarPlot.Bar.of(page.rows().text(across, row), sample.y(), (sample.high() - sample.low()) / 2));
            }
        }
        return BarPlot.of(bars);
    }

    private Plot linePlot(ResultPage page, double divisor) {
        var names = List.copyOf(names(page, across));
        var series = new LinkedHashMap<String, List<Sample>>();
        double least = 0;
        double most = 0;
        for (long row = 0; row < page.count(); row++) {
            if (!page.rows().isNull(value, row)) {
                var sample =
                        sample(page, row, divisor, names.indexOf(page.rows().text(across, row)));
                var name = lines < 0 ? "" : page.rows().text(lines, row);
                series.computeIfAbsent(name, key -> new ArrayList<>()).add(sample);
                least = Math.min(least, sample.low());
                most = Math.max(most, sample.high());
            }
        }
        var up = least < 0 ? Axis.around(least, most) : Axis.fromZero(most);
        return LinePlot.of(Axis.categories(names), up, lines(series));
    }

    private static List<Line> lines(Map<String, List<Sample>> series) {
        var lines = new ArrayList<Line>();
        series.forEach((name, samples) -> lines.add(Line.of(name, lines.size(), samples)));
        return lines;
    }

    private Sample sample(ResultPage page, long row, double divisor, double x) {
        double y = page.rows().number(value, row) / divisor;
        return page.interval(value, row) instanceof Interval.Between(double low, double high)
                ? new Sample(x, y, low / divisor, high / divisor)
                : Sample.of(x, y);
    }

    private static LinkedHashSet<String> names(ResultPage page, int column) {
        var names = new LinkedHashSet<String>();
        for (long row = 0; row < page.count(); row++) {
            names.add(page.rows().text(column, row));
        }
        return names;
    }
}
