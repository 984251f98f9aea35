package io.poseidon.workbench.query.completion;

import java.util.List;
import java.util.Optional;

/// What a FROM names: by which name its columns are reached, and which they are. `table` is the policy's table that
/// is behind it unchanged; `people` tells whether its rows are people.
record Relation(String name, Optional<String> table, boolean people, List<Known> columns) {

    Relation {
        columns = List.copyOf(columns);
    }

    Relation columns(List<Known> others) {
        return new Relation(name, table, people, others);
    }
}
