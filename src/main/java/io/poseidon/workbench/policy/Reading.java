package io.poseidon.workbench.policy;

import io.poseidon.workbench.policy.Decision.Caution;
import io.poseidon.workbench.policy.tree.Query;
import java.util.List;
import java.util.Set;

/// A statement as the decision understood it: the tables it names and the questions over people in it.
///
/// @param notes what could be misread in what is computed from released numbers; it changes no verdict
public record Reading(Query query, Set<String> tables, List<Question> questions, List<Caution> notes) {
    public Reading {
        notes = List.copyOf(notes);
        tables = Set.copyOf(tables);
        questions = List.copyOf(questions);
    }
}
