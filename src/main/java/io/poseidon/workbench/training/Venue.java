package io.poseidon.workbench.training;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.round.Contributors;
import io.poseidon.workbench.training.round.RunId;

/// Where runs take place: shards in this process, or those at a relay.
///
/// @param name as a person knows it: a relay's address, or what is simulated
/// @param simulated whether the figures are of a simulation, which the screen then says
public record Venue(String name, boolean simulated, Opening opening) {

    /// Finds the shards for one run; whoever asks closes what it gets.
    @FunctionalInterface
    public interface Opening {
        Contributors open(Plan plan, RunId run, Progress progress);
    }
}
