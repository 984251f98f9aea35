package io.poseidon.workbench.policy.decide;

import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.decide.scope.Relation;
import io.poseidon.workbench.policy.decide.scope.Relation.Attribute;
import io.poseidon.workbench.policy.decide.scope.Review;
import io.poseidon.workbench.policy.decide.scope.Scope;
import io.poseidon.workbench.policy.tree.Condition;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Expression.Star;
import io.poseidon.workbench.policy.tree.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Writes out `*`, `t.*` and COLUMNS(…) as the columns they stand for.
final class Stars {

    /// An output with its name.
    record Item(String name, Expression expression) {}

    private static final int MOST_COLUMNS = 2_000;

    private final Review review;
    private final Scope scope;

    Stars(Review review, Scope scope) {
        this.review = review;
        this.scope = scope;
    }

    List<Item> expand(List<Expression> columns) {
        var items = new ArrayList<Item>();
        for (var column : columns) {
            if (column instanceof Star star) {
                items.addAll(columns(star));
            } else if (firstStar(column).isPresent()) {
                var star = firstStar(column).get();
                columns(star)
                        .forEach(part -> items.add(new Item(part.name(), replace(column, star, part.expression()))));
            } else {
                items.add(new Item(name(column), column));
            }
            if (items.size() > MOST_COLUMNS) {
                review.refuse(Rule.LIMIT, column.place(), "columns");
                return items.subList(0, MOST_COLUMNS);
            }
        }
        return items;
    }

    /// The name the engine gives to an output that has no alias, as far as others can use it.
    static String name(Expression expression) {
        if (!expression.alias().isEmpty()) {
            return expression.alias();
        }
        return switch (expression) {
            case Expression.Column column -> column.name();
            case Expression.Call call ->
                call.name() + "("
                        + (call.arguments().size() == 1 ? name(call.arguments().getFirst()) : "") + ")";
            case Expression.Constant _,
                    Expression.Cast _,
                    Expression.Collate _,
                    Expression.Lambda _,
                    Expression.Subquery _,
                    Star _,
                    Expression.Positional _,
                    Condition _,
                    Window _ -> "";
        };
    }

    private Optional<Star> firstStar(Expression expression) {
        if (expression instanceof Star star && star.columns()) {
            return Optional.of(star);
        }
        return expression.children().stream()
                .flatMap(child -> firstStar(child).stream())
                .findFirst();
    }

    /// Every COLUMNS of one expression stands for the same column at a time.
    private static Expression replace(Expression in, Star star, Expression by) {
        if (in instanceof Star other && other.columns()) {
            return by;
        }
        var children = in.children();
        return children.isEmpty()
                ? in
                : in.with(
                        children.stream().map(child -> replace(child, star, by)).toList());
    }

    private List<Item> columns(Star star) {
        var items = new ArrayList<Item>();
        var excluded = new HashSet<String>();
        star.exclude().forEach(name -> excluded.add(name.toLowerCase(Locale.ROOT)));
        var seen = new HashSet<String>();
        for (var relation : scope.relations()) {
            if (!star.relation().isEmpty() && !relation.alias().equalsIgnoreCase(star.relation())) {
                continue;
            }
            for (var attribute : relation.attributes()) {
                var key = attribute.name().toLowerCase(Locale.ROOT);
                if (!excluded.contains(key) && matches(star, attribute) && seen.add(relation.alias() + "." + key)) {
                    items.add(item(star, relation, attribute));
                }
            }
        }
        if (items.isEmpty() && scope.relations().stream().noneMatch(Relation::open)) {
            review.refuse(Rule.COLUMN, star.place(), star.relation() + "*");
        }
        return items;
    }

    private Item item(Star star, Relation relation, Attribute attribute) {
        for (var replacement : star.replace()) {
            if (attribute.isNamed(replacement.name())) {
                return new Item(attribute.name(), replacement.by());
            }
        }
        var name = star.rename().stream()
                .filter(renaming -> attribute.isNamed(renaming.from()))
                .map(Star.Renaming::to)
                .findFirst()
                .orElse(attribute.name());
        var path = relation.alias().isEmpty() ? List.of(attribute.name()) : List.of(relation.alias(), attribute.name());
        return new Item(name, new Expression.Column(new Expression.Mark(star.place(), ""), path));
    }

    /// A pattern that is no text or list of texts matches everything over cells, and nothing over people.
    private boolean matches(Star star, Attribute attribute) {
        if (star.pattern().isEmpty()) {
            return true;
        }
        return switch (star.pattern().get()) {
            case Expression.Constant constant -> finds(star, constant.text(), attribute.name());
            case Expression.Column column -> attribute.isNamed(column.name());
            case Star inner -> true;
            case Expression.Call call
            when call.name().equals("list_value")
                    && call.arguments().stream().allMatch(part -> part instanceof Expression.Constant) ->
                call.arguments().stream().anyMatch(part -> attribute.isNamed(((Expression.Constant) part).text()));
            case Expression.Call _,
                    Expression.Cast _,
                    Expression.Collate _,
                    Expression.Lambda _,
                    Expression.Subquery _,
                    Expression.Positional _,
                    Condition _,
                    Window _ -> everything(star);
        };
    }

    private boolean everything(Star star) {
        if (scope.isRaw()) {
            review.refuse(Rule.COLUMN, star.place(), "COLUMNS");
        }
        return true;
    }

    private boolean finds(Star star, String pattern, String name) {
        if (pattern.length() > 200) {
            review.refuse(Rule.LIMIT, star.place(), "COLUMNS");
            return true;
        }
        try {
            return Pattern.compile(pattern).matcher(name).find();
        } catch (PatternSyntaxException e) {
            review.refuse(Rule.COLUMN, star.place(), pattern);
            return true;
        }
    }
}
