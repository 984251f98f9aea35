package io.poseidon.workbench.training.plan;

import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.training.features.Encoding;
import io.poseidon.workbench.training.features.Rows;
import io.poseidon.workbench.training.network.Examples;
import io.poseidon.workbench.training.network.Head;
import io.poseidon.workbench.training.network.Network;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What is to be trained, on which columns and how: the buyer's plan, as every shard is shown it before it joins.
///
/// In this version the coordinator sees each shard's update: there is no secure sum and no noise, and a plan that asks
/// for either is refused when it is read.
public record Plan(
        String contributor,
        Label label,
        Features features,
        Model model,
        Strategy strategy,
        int rounds,
        Quorum quorum,
        double holdout,
        long seed) {

    /// Reads the YAML strictly: an unknown key, or something this version cannot do, is a problem.
    public static Plan read(Path file) {
        return PlanReader.read(Document.read(file));
    }

    /// `source` names the text in messages.
    public static Plan parse(String source, String text) {
        return PlanReader.read(Document.parse(source, text));
    }

    /// The network this plan trains once the encoding is agreed.
    public Network network(Encoding encoding) {
        var widths = new ArrayList<>(List.of(encoding.width()));
        widths.addAll(model.hidden());
        widths.add(1);
        return new Network(widths, Head.SIGMOID);
    }

    /// The rows given as the network takes them; label 1 where the text is the positive one.
    public Examples examples(Encoding encoding, Rows rows, int[] chosen) {
        var texts = rows.texts(label.column());
        var labels = new float[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            labels[i] = texts[chosen[i]].equals(label.positive()) ? 1 : 0;
        }
        return new Examples(encoding.width(), encoding.encode(rows, chosen), labels);
    }

    /// The column to predict; `positive` is the text of the class whose probability the model gives.
    public record Label(String column, String positive) {}

    /// Raw columns. A category column with no vocabulary gets the categories that the shards count together.
    public record Features(List<String> numeric, Map<String, Optional<List<String>>> categorical) {
        public Features {
            numeric = List.copyOf(numeric);
        }

        public Stream<String> columns() {
            return Stream.concat(numeric.stream(), categorical.keySet().stream());
        }

        /// Category columns whose vocabulary is still to be counted.
        public List<String> open() {
            return categorical.entrySet().stream()
                    .filter(column -> column.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /// `kind` as policies name it; no hidden layers is logistic regression.
    public record Model(String kind, List<Integer> hidden) {
        public Model {
            hidden = List.copyOf(hidden);
        }
    }

    /// Federated averaging (McMahan et al. 2017): each shard trains `localEpochs` passes before it answers.
    public record Strategy(int localEpochs, int batch, double learningRate) {}

    /// A run goes on while at least `shards` and at least `fraction` of the shards that joined are there.
    public record Quorum(int shards, double fraction, Duration roundTimeout) {
        public int needed(int joined) {
            return Math.max(shards, (int) Math.ceil(fraction * joined - 1e-9));
        }
    }
}
