package io.poseidon.workbench.query.rows.question;

import io.poseidon.workbench.policy.Budget;
import io.poseidon.workbench.policy.Reading;
import io.poseidon.workbench.query.upload.Uploads;
import java.util.List;

/// What a statement will be told: its questions, their meaning and the vectors each needs.
public record Plan(
        Reading reading, List<Grouping> groupings, List<List<Vector>> vectorsOfEach, Budget budget, Uploads uploads) {

    public Plan {
        groupings = List.copyOf(groupings);
        vectorsOfEach = List.copyOf(vectorsOfEach);
    }

    public static Plan of(Reading reading, List<Grouping> groupings, Budget budget, Uploads uploads) {
        var vectors = groupings.stream()
                .map(grouping -> Vector.of(grouping, budget.perNumber()))
                .toList();
        return new Plan(reading, groupings, vectors, budget, uploads);
    }

    public List<Vector> vectorsOf(int index) {
        return vectorsOfEach.get(index);
    }

    public List<Vector> vectors() {
        return vectorsOfEach.stream().flatMap(List::stream).toList();
    }

    public String digest() {
        return Digests.ofAll(vectors().stream().map(Vector::digest).sorted().toList());
    }
}
