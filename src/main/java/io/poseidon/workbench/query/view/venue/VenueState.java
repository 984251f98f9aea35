package io.poseidon.workbench.query.view.venue;

import io.poseidon.workbench.job.Job;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.policy.ledger.PrivacyLedger;
import io.poseidon.workbench.query.shard.Shard;
import io.poseidon.workbench.query.shard.ShardQueries;
import java.util.Optional;

/// What was chosen as the place to ask, and how far that is.
public sealed interface VenueState {

    /// The cells of the purchase, where one is open.
    record Cells() implements VenueState {}

    /// The rows are being read.
    record Opening(Shard shard, Job<ShardQueries> job) implements VenueState {}

    record Open(Shard shard, ShardQueries queries) implements VenueState {}

    /// It cannot be asked now; somebody else may be asking it.
    record Failed(Shard shard, Problem problem) implements VenueState {

        /// Whether it will open once somebody else has left it.
        boolean isBusy() {
            return problem.code().equals(PrivacyLedger.IN_USE);
        }
    }

    /// The shard that was chosen, whether it can be asked or not.
    default Optional<Shard> chosen() {
        return switch (this) {
            case Cells ignored -> Optional.empty();
            case Opening opening -> Optional.of(opening.shard());
            case Open open -> Optional.of(open.shard());
            case Failed failed -> Optional.of(failed.shard());
        };
    }
}
