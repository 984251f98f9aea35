package io.poseidon.workbench.policy.decide.scope;

import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.Table.JoinTerm;
import io.poseidon.workbench.policy.tree.Expression;
import java.util.ArrayList;
import java.util.List;

/// The people behind a relation: their table, what it is joined with, and the public conditions so far (each in the
/// columns of the tables themselves; conditions without a column are left out).
public record Base(Table.Rows table, List<JoinTerm> joins, List<Expression> filters) {
    public Base {
        joins = List.copyOf(joins);
        filters = List.copyOf(filters);
    }

    public static Base of(Table.Rows table) {
        return new Base(table, List.of(), List.of());
    }

    public Base filtered(List<Expression> more) {
        var all = new ArrayList<>(filters);
        all.addAll(more);
        return new Base(table, joins, all);
    }

    public Base joined(JoinTerm term) {
        var all = new ArrayList<>(joins);
        all.add(term);
        return new Base(table, all, filters);
    }
}
