package io.poseidon.workbench.policy.decide;

import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.decide.Stars.Item;
import io.poseidon.workbench.policy.decide.scope.Functions;
import io.poseidon.workbench.policy.decide.scope.Nature;
import io.poseidon.workbench.policy.decide.scope.Review;
import io.poseidon.workbench.policy.decide.scope.Scope;
import io.poseidon.workbench.policy.tree.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Replaces the names that a SELECT gives to its outputs by what they stand for.
final class Names {

    /// Which of two meanings of a name counts.
    enum Preference {
        COLUMN_FIRST,
        ALIAS_FIRST
    }

    private record Named(Expression expression, int size) {}

    private final Review review;
    private final Scope scope;
    private final Map<String, Named> aliases = new HashMap<>();

    Names(Review review, Scope scope) {
        this.review = review;
        this.scope = scope;
    }

    /// Gives a name to an expression whose own names were replaced already; the first of two equal names counts.
    void define(String name, Expression expression) {
        aliases.putIfAbsent(name.toLowerCase(Locale.ROOT), new Named(expression, size(expression)));
    }

    /// What a SELECT puts out, with all names replaced; each of them can be named from the next on.
    List<Item> outputs(List<Item> items) {
        var outputs = new ArrayList<Item>();
        for (var item : items) {
            var expression = replace(item.expression(), Preference.COLUMN_FIRST);
            outputs.add(new Item(item.name(), expression));
            if (!item.expression().alias().isEmpty()) {
                define(item.expression().alias(), expression);
            }
        }
        return outputs;
    }

    Expression replace(Expression expression, Preference preference) {
        if (expression instanceof Expression.Column column) {
            return stands(column, preference)
                    .<Expression>map(named -> named.expression())
                    .orElse(expression);
        }
        var children = expression.children();
        if (children.isEmpty()) {
            return expression;
        }
        return expression.with(
                children.stream().map(child -> replace(child, preference)).toList());
    }

    List<Expression> replaceAll(List<Expression> expressions, Preference preference) {
        return expressions.stream()
                .map(expression -> replace(expression, preference))
                .toList();
    }

    private Optional<Named> stands(Expression.Column column, Preference preference) {
        if (column.path().size() != 1) {
            return Optional.empty();
        }
        var named = aliases.get(column.name().toLowerCase(Locale.ROOT));
        if (named == null
                || (preference == Preference.COLUMN_FIRST
                        && scope.findHere(column).isPresent())) {
            return Optional.empty();
        }
        return review.grow(named.size(), column.place())
                ? Optional.of(named)
                : Optional.of(new Named(
                        new Expression.Constant(column.mark(), Expression.Constant.Kind.NULL_LITERAL, ""), 1));
    }

    static int size(Expression expression) {
        return 1 + expression.children().stream().mapToInt(Names::size).sum();
    }

    /// A column nobody has: why it is refused.
    static Nature unknown(Review review, Expression.Column column) {
        var name = column.name().toLowerCase(Locale.ROOT);
        var rule = Rule.COLUMN;
        if (name.equals("rowid")) {
            rule = Rule.ROWID;
        } else if (column.path().size() == 1 && Functions.isNondeterministic(name)) {
            rule = Rule.NONDETERMINISM;
        } else if (column.path().size() == 1 && Functions.isSession(name)) {
            rule = Rule.FUNCTION;
        }
        return review.refuse(rule, column.place(), String.join(".", column.path()));
    }
}
