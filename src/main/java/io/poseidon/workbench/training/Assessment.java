package io.poseidon.workbench.training;

import io.poseidon.workbench.training.features.Rows;
import io.poseidon.workbench.training.metrics.BinaryMetrics;
import io.poseidon.workbench.training.network.Kernel;
import io.poseidon.workbench.training.network.Trainer;
import io.poseidon.workbench.training.shard.LocalTraining;
import java.util.stream.IntStream;

/// How good a trained model is on rows at hand; rows with no label are left out.
public final class Assessment {

    private Assessment() {}

    public static BinaryMetrics of(TrainedModel model, Rows rows) {
        var plan = model.plan();
        var encoding = model.state().encoding();
        var labels = rows.texts(plan.label().column());
        var labelled = IntStream.range(0, rows.size())
                .filter(row -> !labels[row].isEmpty())
                .toArray();
        var trainer = new Trainer(plan.network(encoding), Kernel.fastest());
        var examples = plan.examples(encoding, rows, labelled);
        return BinaryMetrics.of(LocalTraining.score(trainer, model.state().weights(), examples));
    }
}
