package io.poseidon.workbench.query.rows.question;

import io.poseidon.workbench.policy.Budget;
import io.poseidon.workbench.policy.Reading;
import io.poseidon.workbench.query.upload.Uploads;
import java.util.ArrayList;
import java.util.List;

/// What a statement will be told: its questions, their meaning and the vectors each needs.
public record Plan(Reading reading, List<Grouping> groupings, Budget budget, Uploads uploads) {

    public Plan {
        groupings = List.copyOf(groupings);
    }

    public List<Vector> vectorsOf(int index) {
        return Vector.of(groupings.get(index), budget.perNumber());
    }

    public List<Vector> vectors() {
        var all = new ArrayList<Vector>();
        for (int i = 0; i < groupings.size(); i++) {
            all.addAll(vectorsOf(i));
        }
        return all;
    }

    public String digest() {
        return Digests.ofAll(vectors().stream().map(Vector::digest).sorted().toList());
    }
}
