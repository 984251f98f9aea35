package io.poseidon.workbench.policy.decide;

import io.poseidon.workbench.policy.Question;
import io.poseidon.workbench.policy.Question.Number;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.decide.scope.Base;
import io.poseidon.workbench.policy.decide.scope.Functions;
import io.poseidon.workbench.policy.decide.scope.Nature;
import io.poseidon.workbench.policy.decide.scope.Nature.Dimensional;
import io.poseidon.workbench.policy.decide.scope.Review;
import io.poseidon.workbench.policy.decide.scope.Scope;
import io.poseidon.workbench.policy.tree.Condition;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Sql;
import io.poseidon.workbench.policy.tree.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reviews the outputs of an aggregate over people. Whatever is computed from groups and allowed aggregates is computed
/// from released numbers; the rewritten expression names only these.
final class Released {

    private final Review review;
    private final Queries queries;
    private final Base base;
    private final Scope scope;
    private final Map<String, Integer> groupsAsWritten = new LinkedHashMap<>();
    private final Map<String, Integer> groupsByMeaning = new LinkedHashMap<>();
    private final List<Number> numbers = new ArrayList<>();

    Released(Review review, Queries queries, Base base, Scope scope) {
        this.review = review;
        this.queries = queries;
        this.base = base;
        this.scope = scope;
    }

    /// A group as written, and what it means where that is public.
    void group(int index, Expression written, Nature nature) {
        groupsAsWritten.putIfAbsent(Sql.of(written), index);
        if (nature instanceof Dimensional dimensional) {
            groupsByMeaning.putIfAbsent(Sql.of(dimensional.meaning()), index);
        }
    }

    List<Number> numbers() {
        return List.copyOf(numbers);
    }

    /// The expression in columns of the released table; unchanged where a reason was noted.
    Expression rewrite(Expression expression) {
        var group = group(expression);
        if (group >= 0) {
            return new Expression.Column(expression.mark(), List.of("g" + group));
        }
        return switch (expression) {
            case Expression.Constant constant -> constant;
            case Expression.Column column -> column(column);
            case Expression.Call call when Functions.isAggregate(call.name()) -> aggregate(call);
            case Expression.Call call -> {
                scalar(call);
                yield parts(call);
            }
            case Window window -> window(window);
            case Expression.Subquery subquery -> {
                queries.subquery(subquery, scope);
                yield subquery;
            }
            case Expression.Star star -> {
                review.refuse(Rule.ROW_PROJECTION, star.place(), "*");
                yield star;
            }
            case Expression.Positional positional -> {
                review.refuse(Rule.COLUMN, positional.place(), "#" + positional.index());
                yield positional;
            }
            case Expression.Lambda lambda -> {
                review.refuse(Rule.FUNCTION, lambda.place(), "lambda");
                yield lambda;
            }
            case Condition.Operation operation -> {
                checkOperation(operation);
                yield parts(operation);
            }
            case Condition.Comparison comparison -> parts(comparison);
            case Condition.Conjunction conjunction -> parts(conjunction);
            case Condition.Between between -> parts(between);
            case Condition.Case cases -> parts(cases);
            case Expression.Cast cast -> parts(cast);
            case Expression.Collate collate -> parts(collate);
        };
    }

    private int group(Expression expression) {
        var written = groupsAsWritten.get(Sql.of(expression));
        if (written != null) {
            return written;
        }
        if (!(expression instanceof Expression.Column column)) {
            return -1;
        }
        return scope.findHere(column).orElse(Nature.FREE) instanceof Dimensional dimensional
                ? groupsByMeaning.getOrDefault(Sql.of(dimensional.meaning()), -1)
                : -1;
    }

    private Expression column(Expression.Column column) {
        var found = scope.findHere(column);
        if (found.isEmpty()) {
            if (scope.find(column).isPresent()) {
                review.refuse(Rule.SUBQUERY, column.place(), column.name());
            } else {
                Names.unknown(review, column);
            }
            return column;
        }
        switch (found.get()) {
            case Nature.Identity identity -> review.refuse(Rule.IDENTITY_OUTPUT, column.place(), column.name());
            case Nature.Measure measure -> review.refuse(Rule.MEASURE, column.place(), column.name());
            case Nature.OwnNumber number -> review.refuse(Rule.COLUMN, column.place(), column.name());
            case Nature.Broken broken -> {}
            case Dimensional dimensional
            when dimensional.isConstant() -> {
                return dimensional.meaning();
            }
            case Nature.Free _,
                    Nature.Dimensional _,
                    Nature.OwnColumn _,
                    Nature.Unfit _,
                    Nature.People _,
                    Nature.CellDimension _,
                    Nature.CellNumber _,
                    Nature.Ratio _ -> review.refuse(Rule.ROW_PROJECTION, column.place(), column.name());
        }
        return column;
    }

    private void scalar(Expression.Call call) {
        var name = call.name();
        if (Functions.isRaising(name)) {
            review.refuse(Rule.ERROR_CHANNEL, call.place(), name);
        } else if (Functions.isNondeterministic(name)) {
            review.refuse(Rule.NONDETERMINISM, call.place(), name);
        } else if (!Functions.isScalar(name) || !call.qualifier().isEmpty() || !call.isPlain()) {
            review.refuse(Rule.FUNCTION, call.place(), name);
        }
    }

    private void checkOperation(Condition.Operation operation) {
        switch (operation.operator()) {
            case GROUPING_FUNCTION -> review.refuse(Rule.GROUPING_SETS, operation.place(), "grouping");
            case OPERATOR_TRY, OPERATOR_UNPACK -> review.refuse(Rule.FUNCTION, operation.place(), "");
            case OPERATOR_NOT,
                    OPERATOR_IS_NULL,
                    OPERATOR_IS_NOT_NULL,
                    COMPARE_IN,
                    COMPARE_NOT_IN,
                    OPERATOR_COALESCE,
                    ARRAY_EXTRACT,
                    ARRAY_SLICE,
                    STRUCT_EXTRACT -> {}
        }
    }

    /// Over released numbers it is free; over a person's values it gives each of them away by subtraction.
    private Expression window(Window window) {
        boolean raw = window.children().stream().anyMatch(this::touchesPeople);
        if (raw) {
            review.refuse(Rule.WINDOW, window.place(), window.call().name());
        } else if (!Functions.isWindow(window.call().name())
                || !window.call().qualifier().isEmpty()) {
            review.refuse(Rule.FUNCTION, window.place(), window.call().name());
        }
        return parts(window);
    }

    private boolean touchesPeople(Expression expression) {
        if (group(expression) >= 0 || isAggregate(expression)) {
            return false;
        }
        if (expression instanceof Expression.Column column) {
            return scope.findHere(column).isPresent();
        }
        return expression.children().stream().anyMatch(this::touchesPeople);
    }

    private static boolean isAggregate(Expression expression) {
        return expression instanceof Expression.Call call && Functions.isAggregate(call.name());
    }

    private Expression parts(Expression expression) {
        return expression.with(expression.children().stream().map(this::rewrite).toList());
    }

    private Expression aggregate(Expression.Call call) {
        var number = new Aggregates(review, base, scope).check(call);
        if (number.isEmpty()) {
            return call;
        }
        if (!numbers.contains(number.get())) {
            numbers.add(number.get());
        }
        return new Expression.Column(call.mark(), List.of("n" + numbers.indexOf(number.get())));
    }

    Question question(String name, List<Expression> groups) {
        return new Question(name, base.table(), base.joins(), base.filters(), groups, numbers);
    }
}
