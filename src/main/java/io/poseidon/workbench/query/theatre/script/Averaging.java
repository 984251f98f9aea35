package io.poseidon.workbench.query.theatre.script;

import io.poseidon.workbench.query.theatre.stage.Cast;
import io.poseidon.workbench.query.theatre.stage.Insider;
import io.poseidon.workbench.query.theatre.stage.Shard;
import io.poseidon.workbench.query.theatre.stage.Shard.Told;
import io.poseidon.workbench.query.theatre.stage.Step;
import io.poseidon.workbench.query.theatre.stage.Target;
import io.poseidon.workbench.query.theatre.stage.Weakness;
import io.poseidon.workbench.query.theatre.stage.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// Asks the same again and again and takes the mean, until the answer is seen not to change.
public record Averaging() implements Attack {

    private static final int MOST = 400;
    private static final int ENOUGH_ALIKE = 5;

    @Override
    public String id() {
        return "averaging";
    }

    @Override
    public String source() {
        return "A4, S05";
    }

    @Override
    public Cast cast() {
        return Cast.PLANTED;
    }

    @Override
    public List<Weakness> against() {
        return List.of(Weakness.NOISE_ALONE);
    }

    @Override
    public List<Trial> play(World world, Shard shard, Optional<Insider> insider) {
        var trials = new ArrayList<Trial>();
        for (int month : World.MONTHS) {
            var steps = repeat(shard, month);
            for (var target : world.targetsOf(month)) {
                boolean guess = insider.map(one -> one.guess(target, steps)).orElseGet(() -> isAbove(target, steps));
                trials.add(new Trial(steps, guess, target.secret()));
            }
        }
        return trials;
    }

    private static List<Step> repeat(Shard shard, int month) {
        var sql = "SELECT region, COUNT(DISTINCT user_id) FROM txn WHERE age_band = '70+' AND category = 'jewelry'"
                + " AND month = " + month + " GROUP BY region ORDER BY region";
        var steps = new ArrayList<Step>();
        var answers = new HashSet<Object>();
        while (steps.size() < MOST && (answers.size() > 1 || steps.size() < ENOUGH_ALIKE)) {
            var step = new Step(sql, shard.ask("org" + month, sql));
            steps.add(step);
            answers.add(
                    step.heard().reply() instanceof Told told
                            ? told.lines()
                            : step.heard().reply());
        }
        return steps;
    }

    private static boolean isAbove(Target target, List<Step> steps) {
        double mean = steps.stream()
                .map(step -> step.heard().reply())
                .flatMapToDouble(
                        reply -> reply instanceof Told told ? told.sum(target.region()).stream() : DoubleStream.empty())
                .average()
                .orElse(Double.MAX_VALUE);
        return mean > Cast.PLANTED.companions() + 0.5;
    }
}
