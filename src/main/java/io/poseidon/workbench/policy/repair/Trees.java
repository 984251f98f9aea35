package io.poseidon.workbench.policy.repair;

import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.policy.tree.Query.Cte;
import io.poseidon.workbench.policy.tree.Query.Select;
import io.poseidon.workbench.policy.tree.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Changes trees all the way down.
final class Trees {

    private Trees() {}

    /// Every SELECT in it, inner ones first.
    static Query selects(Query query, UnaryOperator<Select> change) {
        var ctes = query.ctes().stream()
                .map(cte -> new Cte(cte.name(), cte.names(), selects(cte.query(), change), cte.keyed()))
                .toList();
        return switch (query) {
            case Select select -> change.apply(inner(select, ctes, source(select.from(), change)));
            case Query.SetOperation operation ->
                new Query.SetOperation(
                        ctes,
                        operation.kind(),
                        operation.all(),
                        operation.parts().stream()
                                .map(part -> selects(part, change))
                                .toList(),
                        operation.tail());
            case Query.Recursive recursive -> recursive;
        };
    }

    private static Source source(Source source, UnaryOperator<Select> change) {
        return switch (source) {
            case Source.Derived derived ->
                new Source.Derived(
                        derived.place(),
                        derived.alias(),
                        derived.sample(),
                        selects(derived.query(), change),
                        derived.names());
            case Source.Join join -> with(join, source(join.left(), change), source(join.right(), change));
            case Source.Table table -> table;
            case Source.Empty empty -> empty;
            case Source.Function function -> function;
            case Source.Values values -> values;
            case Source.Pivot pivot -> pivot;
        };
    }

    /// Every source of one SELECT, joins after their sides.
    static Source sources(Source source, UnaryOperator<Source> change) {
        return change.apply(
                source instanceof Source.Join join
                        ? with(join, sources(join.left(), change), sources(join.right(), change))
                        : source);
    }

    static Source.Join with(Source.Join join, Source left, Source right) {
        return new Source.Join(
                join.place(),
                join.alias(),
                join.sample(),
                left,
                right,
                join.type(),
                join.kind(),
                join.on(),
                join.using(),
                join.implicit());
    }

    static Source.Join on(Source.Join join, Optional<Expression> condition) {
        return new Source.Join(
                join.place(),
                join.alias(),
                join.sample(),
                join.left(),
                join.right(),
                "INNER",
                condition.isPresent() ? "REGULAR" : join.kind(),
                condition,
                join.using(),
                join.implicit());
    }

    static Expression expressions(Expression expression, UnaryOperator<Expression> change) {
        var children = expression.children();
        var changed = children.isEmpty()
                ? expression
                : expression.with(children.stream()
                        .map(child -> expressions(child, change))
                        .toList());
        return change.apply(changed);
    }

    /// Whether the first stretch of text lies around the second.
    static boolean covers(Place outer, Place inner) {
        return outer.length() > 0
                && outer.start() <= inner.start()
                && inner.start() + inner.length() <= outer.start() + outer.length();
    }

    private static Select inner(Select select, List<Cte> ctes, Source from) {
        return new Select(
                ctes,
                select.columns(),
                select.names(),
                from,
                select.where(),
                select.grouping(),
                select.having(),
                select.qualify(),
                select.sample(),
                select.tail());
    }
}
