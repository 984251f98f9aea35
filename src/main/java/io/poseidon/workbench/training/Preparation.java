package io.poseidon.workbench.training;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.training.features.Encoding;
import io.poseidon.workbench.training.features.Input;
import io.poseidon.workbench.training.features.Moments;
import io.poseidon.workbench.training.features.Statistics;
import io.poseidon.workbench.training.plan.Plan;
import io.poseidon.workbench.training.round.Reply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// From the shards' joint statistics to the encoding of the run: means and deviations over all training rows, counted
/// vocabularies in order of text.
final class Preparation {

    private static final int LARGEST_VOCABULARY = 1000;

    private Preparation() {}

    static Statistics joint(Collection<Reply> prepared) {
        return prepared.stream()
                .map(reply -> ((Reply.Prepared) reply).statistics())
                .reduce(Statistics.none(), Statistics::plus);
    }

    static Encoding encoding(Plan plan, Statistics joint) {
        var inputs = new ArrayList<Input>();
        for (var column : plan.features().numeric()) {
            var moments = joint.moments().getOrDefault(column, Moments.NONE);
            inputs.add(new Input.Numeric(column, moments.mean(), moments.standardDeviation()));
        }
        plan.features()
                .categorical()
                .forEach((column, given) -> inputs.add(new Input.Categorical(
                        column,
                        given.orElseGet(() -> counted(column, joint.counts().getOrDefault(column, Map.of()))))));
        return new Encoding(inputs);
    }

    private static List<String> counted(String column, Map<String, Long> counts) {
        if (counts.isEmpty()) {
            throw Problem.of(Kind.REMOTE, Preparation.class, "vocabulary-empty", column);
        }
        if (counts.size() > LARGEST_VOCABULARY) {
            throw Problem.of(
                    Kind.REMOTE, Preparation.class, "vocabulary-large", column, counts.size(), LARGEST_VOCABULARY);
        }
        return counts.keySet().stream().sorted().toList();
    }
}
