package io.poseidon.workbench.ui.chart.plot;

import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.chart.Plot;
import io.poseidon.workbench.ui.chart.Reading;
import io.poseidon.workbench.ui.chart.Sheet;
import io.poseidon.workbench.ui.chart.pen.Lettering;
import io.poseidon.workbench.ui.chart.pen.Point;
import io.poseidon.workbench.ui.chart.pen.Stroke;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Lines over an axis, each named at its end; intervals as error bars or as a band of 20 %.
public record LinePlot(Axis across, Axis up, List<Line> lines, List<Guide> guides, boolean band, boolean named)
        implements Plot {

    private static final double NAME_GAP = 8;
    private static final double NAME_HEIGHT = 13;
    private static final double MARK = 12;
    private static final double BAND = 0.2;

    public LinePlot {
        lines = List.copyOf(lines);
        guides = List.copyOf(guides);
    }

    /// With error bars and names.
    public static LinePlot of(Axis across, Axis up, List<Line> lines) {
        return new LinePlot(across, up, lines, List.of(), false, true);
    }

    /// Intervals as a band.
    public LinePlot banded() {
        return new LinePlot(across, up, lines, guides, true, named);
    }

    /// For one line whose name is the chart's title.
    public LinePlot unnamed() {
        return new LinePlot(across, up, lines, guides, band, false);
    }

    public LinePlot with(List<Guide> others) {
        return new LinePlot(across, up, lines, others, band, named);
    }

    @Override
    public void draw(Sheet sheet) {
        var area = area(sheet);
        area.drawAxes();
        new Guides(guides).draw(sheet, area);
        if (band) {
            lines.forEach(line -> drawBand(sheet, area, line));
        }
        lines.forEach(line -> drawLine(sheet, area, line));
        if (named) {
            drawNames(sheet, area);
        }
    }

    @Override
    public List<Reading> readings(Sheet sheet) {
        var area = area(sheet);
        var readings = new ArrayList<Reading>();
        for (var line : lines) {
            for (var sample : line.samples()) {
                readings.add(new Reading(area.x(sample.x()), area.y(sample.y()), words(sheet, line, sample)));
            }
        }
        readings.sort(Comparator.comparingDouble(Reading::x));
        return readings;
    }

    private String words(Sheet sheet, Line line, Sample sample) {
        var formats = sheet.formats();
        var at = across.ticks().stream()
                .filter(tick -> tick.at() == sample.x())
                .map(tick -> across.words(tick, formats))
                .findFirst()
                .orElseGet(() -> formats.tidy(sample.x()));
        var interval = sample.hasInterval()
                ? " (%s – %s)".formatted(formats.tidy(sample.low()), formats.tidy(sample.high()))
                : "";
        return "%s, %s: %s%s".formatted(line.name(), at, formats.tidy(sample.y()), interval);
    }

    private PlotArea area(Sheet sheet) {
        var words = sheet.axisWords().strong();
        double widest = named
                ? lines.stream()
                        .mapToDouble(line -> words.width(line.name()) + NAME_GAP + (lines.size() > 1 ? MARK : 0))
                        .max()
                        .orElse(0)
                : 0;
        return new PlotArea(sheet, across, up, widest);
    }

    private void drawBand(Sheet sheet, PlotArea area, Line line) {
        var outline = new ArrayList<Point>();
        line.samples().forEach(sample -> outline.add(new Point(area.x(sample.x()), area.y(sample.high()))));
        line.samples().reversed().forEach(sample -> outline.add(new Point(area.x(sample.x()), area.y(sample.low()))));
        if (outline.size() > 2) {
            sheet.pen().area(outline, line.color(sheet.tokens()).deriveColor(0, 1, 1, BAND));
        }
    }

    private void drawLine(Sheet sheet, PlotArea area, Line line) {
        var color = line.color(sheet.tokens());
        if (line.samples().size() > 1 && line.look() != Line.Look.POINTS) {
            sheet.pen().path(points(area, line), line.stroke(sheet.tokens()));
        }
        if (!band) {
            line.samples().stream()
                    .filter(Sample::hasInterval)
                    .forEach(sample -> sheet.pen()
                            .upright(area.x(sample.x()), area.y(sample.low()), area.y(sample.high()), color));
        }
        var ground = sheet.color(Token.BG);
        marked(line)
                .forEach(sample -> sheet.pen()
                        .mark(line.mark(), new Point(area.x(sample.x()), area.y(sample.y())), 3.5, color, ground));
    }

    private static List<Sample> marked(Line line) {
        return switch (line.look()) {
            case MARKED, POINTS -> line.samples();
            case PLAIN ->
                line.samples().isEmpty() ? List.of() : List.of(line.samples().getLast());
            case STEP, DASHED -> List.of();
        };
    }

    private static List<Point> points(PlotArea area, Line line) {
        var points = new ArrayList<Point>();
        for (var sample : line.samples()) {
            double x = area.x(sample.x());
            if (line.look() == Line.Look.STEP && !points.isEmpty()) {
                points.add(new Point(x, points.getLast().y()));
            }
            points.add(new Point(x, area.y(sample.y())));
        }
        return points;
    }

    /// Names at the lines' ends, pushed apart where they would touch.
    private void drawNames(Sheet sheet, PlotArea area) {
        var ends = lines.stream()
                .filter(line -> !line.samples().isEmpty())
                .sorted(Comparator.comparingDouble(
                        line -> area.y(line.samples().getLast().y())))
                .toList();
        double free = Double.NEGATIVE_INFINITY;
        for (var line : ends) {
            var last = line.samples().getLast();
            double x = Math.max(area.x(last.x()), area.right - 4) + NAME_GAP;
            double y = Math.max(area.y(last.y()), free);
            if (lines.size() > 1 && !line.name().isEmpty()) {
                sheet.pen()
                        .mark(line.mark(), new Point(x + 4, y), 3, line.color(sheet.tokens()), sheet.color(Token.BG));
                x += MARK;
            }
            sheet.pen().words(line.name(), x, y + 4, lettering(sheet, line));
            free = y + NAME_HEIGHT;
        }
    }

    private static Lettering lettering(Sheet sheet, Line line) {
        var plain = sheet.axisWords();
        return line.series() < 0
                ? plain
                : Lettering.small(sheet.color(Token.TEXT)).strong();
    }

    /// A dashed line across or up, with its word.
    record Guides(List<Guide> guides) {

        void draw(Sheet sheet, PlotArea area) {
            for (var guide : guides) {
                var color = sheet.color(guide.color());
                var words = Lettering.small(color);
                if (guide.upright()) {
                    double x = area.x(guide.at());
                    sheet.pen()
                            .line(
                                    x,
                                    area.top,
                                    x,
                                    area.bottom,
                                    Stroke.hairline(color).dashed(2.0, 3.0));
                    sheet.pen().words(guide.words(), x + 5, area.top + 9, words);
                } else {
                    double y = area.y(guide.at());
                    sheet.pen()
                            .line(
                                    area.left,
                                    y,
                                    area.right,
                                    y,
                                    Stroke.hairline(color).dashed(6.0, 4.0));
                    sheet.pen().words(guide.words(), area.right, y - 5, words.end());
                }
            }
        }
    }
}
