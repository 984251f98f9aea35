package io.poseidon.workbench.query.completion;

import io.poseidon.workbench.model.ColumnType;
import java.util.List;

/// A column that can be named in a question: what it is to the policy, and the values that can be compared with it.
/// `summable` is a number of an upload joined with people on a dimension, of which there may be `sum(DISTINCT …)`.
record Known(String name, Role role, ColumnType type, List<String> values, String detail, boolean summable) {

    enum Role {
        /// Of people: may be shown, grouped and filtered by.
        DIMENSION,
        /// Of people: may be shown and grouped by, not compared.
        UNCOMPARED,
        MEASURE,
        IDENTITY,
        /// Of cells, uploads or released numbers: anything may be done with it.
        FREE
    }

    Known {
        values = List.copyOf(values);
    }

    static Known free(String name, ColumnType type, List<String> values, String detail) {
        return new Known(name, Role.FREE, type, values, detail, false);
    }

    Known named(String other) {
        return new Known(other, role, type, values, detail, summable);
    }

    boolean isPublic() {
        return role == Role.DIMENSION || role == Role.UNCOMPARED;
    }
}
