package io.poseidon.workbench.training.view;

import io.poseidon.workbench.training.RunState;
import io.poseidon.workbench.training.ShardState;
import io.poseidon.workbench.training.ShardState.Span;
import io.poseidon.workbench.training.ShardState.Standing;
import io.poseidon.workbench.training.round.Phase;
import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.chart.Drawing;
import io.poseidon.workbench.ui.chart.pen.Lettering;
import io.poseidon.workbench.ui.chart.pen.Pen;
import io.poseidon.workbench.ui.chart.pen.Stroke;
import io.poseidon.workbench.ui.chart.plot.Axis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Bars over seconds since the round began: training, then evaluation; a lost shard is a dashed amber box.
final class SpanDrawing extends Drawing {

    private static final double LEFT = 96;
    private static final double RIGHT = 24;
    private static final double BAR = 12;
    private static final double LOST_BOX = 96;

    private final Desk desk;
    private final RunState state;
    private final List<ShardState> shards;
    private final Instant begin;

    SpanDrawing(Desk desk, RunState state) {
        super(desk.surroundings().theme());
        this.desk = desk;
        this.state = state;
        this.shards = state.shards().values().stream()
                .filter(Timeline::isShown)
                .limit(6)
                .toList();
        this.begin = shards.stream()
                .filter(shard -> shard.standing() != Standing.LOST)
                .flatMap(shard -> shard.spans().stream())
                .map(Span::from)
                .min(Instant::compareTo)
                .orElse(state.now());
        setAccessibleText(desk.words().now("timeline"));
    }

    @Override
    protected void paint(Pen pen, double width, double height) {
        var axis = Axis.fromZero(Math.max(seconds(state.now()) * 1.15, 0.1));
        double bottom = height - 22;
        double scale = (width - LEFT - RIGHT) / axis.high();
        drawAxis(pen, axis, bottom, scale);
        double step = shards.isEmpty() ? bottom : bottom / shards.size();
        for (int i = 0; i < shards.size(); i++) {
            drawShard(pen, shards.get(i), (i + 0.5) * step, scale);
        }
    }

    private void drawAxis(Pen pen, Axis axis, double bottom, double scale) {
        var tokens = theme().tokens().get();
        var words = Lettering.small(tokens.color(Token.MUTED));
        for (var tick : axis.ticks()) {
            double x = Math.rint(LEFT + tick.at() * scale);
            pen.line(x, 0, x, bottom, Stroke.hairline(tokens.color(Token.DIVIDER)));
            pen.words(desk.words().now("seconds", axis.words(tick, desk.formats())), x, bottom + 15, words.middle());
        }
    }

    private void drawShard(Pen pen, ShardState shard, double middle, double scale) {
        var tokens = theme().tokens().get();
        boolean lost = shard.standing() == Standing.LOST;
        var name =
                Lettering.small(tokens.color(lost ? Token.MUTED : Token.TEXT)).end();
        pen.words(shard.name().value(), LEFT - 10, middle + 4, name);
        double top = Math.rint(middle - BAR / 2);
        if (lost) {
            var amber = tokens.color(Token.WARNING);
            pen.frame(LEFT, top, LOST_BOX, BAR, Stroke.hairline(amber).dashed(4.0, 3.0));
            pen.words(desk.words().now("no-answer"), LEFT + 6, middle + 4, Lettering.small(amber));
            return;
        }
        for (var span : shard.spans()) {
            double from = LEFT + seconds(span.from()) * scale;
            double until = LEFT + seconds(span.until().orElse(state.now())) * scale;
            var color = tokens.series(span.phase() == Phase.EVALUATE ? 2 : 0);
            pen.box(from, top, Math.max(until - from, 1), BAR, color);
        }
    }

    private double seconds(Instant instant) {
        return Math.max(0, Duration.between(begin, instant).toMillis() / 1000.0);
    }
}
