package io.poseidon.workbench.query.theatre.script;

import io.poseidon.workbench.query.theatre.stage.Cast;
import io.poseidon.workbench.query.theatre.stage.Insider;
import io.poseidon.workbench.query.theatre.stage.Shard;
import io.poseidon.workbench.query.theatre.stage.Step;
import io.poseidon.workbench.query.theatre.stage.Weakness;
import io.poseidon.workbench.query.theatre.stage.World;
import java.util.List;
import java.util.Optional;

/// How one published attack goes: real texts, put to a shard about every target of a world, and a guess from what came
/// back. Guesses never look at the secret.
public interface Attack {

    /// Stable, and the key of its words.
    String id();

    /// Where it is described: numbers of the catalogue of attacks.
    String source();

    Cast cast();

    /// The weakened shards it is worth being played against.
    List<Weakness> against();

    /// In how many worlds it is worth being played, if `wanted` is the number for a cheap one.
    default int worlds(int wanted) {
        return wanted;
    }

    /// Whether it goes by the time of answers, so that the shard needs its beat.
    default boolean readsTheClock() {
        return false;
    }

    /// `insider` concludes instead of the attack's own arithmetic where it is present.
    List<Trial> play(World world, Shard shard, Optional<Insider> insider);

    /// One target: what was asked and heard, the guess, the truth.
    record Trial(List<Step> steps, boolean guess, boolean truth) {
        public Trial {
            steps = List.copyOf(steps);
        }

        public boolean isRight() {
            return guess == truth;
        }

        /// What the shard charged for it.
        public double rho() {
            return steps.stream().mapToDouble(step -> rho(step.heard().reply())).sum();
        }

        private static double rho(Shard.Reply reply) {
            return switch (reply) {
                case Shard.Told told -> told.rho();
                case Shard.Denied denied -> denied.rho();
                case Shard.Failed failed -> failed.rho();
            };
        }
    }
}
