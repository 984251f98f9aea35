package io.poseidon.workbench.training.view;

import io.poseidon.workbench.training.ShardState;
import io.poseidon.workbench.training.ShardState.Standing;
import io.poseidon.workbench.ui.Token;
import io.poseidon.workbench.ui.chart.Drawing;
import io.poseidon.workbench.ui.chart.pen.Pen;
import io.poseidon.workbench.ui.chart.pen.Point;
import io.poseidon.workbench.ui.chart.pen.Stroke;
import java.util.ArrayList;

/// A shard's time to train in the last eight rounds, from zero to its slowest.
final class Sparkline extends Drawing {

    private static final int ROUNDS = 8;
    private static final double HEIGHT = 20;

    private final ShardState shard;

    Sparkline(Desk desk, ShardState shard) {
        super(desk.surroundings().theme());
        this.shard = shard;
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setAccessibleText(desk.words().now("trend"));
    }

    @Override
    protected void paint(Pen pen, double width, double height) {
        var all = shard.latencies();
        var shown = all.subList(Math.max(0, all.size() - ROUNDS), all.size());
        if (shown.size() < 2) {
            return;
        }
        double slowest = Math.max(
                1, shown.stream().mapToLong(time -> time.toMillis()).max().orElse(1));
        var points = new ArrayList<Point>();
        for (int i = 0; i < shown.size(); i++) {
            double y = height - 2 - shown.get(i).toMillis() / slowest * (height - 6);
            points.add(new Point(i * width / (ROUNDS - 1), y));
        }
        var tokens = theme().tokens().get();
        var color = shard.standing() == Standing.LOST ? tokens.color(Token.WARNING) : tokens.series(0);
        pen.path(points, Stroke.solid(color, 1.5));
    }
}
