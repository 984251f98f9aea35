package io.poseidon.workbench.query.upload;

import java.util.List;
import java.util.Optional;

/// What decides about a question with joined tables and depends on what was uploaded: counts, never a value.
///
/// @param repeated the joined tables whose key stands twice
/// @param listed of the people that are uploaded, where a table is joined on the person
public record JoinFacts(List<String> repeated, Optional<Listed> listed) {

    /// Of a question that joins nothing.
    public static final JoinFacts NONE = new JoinFacts(List.of(), Optional.empty());

    public JoinFacts {
        repeated = List.copyOf(repeated);
    }

    /// How many people stand in all tables that are joined on the person, how many kinds of them the question tells
    /// apart, and of each column that it names the fewest people that one of its values covers.
    public record Listed(long people, long kinds, List<Covered> columns) {
        public Listed {
            columns = List.copyOf(columns);
        }
    }

    /// `column` is written `table.column`.
    public record Covered(String column, long fewest) {}
}
