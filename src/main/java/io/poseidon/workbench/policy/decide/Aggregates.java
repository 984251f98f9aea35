package io.poseidon.workbench.policy.decide;

import io.poseidon.workbench.policy.Question.Number;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.Table.Aggregate;
import io.poseidon.workbench.policy.decide.scope.Base;
import io.poseidon.workbench.policy.decide.scope.Functions;
import io.poseidon.workbench.policy.decide.scope.Nature;
import io.poseidon.workbench.policy.decide.scope.Nature.Dimensional;
import io.poseidon.workbench.policy.decide.scope.Review;
import io.poseidon.workbench.policy.decide.scope.Scope;
import io.poseidon.workbench.policy.tree.Condition;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Expression.Constant;
import io.poseidon.workbench.policy.tree.Window;
import java.util.Optional;

/// Which aggregates over people are allowed: counts of rows, counts of people, sums and means of a bare measure.
final class Aggregates {

    private final Review review;
    private final Base base;
    private final Scope scope;

    Aggregates(Review review, Base base, Scope scope) {
        this.review = review;
        this.base = base;
        this.scope = scope;
    }

    /// The number asked for, or empty with the reasons noted.
    Optional<Number> check(Expression.Call call) {
        boolean plain = call.filter().isEmpty() && call.orders().isEmpty();
        if (!plain) {
            review.refuse(Rule.NESTED_EXPR, call.place(), call.name());
        }
        var number = call.qualifier().isEmpty() ? number(call) : refused(call, Rule.FUNCTION);
        inside(call);
        return plain ? number : Optional.empty();
    }

    private Optional<Number> number(Expression.Call call) {
        return switch (Functions.canonical(call.name())) {
            case "count_star" -> counted(call);
            case "count" -> count(call);
            case "sum" -> total(call, Aggregate.SUM, Number.Kind.SUM);
            case "avg" -> total(call, Aggregate.AVG, Number.Kind.AVG);
            default -> {
                if (!bareColumns(call)) {
                    review.refuse(Rule.NESTED_EXPR, call.place(), call.name());
                }
                yield refused(call, Rule.FUNCTION);
            }
        };
    }

    private Optional<Number> counted(Expression.Call call) {
        return allowed(call, Aggregate.COUNT, new Number(Number.Kind.COUNT, ""));
    }

    private Optional<Number> count(Expression.Call call) {
        if (call.arguments().isEmpty() && !call.distinct()) {
            return counted(call);
        }
        if (call.arguments().size() != 1) {
            return refused(call, Rule.FUNCTION);
        }
        var argument = call.arguments().getFirst();
        if (argument instanceof Constant constant && !call.distinct()) {
            return constant.kind() == Constant.Kind.NULL_LITERAL ? refused(call, Rule.FUNCTION) : counted(call);
        }
        if (!(argument instanceof Expression.Column column)) {
            return refused(call, Rule.NESTED_EXPR);
        }
        if (call.distinct() && scope.findHere(column).orElse(Nature.FREE) instanceof Nature.Identity) {
            return allowed(
                    call, Aggregate.COUNT_DISTINCT_IDENTITY, new Number(Number.Kind.COUNT_DISTINCT_IDENTITY, ""));
        }
        return refused(call, Rule.FUNCTION);
    }

    private Optional<Number> total(Expression.Call call, Aggregate aggregate, Number.Kind kind) {
        if (call.arguments().size() != 1 || !(call.arguments().getFirst() instanceof Expression.Column column)) {
            return refused(call, Rule.NESTED_EXPR);
        }
        var nature = scope.findHere(column).orElse(Nature.BROKEN);
        if (nature instanceof Nature.Measure measure) {
            return call.distinct()
                    ? refused(call, Rule.FUNCTION)
                    : allowed(call, aggregate, new Number(kind, measure.column()));
        }
        if (nature instanceof Dimensional dimensional) {
            return ofUpload(call, dimensional);
        }
        return nature instanceof Nature.Broken ? Optional.empty() : refused(call, Rule.NESTED_EXPR, Rule.FUNCTION);
    }

    /// The sum of the different values of an uploaded column over the declared cells of a group: public.
    private Optional<Number> ofUpload(Expression.Call call, Dimensional dimensional) {
        var column = dimensional.columns().stream().findFirst().orElse("");
        boolean uploaded = dimensional.bare() && column.contains(".");
        if (!uploaded) {
            return refused(call, Rule.NESTED_EXPR, Rule.FUNCTION);
        }
        return call.distinct() && Functions.canonical(call.name()).equals("sum") && isUploadedNumber(column)
                ? Optional.of(new Number(Number.Kind.SUM_DISTINCT_OWN, column))
                : refused(call, Rule.FUNCTION);
    }

    private boolean isUploadedNumber(String column) {
        var path = column.split("\\.", 2);
        return review.policy()
                .table(path[0])
                .map(table -> table.columns().get(path[1]))
                .filter(Types::isNumber)
                .isPresent();
    }

    private Optional<Number> allowed(Expression.Call call, Aggregate aggregate, Number number) {
        return base.table().aggregates().contains(aggregate) ? Optional.of(number) : refused(call, Rule.FUNCTION);
    }

    private Optional<Number> refused(Expression.Call call, Rule... rules) {
        for (var rule : rules) {
            review.refuse(rule, call.place(), call.name());
        }
        return Optional.empty();
    }

    private static boolean bareColumns(Expression.Call call) {
        return call.arguments().stream()
                .allMatch(argument -> argument instanceof Expression.Column || argument instanceof Constant);
    }

    /// Every further reason inside the arguments and the filter.
    private void inside(Expression.Call call) {
        call.children().forEach(child -> walk(child, child instanceof Expression.Column));
    }

    private void walk(Expression expression, boolean bare) {
        switch (expression) {
            case Expression.Column column -> column(column, bare);
            case Expression.Call inner -> function(inner);
            case Expression.Cast cast -> review.refuse(Rule.ERROR_CHANNEL, cast.place(), cast.type());
            case Window window ->
                review.refuse(Rule.WINDOW, window.place(), window.call().name());
            case Expression.Subquery subquery -> review.refuse(Rule.SUBQUERY, subquery.place(), "");
            case Expression.Constant _,
                    Condition.Comparison _,
                    Condition.Conjunction _,
                    Condition.Between _,
                    Condition.Operation _,
                    Condition.Case _,
                    Expression.Collate _,
                    Expression.Lambda _,
                    Expression.Star _,
                    Expression.Positional _ -> {}
        }
        expression.children().forEach(child -> walk(child, false));
    }

    private void column(Expression.Column column, boolean bare) {
        var found = scope.findHere(column);
        if (found.isEmpty()) {
            Names.unknown(review, column);
            return;
        }
        switch (found.get()) {
            case Nature.Identity identity
            when !bare -> review.refuse(Rule.IDENTITY_LITERAL, column.place(), column.name());
            case Nature.OwnNumber number -> review.refuse(Rule.COLUMN, column.place(), number.column());
            case Nature.Unfit unfit -> review.refuse(unfit.rule(), column.place(), column.name());
            case Nature.Free _,
                    Nature.Broken _,
                    Nature.Identity _,
                    Nature.Measure _,
                    Nature.Dimensional _,
                    Nature.OwnColumn _,
                    Nature.People _,
                    Nature.CellDimension _,
                    Nature.CellNumber _,
                    Nature.Ratio _ -> {}
        }
    }

    private void function(Expression.Call call) {
        var name = call.name();
        if (Functions.isRaising(name) || name.equals("/") || name.equals("//") || name.equals("%")) {
            review.refuse(Rule.ERROR_CHANNEL, call.place(), name);
        } else if (Functions.isNondeterministic(name)) {
            review.refuse(Rule.NONDETERMINISM, call.place(), name);
        } else if (!Functions.isScalar(name) || Functions.isAggregate(name)) {
            review.refuse(Rule.FUNCTION, call.place(), name);
        }
    }
}
