package io.poseidon.workbench.query.interval.bound;

import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Query.Select;
import io.poseidon.workbench.policy.tree.Source;
import java.util.ArrayList;
import java.util.List;

/// One SELECT of a chain; `path` is its place in the engine's tree, from the outermost one.
record Layer(Select select, String path) {

    /// Whether its groups, where it has any, are of one grouping, and no row is left out for being like another.
    boolean isPlain() {
        return select.grouping().isPlain()
                && select.sample().isEmpty()
                && select.from().sample().isEmpty()
                && select.tail().distinct().isEmpty();
    }

    /// Whether a further column in what it reads changes nothing here, and every row comes from one of there.
    boolean canBeWidened() {
        return select.columns().stream().allMatch(column -> isPlainStar(column) || isTame(column))
                && beside().stream().allMatch(Layer::isTame);
    }

    boolean isGrouped() {
        return select.grouping().isPresent() || select.having().isPresent();
    }

    /// The name by which what it reads can be called as a whole.
    String alias() {
        var from = select.from();
        return from.alias().isEmpty() && from instanceof Source.Table table ? table.name() : from.alias();
    }

    /// Every expression of it, in any order.
    List<Expression> expressions() {
        var all = new ArrayList<>(select.columns());
        all.addAll(beside());
        return all;
    }

    /// Those that are no outputs.
    private List<Expression> beside() {
        var all = new ArrayList<>(select.grouping().by());
        select.where().ifPresent(all::add);
        select.having().ifPresent(all::add);
        select.qualify().ifPresent(all::add);
        select.tail().orders().forEach(order -> all.add(order.by()));
        select.tail().limit().ifPresent(all::add);
        select.tail().offset().ifPresent(all::add);
        return all;
    }

    static boolean isPlainStar(Expression expression) {
        return expression instanceof Expression.Star star
                && star.exclude().isEmpty()
                && star.replace().isEmpty()
                && star.rename().isEmpty()
                && !star.columns()
                && star.pattern().isEmpty();
    }

    /// UNNEST makes several rows of one; a star, and an inner query, may see the further column.
    private static boolean isTame(Expression expression) {
        boolean wild = expression instanceof Expression.Subquery
                || expression instanceof Expression.Star
                || expression instanceof Expression.Positional
                || expression instanceof Expression.Call call && call.name().equals("unnest");
        return !wild && expression.children().stream().allMatch(Layer::isTame);
    }
}
