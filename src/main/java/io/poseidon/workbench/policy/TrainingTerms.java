package io.poseidon.workbench.policy;

import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Table.Training;
import java.util.List;

/// Reads the training section of a table.
final class TrainingTerms {

    private TrainingTerms() {}

    static Training read(Document document) {
        document.onlyKeys("labels", "features", "models", "clip", "leastNoise", "rounds", "minimumShards", "buyers");
        return new Training(
                document.required("labels").texts(),
                document.required("features").texts(),
                document.required("models").texts(),
                document.optional("clip").map(PolicyReader::loss).orElse(Rational.ONE),
                document.optional("leastNoise").map(PolicyReader::loss).orElse(Rational.ONE),
                PolicyReader.positive(document.required("rounds")),
                PolicyReader.positive(document.required("minimumShards")),
                document.optional("buyers").map(Document::texts).orElse(List.of()));
    }
}
