package io.poseidon.workbench.training.shard;

import io.poseidon.workbench.training.features.Encoding;
import io.poseidon.workbench.training.features.Rows;
import io.poseidon.workbench.training.features.Statistics;
import io.poseidon.workbench.training.metrics.BinaryScores;
import io.poseidon.workbench.training.network.Examples;
import io.poseidon.workbench.training.network.Head;
import io.poseidon.workbench.training.network.Kernel;
import io.poseidon.workbench.training.network.Trainer;
import io.poseidon.workbench.training.network.Weights;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.round.ModelState;
import io.poseidon.workbench.training.round.Reason;
import io.poseidon.workbench.training.round.Reply;
import io.poseidon.workbench.training.round.Request.Evaluate;
import io.poseidon.workbench.training.round.Request.Train;
import io.poseidon.workbench.training.round.ShardName;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The rows of one run at one shard, split and encoded, and the work on them.
public final class LocalTraining {

    private final ShardName name;
    private final Plan plan;
    private final Rows rows;
    private final Holdout split;
    private final int minimumCohort;
    private @Nullable Encoded encoded;

    private record Encoded(Encoding encoding, Trainer trainer, Examples training, Examples evaluation) {}

    LocalTraining(ShardName name, Plan plan, Rows rows, Holdout split, int minimumCohort) {
        this.name = name;
        this.plan = plan;
        this.rows = rows;
        this.split = split;
        this.minimumCohort = minimumCohort;
    }

    Statistics statistics() {
        var features = plan.features();
        return Statistics.of(rows, split.training(), features.numeric(), features.open(), minimumCohort);
    }

    /// Local epochs from the weights given, in an order drawn from seed, round and name, so that a run repeats exactly.
    Reply train(Train request) {
        var start = request.model();
        if (!fits(start)) {
            return new Reply.Failed(Reason.FAILED);
        }
        var data = encoded(start.encoding());
        var weights = start.weights().values();
        var random = new SplittableRandom(seed(request.round()));
        var order = IntStream.range(0, data.training().size()).toArray();
        var strategy = plan.strategy();
        double loss = 0;
        for (int epoch = 0; epoch < strategy.localEpochs(); epoch++) {
            shuffle(order, random);
            loss = data.trainer()
                    .epoch(weights, data.training(), order, strategy.batch(), (float) strategy.learningRate());
        }
        var trained = new Weights(weights);
        if (!trained.isFinite() || !Double.isFinite(loss)) {
            return new Reply.Failed(Reason.DIVERGED);
        }
        return new Reply.Update(request.round(), start.digest(), trained.minus(start.weights()), order.length, loss);
    }

    Reply evaluate(Evaluate request) {
        if (!fits(request.model())) {
            return new Reply.Failed(Reason.FAILED);
        }
        var data = encoded(request.model().encoding());
        var scores = score(data.trainer(), request.model().weights(), data.evaluation());
        return new Reply.Evaluated(request.round(), request.model().digest(), scores);
    }

    public static BinaryScores score(Trainer trainer, Weights weights, Examples examples) {
        var scores = new BinaryScores();
        var values = weights.values();
        for (int row = 0; row < examples.size(); row++) {
            float probability = trainer.predict(values, examples, row)[0];
            boolean positive = examples.labels()[row] > 0.5f;
            scores.add(probability, positive, Head.logLoss(positive ? probability : 1 - probability));
        }
        return scores;
    }

    private boolean fits(ModelState model) {
        var columns = model.encoding().inputs().stream().map(input -> input.column());
        return columns.toList().equals(plan.features().columns().toList())
                && model.weights().size() == plan.network(model.encoding()).size()
                && model.weights().isFinite();
    }

    private Encoded encoded(Encoding encoding) {
        var known = encoded;
        if (known == null || !known.encoding().equals(encoding)) {
            known = new Encoded(
                    encoding,
                    new Trainer(plan.network(encoding), Kernel.fastest()),
                    examples(encoding, split.training()),
                    examples(encoding, split.evaluation()));
            encoded = known;
        }
        return known;
    }

    private Examples examples(Encoding encoding, int[] chosen) {
        return plan.examples(encoding, rows, chosen);
    }

    private long seed(int round) {
        return new SplittableRandom(plan.seed() + 0x9E3779B97F4A7C15L * round).nextLong()
                ^ ((long) name.value().hashCode() << 32);
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int row = order[i];
            order[i] = order[other];
            order[other] = row;
        }
    }
}
