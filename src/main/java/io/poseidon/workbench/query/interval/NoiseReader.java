package io.poseidon.workbench.query.interval;

import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.tree.Condition;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Sql;
import io.poseidon.workbench.policy.tree.Window;
import io.poseidon.workbench.query.interval.Interval.Reason;
import java.util.Optional;
import java.util.Set;

/// Finds how noise comes into the expressions of one SELECT over one table of cells. What it does not know it calls
/// unknown; it never guesses that there is no noise.
final class NoiseReader {

    private static final Set<String> SAME = Set.of("round", "coalesce", "ifnull");

    private final Schema schema;
    private final boolean grouped;

    /// `grouped` tells whether the SELECT makes groups: then a bare noisy column is a key.
    NoiseReader(Schema schema, boolean grouped) {
        this.schema = schema;
        this.grouped = grouped;
    }

    Noise read(Expression expression) {
        if (!mentionsNoise(expression) && !(expression instanceof Expression.Constant)) {
            return expression instanceof Expression.Call call && isSign(call) && isConstant(call)
                    ? Arithmetic.negate(read(call.arguments().getFirst()))
                    : Noise.NONE;
        }
        return switch (expression) {
            case Expression.Constant constant -> constant(constant);
            case Expression.Column column -> column(column);
            case Expression.Cast cast -> read(cast.child());
            case Expression.Call call -> call(call);
            case Condition.Operation operation ->
                operation.operator() == Condition.Operation.Operator.OPERATOR_COALESCE
                        ? read(operation.children().getFirst())
                        : Noise.FUNCTION;
            case Condition.Comparison ignored -> Noise.FUNCTION;
            case Condition.Conjunction ignored -> Noise.FUNCTION;
            case Condition.Between ignored -> Noise.FUNCTION;
            case Condition.Case ignored -> Noise.FUNCTION;
            case Expression.Collate ignored -> Noise.FUNCTION;
            case Expression.Lambda ignored -> Noise.FUNCTION;
            case Window ignored -> Noise.FUNCTION;
            case Expression.Subquery ignored -> Noise.FUNCTION;
            case Expression.Star ignored -> Noise.FUNCTION;
            case Expression.Positional ignored -> Noise.FUNCTION;
        };
    }

    /// Whether a noisy column is anywhere in it; a name that is no column of the table may be an alias of one.
    boolean mentionsNoise(Expression expression) {
        return switch (expression) {
            case Expression.Column column ->
                column(column.name()).map(found -> noisy(found)).orElse(true);
            case Expression.Subquery ignored -> true;
            case Expression.Star ignored -> true;
            case Expression.Positional ignored -> true;
            case Window window ->
                mentionsNoise(window.call())
                        || window.partitions().stream().anyMatch(this::mentionsNoise)
                        || window.orders().stream().anyMatch(order -> mentionsNoise(order.by()));
            case Expression.Call call -> childMentionsNoise(call);
            case Expression.Constant ignored -> false;
            case Expression.Cast cast -> childMentionsNoise(cast);
            case Expression.Collate collate -> childMentionsNoise(collate);
            case Expression.Lambda lambda -> childMentionsNoise(lambda);
            case Condition.Operation operation -> childMentionsNoise(operation);
            case Condition.Comparison comparison -> childMentionsNoise(comparison);
            case Condition.Conjunction conjunction -> childMentionsNoise(conjunction);
            case Condition.Between between -> childMentionsNoise(between);
            case Condition.Case choice -> childMentionsNoise(choice);
        };
    }

    private boolean childMentionsNoise(Expression expression) {
        return expression.children().stream().anyMatch(this::mentionsNoise);
    }

    Optional<Column> column(String name) {
        return schema.columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static boolean noisy(Column column) {
        return column.noiseVariance().isPresent();
    }

    private static Noise constant(Expression.Constant constant) {
        return switch (constant.kind()) {
            case INTEGER, NUMERIC ->
                new Noise.Sum(Linear.constant(Double.parseDouble(constant.text())), "(" + constant.text() + ")");
            case STRING, BOOLEAN, NULL_LITERAL, HEX, BIT -> Noise.NONE;
        };
    }

    private Noise column(Expression.Column column) {
        var found = column(column.name());
        if (found.isEmpty()) {
            return Noise.FUNCTION;
        }
        return grouped
                ? new Noise.Unknown(Reason.GROUPED)
                : new Noise.Sum(Linear.of(new Atom(Atom.Kind.CELL, found.get().name(), "")), Sql.of(column));
    }

    private Noise call(Expression.Call call) {
        var arguments = call.arguments();
        if (isOperator(call) && arguments.size() == 2) {
            return Arithmetic.combine(call.name(), read(arguments.get(0)), read(arguments.get(1)));
        }
        if (isSign(call)) {
            return Arithmetic.negate(read(arguments.getFirst()));
        }
        if (SAME.contains(call.name())) {
            return read(arguments.getFirst());
        }
        if (call.name().equals("nullif") && isZero(arguments.getLast())) {
            return read(arguments.getFirst());
        }
        return call.distinct() || !call.orders().isEmpty() ? Noise.FUNCTION : aggregate(call);
    }

    private Noise aggregate(Expression.Call call) {
        if (call.filter().map(this::mentionsNoise).orElse(false)) {
            return new Noise.Unknown(Reason.SELECTED);
        }
        var filter = call.filter().map(Sql::of).orElse("");
        return Gathering.of(call)
                .map(gathering -> gathered(gathering, call, filter))
                .orElse(Noise.FUNCTION);
    }

    private Noise gathered(Gathering gathering, Expression.Call call, String filter) {
        return switch (gathering) {
            case ROWS -> Noise.NONE;
            case VALUES -> call.arguments().getFirst() instanceof Expression.Column ? Noise.NONE : Noise.FUNCTION;
            case SUM -> total(call, Atom.Kind.SUM, filter);
            case MEAN -> total(call, Atom.Kind.MEAN, filter);
            case EXTREME -> extreme(call, filter);
        };
    }

    /// A sum of sums is linear; a mean may be taken of one column only.
    private Noise total(Expression.Call call, Atom.Kind kind, String filter) {
        var argument = new NoiseReader(schema, false).read(call.arguments().getFirst());
        if (!(argument instanceof Noise.Sum sum) || sum.value().constant() != 0) {
            return argument instanceof Noise.Unknown ? argument : Noise.FUNCTION;
        }
        var total = Linear.constant(0);
        for (var part : sum.value().parts().entrySet()) {
            total = total.plus(
                    Linear.of(new Atom(kind, part.getKey().column(), filter)).times(part.getValue()));
        }
        return new Noise.Sum(total, Sql.of(call));
    }

    private Noise extreme(Expression.Call call, String filter) {
        return call.arguments().getFirst() instanceof Expression.Column column
                ? column(column.name())
                        .<Noise>map(found -> new Noise.Extreme(new Atom(Atom.Kind.CELL, found.name(), filter)))
                        .orElse(Noise.FUNCTION)
                : Noise.FUNCTION;
    }

    private static boolean isOperator(Expression.Call call) {
        return !Character.isLetter(call.name().codePointAt(0));
    }

    private static boolean isSign(Expression.Call call) {
        return call.name().equals("-") && call.arguments().size() == 1;
    }

    private static boolean isConstant(Expression.Call call) {
        return call.arguments().getFirst() instanceof Expression.Constant;
    }

    private static boolean isZero(Expression expression) {
        return expression instanceof Expression.Constant constant
                && constant.text().equals("0");
    }
}
