package io.poseidon.workbench.query.theatre.script;

import io.poseidon.workbench.query.theatre.stage.Cast;
import io.poseidon.workbench.query.theatre.stage.Insider;
import io.poseidon.workbench.query.theatre.stage.Shard;
import io.poseidon.workbench.query.theatre.stage.Shard.Reply;
import io.poseidon.workbench.query.theatre.stage.Shard.Told;
import io.poseidon.workbench.query.theatre.stage.Step;
import io.poseidon.workbench.query.theatre.stage.Target;
import io.poseidon.workbench.query.theatre.stage.Weakness;
import io.poseidon.workbench.query.theatre.stage.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/// A fixed list of questions about all targets of a month, grouped by region, and arithmetic on the answers that gives
/// a number for each: its secret is taken to be true where that lies above `middle`.
public record Script(
        String id,
        String source,
        Cast cast,
        List<Weakness> against,
        IntFunction<List<String>> questions,
        Arithmetic arithmetic,
        double middle)
        implements Attack {

    /// From the replies in order, for the target of a region; empty where they do not allow it.
    @FunctionalInterface
    interface Arithmetic {
        OptionalDouble of(String region, List<Reply> replies);
    }

    @Override
    public List<Trial> play(World world, Shard shard, Optional<Insider> insider) {
        var trials = new ArrayList<Trial>();
        for (int month : World.MONTHS) {
            var steps = questions.apply(month).stream()
                    .map(sql -> new Step(sql, shard.ask("org" + month, sql)))
                    .toList();
            for (var target : world.targetsOf(month)) {
                boolean guess = insider.map(one -> one.guess(target, steps)).orElseGet(() -> conclude(target, steps));
                trials.add(new Trial(steps, guess, target.secret()));
            }
        }
        return trials;
    }

    /// Who learnt nothing says yes.
    private boolean conclude(Target target, List<Step> steps) {
        var replies = steps.stream().map(step -> step.heard().reply()).toList();
        var number = arithmetic.of(target.region(), replies);
        return number.isEmpty() || number.getAsDouble() > middle;
    }

    /// The region's numbers of every answer added, each answer times its factor; all must have been told.
    static Arithmetic combination(double... factors) {
        return (region, replies) -> {
            double sum = 0;
            for (int i = 0; i < factors.length; i++) {
                var part = replies.get(i) instanceof Told told ? told.sum(region) : OptionalDouble.empty();
                if (part.isEmpty()) {
                    return part;
                }
                sum += factors[i] * part.getAsDouble();
            }
            return OptionalDouble.of(sum);
        };
    }
}
