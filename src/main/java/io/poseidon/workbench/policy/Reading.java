package io.poseidon.workbench.policy;

import io.poseidon.workbench.policy.tree.Query;
import java.util.List;
import java.util.Set;

/// A statement as the decision understood it: the tables it names and the questions over people in it.
public record Reading(Query query, Set<String> tables, List<Question> questions) {
    public Reading {
        tables = Set.copyOf(tables);
        questions = List.copyOf(questions);
    }
}
