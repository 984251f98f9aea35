package io.poseidon.workbench.pricing.view;

import io.poseidon.workbench.pricing.scenario.Curve;
import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.chart.Plot;
import io.poseidon.workbench.ui.chart.Reading;
import io.poseidon.workbench.ui.chart.Sheet;
import io.poseidon.workbench.ui.chart.pen.Lettering;
import io.poseidon.workbench.ui.chart.pen.Pen;
import io.poseidon.workbench.ui.chart.pen.Point;
import io.poseidon.workbench.ui.chart.pen.Stroke;
import io.poseidon.workbench.ui.chart.plot.Axis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.scene.paint.Color;

/// Price over precision: the asked curve through the versions, the live one dashed where it differs, the cheapest cover
/// dotted, what is overcharged tinted, the version bought marked. Prices in millions.
record CurvePlot(List<Stop> stops, Curve curve, Words words, double highest) implements Plot {

    /// One version on the axis: what is asked and live, what is written under it in two lines.
    record Stop(String name, double precision, double asked, double live, boolean bought, String label, String under) {
        boolean changed() {
            return asked != live;
        }
    }

    /// The few words drawn inside.
    record Words(String bought, String cover, String live, String axis, String axisUnder) {}

    private static final double LINE = 14;
    private static final double MILLION = 1e6;

    CurvePlot {
        stops = List.copyOf(stops);
    }

    @Override
    public void draw(Sheet sheet) {
        var frame = new CurveFrame(sheet, up(), right(sheet), stops.getLast().precision());
        frame.draw(sheet, stops, words);
        drawOvercharge(sheet, frame);
        drawLive(sheet, frame);
        drawCover(sheet, frame);
        drawAsked(sheet, frame);
        drawEnds(sheet, frame);
    }

    @Override
    public List<Reading> readings(Sheet sheet) {
        var frame = new CurveFrame(sheet, up(), right(sheet), stops.getLast().precision());
        return stops.stream()
                .map(stop -> new Reading(
                        frame.x(stop.precision()),
                        frame.y(stop.asked()),
                        "%s: %s (%s, %s)"
                                .formatted(
                                        stop.name(),
                                        sheet.formats().number(stop.asked(), 2),
                                        stop.label(),
                                        stop.under())))
                .toList();
    }

    private Axis up() {
        return Axis.exactly(0, highest);
    }

    private double right(Sheet sheet) {
        double names = ends(sheet).stream()
                .mapToDouble(end -> sheet.axisWords().strong().width(end.words()))
                .max()
                .orElse(0);
        double axis = Math.max(
                sheet.axisWords().width(words.axis()), sheet.axisWords().width(words.axisUnder()));
        return Math.max(names, axis + CurveFrame.AXIS_GAP);
    }

    private boolean simulated() {
        return stops.stream().anyMatch(Stop::changed);
    }

    private void drawOvercharge(Sheet sheet, CurveFrame frame) {
        var tint = sheet.color(Token.DANGER).deriveColor(0, 1, 1, 0.18);
        var run = new ArrayList<Curve.Point>();
        for (var point : curve.points()) {
            if (point.overcharged()) {
                run.add(point);
            } else {
                fill(sheet.pen(), frame, run, tint);
                run.clear();
            }
        }
        fill(sheet.pen(), frame, run, tint);
    }

    private static void fill(Pen pen, CurveFrame frame, List<Curve.Point> run, Color tint) {
        if (run.size() < 2) {
            return;
        }
        var outline = new ArrayList<Point>();
        run.forEach(point -> outline.add(frame.at(point.precision(), point.asked() / MILLION)));
        run.reversed().forEach(point -> outline.add(frame.at(point.precision(), point.cover() / MILLION)));
        pen.area(outline, tint);
    }

    private void drawLive(Sheet sheet, CurveFrame frame) {
        if (simulated()) {
            var muted = sheet.color(Token.BORDER);
            sheet.pen().path(line(frame, Stop::live), Stroke.solid(muted, 1.5).dashed(7.0, 4.0));
            for (var stop : stops) {
                sheet.pen().mark(Pen.Mark.DOT, frame.at(stop.precision(), stop.live()), 3, muted, muted);
            }
        }
    }

    private void drawCover(Sheet sheet, CurveFrame frame) {
        var path = new ArrayList<Point>();
        for (var point : curve.points()) {
            var next = frame.at(point.precision(), point.cover() / MILLION);
            if (!path.isEmpty() && path.getLast().y() != next.y()) {
                path.add(new Point(path.getLast().x(), next.y()));
            }
            path.add(next);
        }
        sheet.pen().path(path, Stroke.solid(sheet.color(Token.MUTED), 1.5).dashed(1.5, 3.0));
    }

    private void drawAsked(Sheet sheet, CurveFrame frame) {
        var color = sheet.tokens().series(0);
        var ground = sheet.color(Token.BG);
        sheet.pen().path(line(frame, Stop::asked), Stroke.solid(color, 2));
        for (var stop : stops) {
            var at = frame.at(stop.precision(), stop.asked());
            if (stop.bought()) {
                sheet.pen()
                        .line(
                                at.x(),
                                at.y(),
                                at.x(),
                                frame.bottom(),
                                Stroke.hairline(color).dashed(2.0, 3.0));
                sheet.pen().mark(Pen.Mark.DOT, at, 6, color, ground);
                var flag = Lettering.small(sheet.color(Token.ACCENT)).strong();
                boolean last = stop.equals(stops.getLast());
                sheet.pen()
                        .words(words.bought(), at.x() + (last ? -6 : 6), frame.bottom() - 8, last ? flag.end() : flag);
            } else {
                sheet.pen().mark(Pen.Mark.RING, at, 5, color, ground);
            }
            drawName(sheet, frame, stop);
        }
    }

    private void drawName(Sheet sheet, CurveFrame frame, Stop stop) {
        var last = stops.getLast();
        if (stop.equals(last)) {
            return;
        }
        double x = Math.max(frame.x(stop.precision()), frame.left() + 20);
        double y = frame.y(Math.max(stop.asked(), stop.live())) - 12;
        var name = Lettering.small(sheet.color(Token.TEXT)).strong().middle();
        var price = sheet.formats().number(stop.asked(), 2);
        double wide = Math.max(name.width(stop.name()), sheet.axisWords().width(price)) + 6;
        sheet.pen().box(x - wide / 2, y - 24, wide, 28, sheet.color(Token.BG));
        sheet.pen().words(stop.name(), x, y - 13, name);
        sheet.pen().words(price, x, y, sheet.axisWords().middle());
    }

    private record End(double at, String words, Token color, boolean strong) {}

    private List<End> ends(Sheet sheet) {
        var last = stops.getLast();
        var ends = new ArrayList<End>();
        ends.add(new End(last.asked(), last.name() + " " + sheet.formats().number(last.asked(), 2), Token.TEXT, true));
        coverOfLast()
                .ifPresent(cover -> ends.add(
                        new End(cover, words.cover() + " " + sheet.formats().number(cover, 2), Token.DANGER, true)));
        if (simulated()) {
            ends.add(new End(
                    last.live(), words.live() + " " + sheet.formats().number(last.live(), 2), Token.MUTED, false));
        }
        ends.sort(Comparator.comparingDouble(End::at).reversed());
        return ends;
    }

    private Optional<Double> coverOfLast() {
        return Optional.of(curve.points().getLast())
                .filter(Curve.Point::overcharged)
                .map(point -> point.cover() / MILLION);
    }

    private void drawEnds(Sheet sheet, CurveFrame frame) {
        coverOfLast().ifPresent(cover -> {
            var red = sheet.color(Token.DANGER);
            double x = frame.x(stops.getLast().precision());
            sheet.pen().line(x, frame.y(stops.getLast().asked()) + 6, x, frame.y(cover), Stroke.hairline(red));
            sheet.pen().mark(Pen.Mark.DOT, new Point(x, frame.y(cover)), 4, red, red);
        });
        double free = Double.NEGATIVE_INFINITY;
        for (var end : ends(sheet)) {
            double y = Math.max(frame.y(end.at()) + 4, free);
            var lettering = Lettering.small(sheet.color(end.color()));
            sheet.pen()
                    .words(
                            end.words(),
                            frame.right() + CurveFrame.GAP + 4,
                            y,
                            end.strong() ? lettering.strong() : lettering);
            free = y + LINE;
        }
    }

    private List<Point> line(CurveFrame frame, ToDoubleFunction<Stop> price) {
        var points = new ArrayList<Point>();
        points.add(frame.at(0, 0));
        stops.forEach(stop -> points.add(frame.at(stop.precision(), price.applyAsDouble(stop))));
        return points;
    }
}
