package io.poseidon.workbench.quality.view;

import io.poseidon.workbench.quality.Score;
import io.poseidon.workbench.ui.Theme;
import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.chart.Drawing;
import io.poseidon.workbench.ui.chart.pen.Pen;
import io.poseidon.workbench.ui.chart.pen.Point;
import io.poseidon.workbench.ui.chart.pen.Stroke;

/// A score as a dot between 0 and 1, with its interval lying.
final class ScoreBar extends Drawing {

    private static final double INSET = 5;
    private static final double WEAK = 0.7;

    private final Score score;

    ScoreBar(Theme theme, Score score) {
        super(theme);
        this.score = score;
        setMinSize(120, 20);
        setPrefSize(144, 20);
        setMaxSize(144, 20);
    }

    @Override
    protected void paint(Pen pen, double width, double height) {
        var tokens = theme().tokens().get();
        double middle = Math.floor(height / 2);
        var line = Stroke.hairline(tokens.color(Token.DIVIDER));
        pen.line(x(0, width), middle, x(1, width), middle, line);
        for (double tick : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            double x = Math.rint(x(tick, width));
            pen.line(x, middle - 3, x, middle + 4, line);
        }
        score.interval()
                .ifPresent(interval -> pen.lying(
                        middle, x(interval.low(), width), x(interval.high(), width), tokens.color(Token.TEXT)));
        var color = score.value() < WEAK ? tokens.color(Token.WARNING) : tokens.series(0);
        pen.mark(Pen.Mark.DOT, new Point(x(score.value(), width), middle + 0.5), 4, color, tokens.color(Token.BG));
    }

    private static double x(double value, double width) {
        return INSET + value * (width - 2 * INSET);
    }
}
