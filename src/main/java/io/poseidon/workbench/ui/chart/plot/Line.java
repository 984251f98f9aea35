package io.poseidon.workbench.ui.chart.plot;

import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.Tokens;
import io.poseidon.workbench.ui.chart.pen.Pen;
import io.poseidon.workbench.ui.chart.pen.Stroke;
import java.util.List;
import javafx.scene.paint.Color;

/// One series of a line plot. Each has its own dash and mark besides its colour, and its name at its end.
///
/// @param series which colour; negative for a muted comparison line
public record Line(String name, int series, List<Sample> samples, Look look) {

    public enum Look {
        /// Points joined, a mark at each.
        MARKED,
        /// A mark at each, not joined: what stands along the axis has no order.
        POINTS,
        /// Joined without marks, one mark at the end.
        PLAIN,
        /// Level from each sample to the next.
        STEP,
        /// Dashed without marks.
        DASHED
    }

    private static final List<List<Double>> DASHES =
            List.of(List.of(), List.of(6.0, 4.0), List.of(2.0, 3.0), List.of(8.0, 3.0, 2.0, 3.0));
    private static final List<Pen.Mark> MARKS = List.of(Pen.Mark.DOT, Pen.Mark.SQUARE, Pen.Mark.DIAMOND, Pen.Mark.RING);

    public Line {
        samples = List.copyOf(samples);
    }

    public static Line of(String name, int series, List<Sample> samples) {
        return new Line(name, series, samples, Look.MARKED);
    }

    public Line looking(Look other) {
        return new Line(name, series, samples, other);
    }

    Color color(Tokens tokens) {
        return series < 0 ? tokens.color(Token.BORDER) : tokens.series(series);
    }

    Stroke stroke(Tokens tokens) {
        double width = series < 0 || look == Look.DASHED ? 1.5 : 2;
        var dash = look == Look.DASHED ? DASHES.get(1) : DASHES.get(Math.floorMod(Math.max(series, 0), DASHES.size()));
        return new Stroke(color(tokens), width, look == Look.PLAIN || look == Look.STEP ? List.of() : dash);
    }

    Pen.Mark mark() {
        return MARKS.get(Math.floorMod(Math.max(series, 0), MARKS.size()));
    }
}
