package io.poseidon.workbench.policy.repair;

import io.poseidon.workbench.policy.Decision.Change;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.Table.Aggregate;
import io.poseidon.workbench.policy.decide.scope.Functions;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Expression.Call;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which allowed aggregate comes nearest to one that is not.
record Substitutes(Call by, Change change, String subject) {

    private static final Set<String> COUNTS =
            Set.of("count", "count_star", "count_if", "countif", "approx_count_distinct");
    private static final Set<String> SUMS = Set.of("sum", "fsum", "kahan_sum", "sumkahan", "product");

    static boolean isAggregate(Call call) {
        return Functions.isSummary(call.name());
    }

    static boolean hasAggregate(Expression expression) {
        return (expression instanceof Call call && isAggregate(call))
                || expression.children().stream().anyMatch(Substitutes::hasAggregate);
    }

    static Substitutes of(Call call, Optional<Table.Rows> table) {
        var columns = columns(call)
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .toList();
        var measure = table.stream()
                .flatMap(rows -> columns.stream().filter(rows.measures()::containsKey))
                .findFirst();
        if (measure.isPresent() && !COUNTS.contains(call.name())) {
            var total = total(call, measure.get(), table.get());
            if (total.isPresent()) {
                return total.get();
            }
        }
        var identity = table.map(Table.Rows::identity).filter(columns::contains);
        if (identity.isPresent() && table.get().aggregates().contains(Aggregate.COUNT_DISTINCT_IDENTITY)) {
            return new Substitutes(
                    people(call.mark(), column(call, identity.get())), Change.PEOPLE_INSTEAD, identity.get());
        }
        boolean rows = table.filter(found -> !found.aggregates().contains(Aggregate.COUNT))
                .isEmpty();
        return rows
                ? new Substitutes(Call.of(call.mark(), "count_star"), Change.ROWS_INSTEAD, "")
                : new Substitutes(count(call.mark(), table.get()), Change.PEOPLE_INSTEAD, "");
    }

    /// The sum for a sum and where there is no mean; otherwise the mean.
    private static Optional<Substitutes> total(Call call, String measure, Table.Rows table) {
        boolean sum = table.aggregates().contains(Aggregate.SUM);
        boolean mean = table.aggregates().contains(Aggregate.AVG);
        if (!sum && !mean) {
            return Optional.empty();
        }
        boolean asSum = sum && (SUMS.contains(call.name()) || !mean);
        return Optional.of(new Substitutes(
                Call.of(call.mark(), asSum ? "sum" : "avg", column(call, measure)),
                asSum ? Change.TOTAL_INSTEAD : Change.MEAN_INSTEAD,
                measure));
    }

    /// How many rows, or how many people where rows may not be counted.
    static Call count(Expression.Mark mark, Table.Rows table) {
        return table.aggregates().contains(Aggregate.COUNT)
                        || !table.aggregates().contains(Aggregate.COUNT_DISTINCT_IDENTITY)
                ? Call.of(mark, "count_star")
                : people(mark, Expression.Column.of(table.identity()));
    }

    /// How many people.
    static Call people(Table.Rows table) {
        return people(Expression.Mark.NONE, Expression.Column.of(table.identity()));
    }

    private static Call people(Expression.Mark mark, Expression identity) {
        return new Call(mark, "", "count", List.of(""), List.of(identity), true, Optional.empty(), List.of());
    }

    Expression apply(Draft draft) {
        draft.note(change, subject);
        return by;
    }

    private static Expression column(Call call, String name) {
        return columns(call)
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Expression.Column> columns(Expression expression) {
        return expression instanceof Expression.Column column
                ? Stream.of(column)
                : expression.children().stream().flatMap(Substitutes::columns);
    }
}
