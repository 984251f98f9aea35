package io.poseidon.workbench.policy.repair;

import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.policy.Decision.Change;
import io.poseidon.workbench.policy.Decision.Effect;
import io.poseidon.workbench.policy.Decision.Repair;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.tree.Condition;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.policy.tree.Source;
import io.poseidon.workbench.policy.tree.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Coarser questions next to one that is allowed: one dimension rolled up, neighbouring values put together, one
/// condition or one number less. Each is decided; one that may not run is not offered.
public final class Nearby {

    private static final int FEWEST_VALUES = 3;

    private final PolicyDocument policy;
    private final Function<Query, Decision> decide;

    public Nearby(PolicyDocument policy, Function<Query, Decision> decide) {
        this.policy = policy;
        this.decide = decide;
    }

    /// `declared` holds values of dimensions, by name, that the policy itself does not declare.
    public List<Repair> of(Query query, Map<String, List<String>> declared) {
        if (!(query instanceof Query.Select select)) {
            return List.of();
        }
        var shape = Grouped.of(select);
        var values = values(declared);
        var offers = new ArrayList<Repair>();
        for (int i = 0; i < shape.groups().size(); i++) {
            var group = shape.groups().get(i);
            offer(offers, shape.without(group), Change.DROPS_GROUP, group);
            var known = group instanceof Expression.Column column
                    ? values.getOrDefault(column.name().toLowerCase(Locale.ROOT), List.of())
                    : List.<String>of();
            if (isOrdered(known)) {
                offer(offers, shape.with(group, merged(group, known)), Change.MERGES_BINS, group);
            }
        }
        shape.conditions()
                .forEach(condition ->
                        offer(offers, shape.unconditioned(condition), Change.DROPS_CONDITION, firstColumn(condition)));
        if (shape.numbers().size() > 1) {
            shape.numbers().forEach(number -> offer(offers, shape.without(number), Change.DROPS_OUTPUT, number));
        }
        people(select).ifPresent(count -> offer(offers, shape.only(count), Change.PEOPLE_INSTEAD, count));
        return offers;
    }

    /// The count of people, which every question over people pays for, where it is not all that is asked.
    private Optional<Expression> people(Query.Select select) {
        var named = select.from() instanceof Source.Table table ? policy.table(table.name()) : Optional.<Table>empty();
        return named.filter(table -> table instanceof Table.Rows)
                .map(table -> Substitutes.people((Table.Rows) table))
                .<Expression>map(count -> count)
                .filter(count -> Grouped.of(select).numbers().stream()
                        .anyMatch(number -> !Sql.of(number).equals(Sql.of(count))));
    }

    private void offer(List<Repair> offers, Query.Select changed, Change change, Expression about) {
        if (!changed.columns().isEmpty() && decide.apply(changed).mayRun()) {
            var subject = about instanceof Expression.Column column ? column.name() : Sql.of(about);
            offers.add(new Repair(Sql.of(changed), List.of(new Effect(change, subject))));
        }
    }

    private static Expression firstColumn(Expression condition) {
        return condition.children().stream()
                .filter(Expression::namesColumn)
                .findFirst()
                .<Expression>map(Nearby::firstColumn)
                .orElse(condition);
    }

    private Map<String, List<String>> values(Map<String, List<String>> declared) {
        var values = new HashMap<String, List<String>>();
        declared.forEach((name, list) -> values.put(name.toLowerCase(Locale.ROOT), list));
        policy.tables().values().forEach(table -> {
            if (table instanceof Table.Rows rows) {
                rows.dimensions().forEach((name, dimension) -> values.put(name, dimension.values()));
            }
        });
        return values;
    }

    /// Values that follow each other, as far as one can tell: all begin with a number, in rising order.
    private static boolean isOrdered(List<String> values) {
        var numbers = values.stream()
                .map(value -> value.replaceFirst("^(\\d{1,9}).*$", "$1"))
                .toList();
        return values.size() >= FEWEST_VALUES
                && numbers.stream().allMatch(number -> number.matches("\\d{1,9}"))
                && numbers.stream()
                        .map(Integer::valueOf)
                        .sorted()
                        .distinct()
                        .toList()
                        .equals(numbers.stream().map(Integer::valueOf).toList());
    }

    /// `CASE WHEN age_band IN ('20-29', '30-39') THEN '20-29 … 30-39' … END AS age_band`
    private static Expression merged(Expression group, List<String> values) {
        var when = new ArrayList<Expression>();
        var then = new ArrayList<Expression>();
        boolean numbers = values.stream().allMatch(value -> value.matches("\\d+"));
        for (int i = 0; i < values.size(); i += 2) {
            var pair = values.subList(i, Math.min(i + 2, values.size()));
            var parts = new ArrayList<Expression>();
            parts.add(group.with(group.children()));
            pair.forEach(value -> parts.add(constant(numbers ? ColumnType.INTEGER : ColumnType.TEXT, value)));
            when.add(new Condition.Operation(Expression.Mark.NONE, Condition.Operation.Operator.COMPARE_IN, parts));
            then.add(constant(ColumnType.TEXT, String.join(" … ", pair)));
        }
        var nothing = new Expression.Constant(Expression.Mark.NONE, Expression.Constant.Kind.NULL_LITERAL, "NULL");
        return new Condition.Case(Expression.Mark.NONE, when, then, nothing);
    }

    private static Expression constant(ColumnType type, String text) {
        var kind = type == ColumnType.INTEGER ? Expression.Constant.Kind.INTEGER : Expression.Constant.Kind.STRING;
        return new Expression.Constant(Expression.Mark.NONE, kind, text);
    }
}
