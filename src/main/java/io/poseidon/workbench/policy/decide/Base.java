package io.poseidon.workbench.policy.decide;

import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.Table.JoinTerm;
import io.poseidon.workbench.policy.tree.Expression;
import java.util.ArrayList;
import java.util.List;

/// The people behind a relation: their table, what it is joined with, and the public conditions so far (each in the
/// columns of the tables themselves; conditions without a column are left out).
record Base(Table.Rows table, List<JoinTerm> joins, List<Expression> filters) {
    Base {
        joins = List.copyOf(joins);
        filters = List.copyOf(filters);
    }

    static Base of(Table.Rows table) {
        return new Base(table, List.of(), List.of());
    }

    Base filtered(List<Expression> more) {
        var all = new ArrayList<>(filters);
        all.addAll(more);
        return new Base(table, joins, all);
    }

    Base joined(JoinTerm term) {
        var all = new ArrayList<>(joins);
        all.add(term);
        return new Base(table, all, filters);
    }
}
