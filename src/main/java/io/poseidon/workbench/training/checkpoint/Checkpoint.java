package io.poseidon.workbench.training.checkpoint;

import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.report.RoundResult;
import io.poseidon.workbench.training.round.ModelState;
import java.util.List;

/// All that a run needs to go on after `round`: federated averaging keeps no other state. Local orders are drawn from
/// seed, round and shard, so a resumed run computes what the whole run would have.
public record Checkpoint(Plan plan, int round, ModelState model, List<RoundResult> rounds) {

    public Checkpoint {
        rounds = List.copyOf(rounds);
    }
}
