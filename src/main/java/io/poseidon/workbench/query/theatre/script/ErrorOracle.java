package io.poseidon.workbench.query.theatre.script;

import io.poseidon.workbench.query.theatre.stage.Cast;
import io.poseidon.workbench.query.theatre.stage.Insider;
import io.poseidon.workbench.query.theatre.stage.Shard;
import io.poseidon.workbench.query.theatre.stage.Step;
import io.poseidon.workbench.query.theatre.stage.Weakness;
import io.poseidon.workbench.query.theatre.stage.World;
import java.util.List;
import java.util.Optional;

/// A sum that fails exactly where the target bought: the failure itself is the answer.
public record ErrorOracle() implements Attack {

    @Override
    public String id() {
        return "error-oracle";
    }

    @Override
    public String source() {
        return "A7, S13";
    }

    @Override
    public Cast cast() {
        return Cast.ALONE;
    }

    @Override
    public List<Weakness> against() {
        return List.of(Weakness.COHORT_ALONE);
    }

    @Override
    public int worlds(int wanted) {
        return Math.max(1, wanted / 4);
    }

    /// Who is refused learns nothing, and says yes.
    @Override
    public List<Trial> play(World world, Shard shard, Optional<Insider> insider) {
        return world.targets().stream()
                .map(target -> {
                    var sql = "SELECT SUM(CASE WHEN user_id = '" + target.person()
                            + "' AND category = 'jewelry' THEN CAST(category AS INTEGER) ELSE amount END) FROM txn";
                    var step = new Step(sql, shard.ask("org" + target.number(), sql));
                    boolean answered = step.heard().reply() instanceof Shard.Told;
                    return new Trial(List.of(step), !answered, target.secret());
                })
                .toList();
    }
}
