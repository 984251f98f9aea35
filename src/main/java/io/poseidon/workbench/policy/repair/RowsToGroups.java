package io.poseidon.workbench.policy.repair;

import io.poseidon.workbench.policy.Decision.Change;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.Table.Aggregate;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Expression.Call;
import io.poseidon.workbench.policy.tree.Expression.Column;
import io.poseidon.workbench.policy.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Rows become groups: by the dimensions that are named (all of them where a star is), with the sum of each measure
/// that is named, or how many there are.
final class RowsToGroups {

    private final Table.Rows table;

    RowsToGroups(Table.Rows table) {
        this.table = table;
    }

    boolean mend(Draft draft) {
        var dimensions = new ArrayList<Expression>();
        var numbers = new ArrayList<Expression>();
        for (var output : draft.columns()) {
            if (Substitutes.hasAggregate(output)) {
                numbers.add(output);
            } else if (output instanceof Expression.Star star) {
                dimensions.addAll(all(star, draft.from()));
            } else if (isPublic(output)) {
                dimensions.add(output);
            } else if (output instanceof Column column && table.measures().containsKey(key(column))) {
                total(column).forEach(numbers::add);
            }
        }
        if (numbers.isEmpty()) {
            numbers.add(Substitutes.count(Expression.Mark.NONE, table));
        }
        var outputs = new ArrayList<>(dimensions);
        outputs.addAll(numbers);
        draft.replaceOutputs(outputs.stream().distinct().toList());
        draft.groupAll();
        draft.note(Change.COUNTS_GROUPS, "");
        return true;
    }

    private boolean isPublic(Expression expression) {
        return expression.namesColumn()
                && columns(expression).allMatch(column -> table.dimensions().containsKey(key(column)));
    }

    private static Stream<Column> columns(Expression expression) {
        return expression instanceof Column column
                ? Stream.of(column)
                : expression.children().stream().flatMap(RowsToGroups::columns);
    }

    private static String key(Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    private Stream<Expression> total(Column column) {
        if (table.aggregates().contains(Aggregate.SUM)) {
            return Stream.of(Call.of(column.mark(), "sum", bare(column)));
        }
        return table.aggregates().contains(Aggregate.AVG)
                ? Stream.of(Call.of(column.mark(), "avg", bare(column)))
                : Stream.of();
    }

    private static Column bare(Column column) {
        return new Column(Expression.Mark.NONE, column.path());
    }

    /// A star over the table itself; over something else its columns are not known here.
    private List<Expression> all(Expression.Star star, Source from) {
        boolean plain = from instanceof Source.Table source && source.name().equalsIgnoreCase(table.name());
        if (!plain || star.columns()) {
            return List.of();
        }
        return table.dimensions().keySet().stream()
                .filter(name -> star.exclude().stream().noneMatch(name::equalsIgnoreCase))
                .<Expression>map(Column::of)
                .toList();
    }
}
