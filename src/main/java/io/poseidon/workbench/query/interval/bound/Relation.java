package io.poseidon.workbench.query.interval.bound;

import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a SELECT reads, or gives.
///
/// @param apart whether nobody is behind two of its rows
record Relation(List<Output> outputs, boolean apart) {

    /// One column.
    ///
    /// @param bound SQL, for people: at most as many as there are behind the row; empty where none is known
    /// @param upper whether somebody may be counted several times in it
    /// @param fixed whether it is a dimension in which a person has one value
    record Output(String name, Optional<String> bound, boolean upper, boolean fixed) {

        static Output plain(String name, boolean upper) {
            return new Output(name, Optional.empty(), upper, false);
        }

        Output named(String other) {
            return other.isEmpty() ? this : new Output(other, bound, upper, fixed);
        }

        /// The same where it is given as the key of groups: behind each are several rows.
        Output asKey() {
            return new Output(name, Optional.empty(), upper, fixed);
        }

        Output bound(Optional<String> sql) {
            return new Output(name, sql, upper, fixed);
        }
    }

    Relation {
        outputs = List.copyOf(outputs);
    }

    /// The cells themselves: nobody is twice in one.
    static Relation cells(Schema schema, Overlaps overlaps) {
        var outputs = new ArrayList<Output>();
        for (var column : schema.columns()) {
            boolean people = overlaps.people().stream().anyMatch(column.name()::equalsIgnoreCase);
            var bound = people ? Optional.of(Sql.name(column.name())) : Optional.<String>empty();
            outputs.add(new Output(column.name(), bound, false, isFixed(column, schema, overlaps)));
        }
        return new Relation(outputs, overlaps.columns(schema).isEmpty());
    }

    private static boolean isFixed(Column column, Schema schema, Overlaps overlaps) {
        return schema.dimensions().contains(column) && !overlaps.columns(schema).contains(column);
    }

    Optional<Output> find(Expression.Column column) {
        return outputs.stream()
                .filter(output -> output.name().equalsIgnoreCase(column.name()))
                .findFirst();
    }
}
