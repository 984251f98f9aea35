package io.poseidon.workbench.policy;

import io.poseidon.workbench.policy.Table.JoinTerm;
import io.poseidon.workbench.policy.tree.Expression;
import java.util.List;
import java.util.stream.Stream;

/// One aggregate question over people inside a statement: which declared cells make each group, and which numbers are
/// asked. Every expression is in the columns of the tables themselves: a dimension by its name, a column of an uploaded
/// table as `table.column`.
///
/// Once it is answered its groups and numbers are the columns `g0`, `g1`, … and `n0`, `n1`, … of a table called
/// [#name], from which the rest of the statement is computed.
public record Question(
        String name,
        Table.Rows table,
        List<JoinTerm> joins,
        List<Expression> filters,
        List<Expression> groups,
        List<Number> numbers) {

    public Question {
        joins = List.copyOf(joins);
        filters = List.copyOf(filters);
        groups = List.copyOf(groups);
        numbers = List.copyOf(numbers);
    }

    /// A number asked for every group; `column` is the measure, or the column of an uploaded table, or empty.
    public record Number(Kind kind, String column) {
        public enum Kind {
            COUNT,
            COUNT_DISTINCT_IDENTITY,
            SUM,
            AVG,
            /// Over the declared cells of a group, never over people: public.
            SUM_DISTINCT_OWN
        }
    }

    /// Whether a person has one value of an expression over dimensions: all it names is static, or told of a static
    /// value or of the person by an uploaded table, which has one line for each.
    public boolean isStatic(Expression expression) {
        return expression instanceof Expression.Column column
                ? isStatic(column)
                : expression.children().stream().allMatch(this::isStatic);
    }

    private boolean isStatic(Expression.Column column) {
        return column.path().size() == 1
                ? isStatic(column.name())
                : joins.stream()
                        .anyMatch(join ->
                                join.with().equalsIgnoreCase(column.path().getFirst()) && isStatic(join.on()));
    }

    private boolean isStatic(String name) {
        return name.equalsIgnoreCase(table.identity())
                || table.dimensions().containsKey(name)
                        && table.dimensions().get(name).isStatic();
    }

    /// One group over everything that is declared: nothing can be missing from it by choice.
    public boolean isWhole() {
        return joins.isEmpty()
                && Stream.concat(filters.stream(), groups.stream()).noneMatch(Expression::namesColumn);
    }
}
