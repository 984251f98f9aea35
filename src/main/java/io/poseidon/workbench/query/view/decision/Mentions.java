package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.policy.tree.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// The names of columns and functions in a query, inner queries included, in the order they are met.
public final class Mentions {

    private final SequencedSet<String> columns = new LinkedHashSet<>();
    private final SequencedSet<String> functions = new LinkedHashSet<>();

    private final List<Expression.Star> stars = new ArrayList<>();

    private Mentions() {}

    public static Mentions in(Query query) {
        var mentions = new Mentions();
        mentions.query(query);
        return mentions;
    }

    /// Names given inside the query (an alias that ORDER BY uses) are among them.
    public List<String> columns() {
        return List.copyOf(columns);
    }

    /// Whether a column of what is read is named, or meant by a `*`.
    public boolean mean(String column) {
        return columns.stream().anyMatch(column::equalsIgnoreCase)
                || stars.stream().anyMatch(star -> star.exclude().stream().noneMatch(column::equalsIgnoreCase));
    }

    /// Without operators.
    public List<String> functions() {
        return List.copyOf(functions);
    }

    private void query(Query query) {
        query.ctes().forEach(cte -> query(cte.query()));
        switch (query) {
            case Query.Select select -> select(select);
            case Query.SetOperation operation -> operation.parts().forEach(this::query);
            case Query.Recursive recursive -> {
                query(recursive.start());
                query(recursive.step());
            }
        }
        query.tail().orders().forEach(order -> expression(order.by()));
    }

    private void select(Query.Select select) {
        select.columns().forEach(this::expression);
        source(select.from());
        select.where().ifPresent(this::expression);
        select.grouping().by().forEach(this::expression);
        select.having().ifPresent(this::expression);
        select.qualify().ifPresent(this::expression);
    }

    private void source(Source source) {
        switch (source) {
            case Source.Join join -> {
                source(join.left());
                source(join.right());
                join.on().ifPresent(this::expression);
                columns.addAll(join.using());
            }
            case Source.Derived derived -> query(derived.query());
            case Source.Pivot pivot -> {
                source(pivot.source());
                pivot.expressions().forEach(this::expression);
            }
            case Source.Function function -> expression(function.call());
            case Source.Values values -> values.rows().forEach(row -> row.forEach(this::expression));
            case Source.Table ignored -> {}
            case Source.Empty ignored -> {}
        }
    }

    private void expression(Expression expression) {
        if (expression instanceof Expression.Column column) {
            columns.add(column.name());
        }
        if (expression instanceof Expression.Call call
                && Character.isLetter(call.name().codePointAt(0))) {
            functions.add(call.name().equals("count_star") ? "count" : call.name());
        }
        if (expression instanceof Expression.Star star) {
            stars.add(star);
        }
        if (expression instanceof Expression.Subquery subquery) {
            query(subquery.query());
        }
        expression.children().forEach(this::expression);
    }
}
