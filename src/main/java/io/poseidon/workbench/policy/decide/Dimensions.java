package io.poseidon.workbench.policy.decide;

import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.decide.scope.Functions;
import io.poseidon.workbench.policy.decide.scope.Nature;
import io.poseidon.workbench.policy.decide.scope.Nature.Dimensional;
import io.poseidon.workbench.policy.decide.scope.Review;
import io.poseidon.workbench.policy.decide.scope.Scope;
import io.poseidon.workbench.policy.tree.Condition;
import io.poseidon.workbench.policy.tree.Condition.Operation.Operator;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reviews expressions over rows of people: only public ones, over dimensions and constants, may stand there.
final class Dimensions {

    /// What the expression is for; it decides which rule a person's value breaks.
    enum Use {
        FILTER(Rule.IDENTITY_LITERAL, Rule.LITERAL_COLUMN),
        GROUP(Rule.IDENTITY_OUTPUT, Rule.MEASURE),
        OUTPUT(Rule.IDENTITY_OUTPUT, Rule.NESTED_EXPR);

        private final Rule identity;
        private final Rule measure;

        Use(Rule identity, Rule measure) {
            this.identity = identity;
            this.measure = measure;
        }
    }

    private final Review review;
    private final Queries queries;
    private final Table.Rows table;
    private final Scope scope;
    private final Use use;

    Dimensions(Review review, Queries queries, Table.Rows table, Scope scope, Use use) {
        this.review = review;
        this.queries = queries;
        this.table = table;
        this.scope = scope;
        this.use = use;
    }

    /// [Dimensional], or a bare [Nature.Identity], [Nature.Measure] or own number, or broken with the reason noted.
    Nature of(Expression expression) {
        return expression instanceof Expression.Column column && use != Use.FILTER
                ? column(column, true)
                : inside(expression);
    }

    /// As [#of], where a person's value is refused even if it stands alone.
    Nature publicOnly(Expression expression) {
        return combine(expression, List.of(of(expression)), true);
    }

    private Nature inside(Expression expression) {
        return switch (expression) {
            case Expression.Column column -> column(column, false);
            case Expression.Constant constant -> new Dimensional(constant, Set.of(), false);
            case Expression.Call call -> call(call);
            case Expression.Cast cast -> cast(cast);
            case Condition.Operation operation -> operation(operation);
            case Condition.Comparison comparison -> parts(comparison);
            case Condition.Conjunction conjunction -> parts(conjunction);
            case Condition.Between between -> parts(between);
            case Condition.Case cases -> parts(cases);
            case Window window ->
                review.refuse(Rule.WINDOW, window.place(), window.call().name());
            case Expression.Subquery subquery -> queries.subquery(subquery, scope);
            case Expression.Star star -> review.refuse(Rule.ROW_PROJECTION, star.place(), "*");
            case Expression.Positional positional ->
                review.refuse(Rule.COLUMN, positional.place(), "#" + positional.index());
            case Expression.Lambda lambda -> review.refuse(Rule.FUNCTION, lambda.place(), "lambda");
            case Expression.Collate collate -> review.refuse(Rule.FUNCTION, collate.place(), "collate");
        };
    }

    private Nature column(Expression.Column column, boolean alone) {
        var found = scope.findHere(column);
        if (found.isEmpty()) {
            return scope.find(column).isPresent()
                    ? review.refuse(Rule.SUBQUERY, column.place(), column.name())
                    : Names.unknown(review, column);
        }
        return switch (found.get()) {
            case Dimensional dimensional -> {
                if (!alone && dimensional.bare()) {
                    checkLiteral(column, dimensional);
                }
                yield placed(dimensional, column.place());
            }
            case Nature.Identity identity -> identity;
            case Nature.Measure measure -> measure;
            case Nature.OwnNumber number -> review.refuse(Rule.COLUMN, column.place(), number.column());
            case Nature.Unfit unfit -> review.refuse(unfit.rule(), column.place(), column.name());
            case Nature.Broken broken -> broken;
            case Nature.Free free -> review.refuse(Rule.NOT_LICENSED, column.place(), column.name());
            case Nature.OwnColumn own -> review.refuse(Rule.NOT_LICENSED, column.place(), column.name());
            case Nature.People people -> review.refuse(Rule.NOT_LICENSED, column.place(), column.name());
            case Nature.CellDimension cell -> review.refuse(Rule.NOT_LICENSED, column.place(), column.name());
            case Nature.CellNumber cell -> review.refuse(Rule.NOT_LICENSED, column.place(), column.name());
            case Nature.Ratio ratio -> review.refuse(Rule.NOT_LICENSED, column.place(), column.name());
        };
    }

    /// A column of an uploaded table keeps its place in the text: what it holds is judged later.
    private static Dimensional placed(Dimensional dimensional, Place place) {
        return dimensional.bare() && dimensional.meaning() instanceof Expression.Column column
                ? new Dimensional(
                        new Expression.Column(new Expression.Mark(place, ""), column.path()),
                        dimensional.columns(),
                        true)
                : dimensional;
    }

    /// A column of an uploaded table, written `table.column`, needs no permission.
    private void checkLiteral(Expression.Column column, Dimensional dimensional) {
        for (var name : dimensional.columns()) {
            if (!name.contains(".") && !table.literals().contains(name)) {
                review.refuse(Rule.LITERAL_COLUMN, column.place(), name);
            }
        }
    }

    private Nature call(Expression.Call call) {
        var name = call.name();
        boolean constant = !call.namesColumn();
        if (Functions.isRaising(name)) {
            review.refuse(Rule.ERROR_CHANNEL, call.place(), name);
        } else if (Functions.isNondeterministic(name)) {
            review.refuse(Rule.NONDETERMINISM, call.place(), name);
        } else if (!call.qualifier().isEmpty()
                || !call.isPlain()
                || !(Functions.isDimensional(name) || (constant && Functions.isScalar(name)))) {
            review.refuse(Rule.FUNCTION, call.place(), name);
        } else if (divides(name) && !isNonZero(call.arguments().getLast())) {
            review.refuse(Rule.ERROR_CHANNEL, call.place(), name);
        }
        return parts(call);
    }

    private static boolean divides(String name) {
        return name.equals("/") || name.equals("//") || name.equals("%");
    }

    private static boolean isNonZero(Expression expression) {
        if (expression instanceof Expression.Call call
                && call.name().equals("-")
                && call.arguments().size() == 1) {
            return isNonZero(call.arguments().getFirst());
        }
        return expression instanceof Expression.Constant constant
                && switch (constant.kind()) {
                    case INTEGER, NUMERIC ->
                        constant.text().replaceAll("[eE].*$", "").chars().anyMatch(c -> c >= '1' && c <= '9');
                    case STRING, BOOLEAN, NULL_LITERAL, HEX, BIT -> false;
                };
    }

    /// A cast that could fail for one value and not for another tells which values there are.
    private Nature cast(Expression.Cast cast) {
        boolean safe = cast.attempt()
                || Types.isText(cast.type())
                || (!cast.child().namesColumn() && !Types.cannotBe(cast.type(), cast.child()))
                || (cast.type().equals("BOOLEAN") && isCondition(cast.child()))
                || (Types.isNumber(cast.type()) && isNumber(cast.child()));
        if (!safe) {
            review.refuse(Rule.ERROR_CHANNEL, cast.place(), cast.type());
        }
        return parts(cast);
    }

    private static boolean isCondition(Expression expression) {
        return expression instanceof Condition.Comparison
                || expression instanceof Condition.Conjunction
                || expression instanceof Condition.Between
                || expression instanceof Condition.Operation;
    }

    private boolean isNumber(Expression expression) {
        return expression instanceof Expression.Column column
                && scope.findHere(column).orElse(Nature.FREE) instanceof Dimensional dimensional
                && dimensional.bare()
                && dimensional.columns().stream()
                        .allMatch(name -> table.dimensions().containsKey(name)
                                && Types.isNumber(table.dimensions().get(name).type()));
    }

    private Nature operation(Condition.Operation operation) {
        var refused = switch (operation.operator()) {
            case OPERATOR_NOT, OPERATOR_IS_NULL, OPERATOR_IS_NOT_NULL, COMPARE_IN, COMPARE_NOT_IN, OPERATOR_COALESCE ->
                false;
            case ARRAY_EXTRACT, ARRAY_SLICE, STRUCT_EXTRACT, OPERATOR_UNPACK, OPERATOR_TRY, GROUPING_FUNCTION -> true;
        };
        if (refused) {
            var rule = operation.operator() == Operator.GROUPING_FUNCTION ? Rule.GROUPING_SETS : Rule.FUNCTION;
            review.refuse(rule, operation.place(), "");
        }
        return parts(operation);
    }

    private Nature parts(Expression expression) {
        return combine(
                expression, expression.children().stream().map(this::inside).toList(), false);
    }

    /// `alone` tells that `natures` is the nature of the expression itself, not of its parts.
    private Nature combine(Expression expression, List<Nature> natures, boolean alone) {
        boolean person = false;
        boolean broken = false;
        int columns = 0;
        var meanings = new ArrayList<Expression>();
        var used = new HashSet<String>();
        for (var nature : natures) {
            switch (nature) {
                case Dimensional part -> {
                    meanings.add(part.meaning());
                    used.addAll(part.columns());
                    columns += part.isConstant() ? 0 : 1;
                }
                case Nature.Identity identity -> {
                    review.refuse(use.identity, expression.place(), table.identity());
                    person = true;
                    columns++;
                }
                case Nature.Measure measure -> {
                    review.refuse(use.measure, expression.place(), measure.column());
                    person = true;
                    columns++;
                }
                case Nature.Free _,
                        Nature.Broken _,
                        Nature.OwnColumn _,
                        Nature.OwnNumber _,
                        Nature.Unfit _,
                        Nature.People _,
                        Nature.CellDimension _,
                        Nature.CellNumber _,
                        Nature.Ratio _ -> broken = true;
            }
        }
        if (person && columns > 1 && compares(expression)) {
            review.refuse(Rule.COLUMN_COMPARISON, expression.place(), "");
        }
        if (person || broken) {
            return Nature.BROKEN;
        }
        return alone ? natures.getFirst() : dimensional(expression, meanings, used);
    }

    private Nature dimensional(Expression expression, List<Expression> meanings, Set<String> used) {
        int grown = meanings.stream().mapToInt(Names::size).sum() - Names.size(expression) + 1;
        if (grown > 0 && !review.grow(grown, expression.place())) {
            return Nature.BROKEN;
        }
        return new Dimensional(expression.with(meanings), used, false);
    }

    private static boolean compares(Expression expression) {
        return expression instanceof Condition.Comparison
                || expression instanceof Condition.Between
                || (expression instanceof Condition.Operation operation
                        && (operation.operator() == Operator.COMPARE_IN
                                || operation.operator() == Operator.COMPARE_NOT_IN));
    }
}
