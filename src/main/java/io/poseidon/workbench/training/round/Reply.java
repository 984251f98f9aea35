package io.poseidon.workbench.training.round;

import io.poseidon.workbench.training.features.Statistics;
import io.poseidon.workbench.training.metrics.BinaryScores;
import io.poseidon.workbench.training.network.Weights;

/// What a shard answers. In this version the coordinator sees each of them; none carries a row.
public sealed interface Reply {

    record Joined(RowBand rows) implements Reply {}

    /// The shard's own policy or data say no.
    record Declined(Reason reason) implements Reply {}

    record Prepared(Statistics statistics) implements Reply {}

    /// The change of the weights after local training on `rows` rows, and the loss of the last pass. `model` is the
    /// digest of the model that training started from.
    record Update(int round, String model, Weights change, long rows, double loss) implements Reply {}

    record Evaluated(int round, String model, BinaryScores scores) implements Reply {}

    /// The shard could not do what was asked.
    record Failed(Reason reason) implements Reply {}

    /// Came from the shard, properly signed, and makes no sense; made by the receiving side.
    record Garbage() implements Reply {}
}
