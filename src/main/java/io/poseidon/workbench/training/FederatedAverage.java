package io.poseidon.workbench.training;

import io.poseidon.workbench.training.metrics.BinaryMetrics;
import io.poseidon.workbench.training.metrics.BinaryScores;
import io.poseidon.workbench.training.network.Weights;
import io.poseidon.workbench.training.round.Reply;
import io.poseidon.workbench.training.round.Reply.Update;
import java.util.Collection;

/// FedAvg (McMahan et al. 2017, algorithm 1): the new weights are the old ones plus the changes of the shards, weighted
/// by their rows. Added in doubles in the order given. A plain sum: whoever computes it sees every change.
final class FederatedAverage {

    private FederatedAverage() {}

    static Weights apply(Weights start, Collection<Update> updates) {
        double rows = updates.stream().mapToDouble(Update::rows).sum();
        var sums = new double[start.size()];
        for (var update : updates) {
            var change = update.change().values();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += update.rows() / rows * change[i];
            }
        }
        var weights = start.values();
        for (int i = 0; i < sums.length; i++) {
            weights[i] = (float) (weights[i] + sums[i]);
        }
        return new Weights(weights);
    }

    static double loss(Collection<Update> updates) {
        double rows = updates.stream().mapToDouble(Update::rows).sum();
        return updates.stream()
                .mapToDouble(update -> update.rows() / rows * update.loss())
                .sum();
    }

    /// The metrics of all shards' held-out rows as one population.
    static BinaryMetrics metrics(Collection<Reply> evaluated) {
        var joint = new BinaryScores();
        evaluated.forEach(reply -> joint.add(((Reply.Evaluated) reply).scores()));
        return BinaryMetrics.of(joint);
    }
}
