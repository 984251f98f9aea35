package io.poseidon.workbench.policy.decide.scope;

import io.poseidon.workbench.policy.decide.scope.Nature.CellDimension;
import io.poseidon.workbench.policy.tree.Condition;
import io.poseidon.workbench.policy.tree.Condition.Comparison;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Window;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which dimensions of cells a condition holds to one value: nobody is counted twice over these.
public final class Equalities {

    private Equalities() {}

    /// The dimensions of cells that conditions hold to one value.
    public static Set<String> of(List<Expression> conditions, Scope scope) {
        var keys = new TreeSet<String>();
        for (var condition : conditions) {
            fixedBy(condition, scope).ifPresent(keys::add);
        }
        return keys;
    }

    private static Optional<String> fixedBy(Expression condition, Scope scope) {
        return switch (condition) {
            case Comparison comparison
            when comparison.operator() == Comparison.Operator.COMPARE_EQUAL
                    || comparison.operator() == Comparison.Operator.COMPARE_NOT_DISTINCT_FROM -> {
                var left = key(comparison.left(), comparison.right(), scope);
                yield left.isPresent() ? left : key(comparison.right(), comparison.left(), scope);
            }
            case Condition.Operation operation
            when operation.operator() == Condition.Operation.Operator.COMPARE_IN
                    && operation.children().size() == 2 ->
                key(operation.children().getFirst(), operation.children().getLast(), scope);
            case Condition.Between between
            when between.lower() instanceof Expression.Constant lower
                    && between.upper() instanceof Expression.Constant upper
                    && lower.text().equals(upper.text()) -> key(between.input(), lower, scope);
            case Comparison _,
                    Condition.Operation _,
                    Condition.Between _,
                    Expression.Column _,
                    Expression.Constant _,
                    Expression.Call _,
                    Condition.Conjunction _,
                    Condition.Case _,
                    Expression.Cast _,
                    Expression.Collate _,
                    Expression.Lambda _,
                    Window _,
                    Expression.Subquery _,
                    Expression.Star _,
                    Expression.Positional _ -> Optional.empty();
        };
    }

    /// `column` is held where the other side is the same for all cells here.
    private static Optional<String> key(Expression column, Expression other, Scope scope) {
        boolean constant =
                columns(other).stream().allMatch(part -> scope.findHere(part).isEmpty());
        return constant
                        && column instanceof Expression.Column named
                        && scope.findHere(named).orElse(Nature.FREE) instanceof CellDimension dimension
                ? Optional.of(dimension.key())
                : Optional.empty();
    }

    private static List<Expression.Column> columns(Expression expression) {
        if (expression instanceof Expression.Column column) {
            return List.of(column);
        }
        return expression.children().stream()
                .flatMap(child -> columns(child).stream())
                .toList();
    }
}
