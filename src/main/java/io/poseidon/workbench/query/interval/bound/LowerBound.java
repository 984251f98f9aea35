package io.poseidon.workbench.query.interval.bound;

import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// At least how many people a sum of `contributors` stands for, where the same person can stand in several of its
/// cells. Within one combination of the overlapping dimensions nobody is counted twice, so the largest of those sums is
/// a lower bound; where there are too many combinations or cells it is the largest cell. Both are noisy, as the sum is.
final class LowerBound {

    private static final int MOST_TERMS = 64;
    private static final long MOST_CELLS = 100_000;

    private LowerBound() {}

    /// SQL for the bound of `sum(contributors)`, to be computed in the same group; empty for another shape.
    static Optional<String> of(Expression.Call sum, Schema schema, List<Column> overlapping) {
        boolean plain = sum.name().equals("sum")
                && sum.arguments().size() == 1
                && sum.arguments().getFirst() instanceof Expression.Column
                && !sum.distinct();
        if (!plain) {
            return Optional.empty();
        }
        long terms = overlapping.stream()
                .mapToLong(column -> column.domain().size())
                .reduce(1, (a, b) -> a >= MOST_TERMS ? a : a * b);
        boolean few = terms > 1 && terms <= MOST_TERMS && schema.cells() <= MOST_CELLS;
        return Optional.of(few ? largestSum(sum, overlapping) : largestCell(sum));
    }

    private static String largestCell(Expression.Call sum) {
        var filter = sum.filter().map(Sql::of).map(where -> " FILTER (WHERE " + where + ")");
        return "max(" + Sql.of(sum.arguments().getFirst()) + ")" + filter.orElse("");
    }

    private static String largestSum(Expression.Call sum, List<Column> overlapping) {
        var total = "sum(" + Sql.of(sum.arguments().getFirst()) + ") FILTER (WHERE ";
        var asked = sum.filter().map(filter -> "(" + Sql.of(filter) + ") AND ").orElse("");
        // no fewer than none where all cells lie outside the declared combinations
        return combinations(overlapping).stream()
                .map(combination -> total + asked + combination + ")")
                .collect(Collectors.joining(", ", "greatest(", ", 0 * " + Sql.of(sum) + ")"));
    }

    private static List<String> combinations(List<Column> columns) {
        var all = List.of("");
        for (var column : columns) {
            var longer = new ArrayList<String>();
            for (var before : all) {
                for (var value : column.domain()) {
                    var one = "CAST(" + Sql.name(column.name()) + " AS VARCHAR) = " + Sql.text(value);
                    longer.add(before.isEmpty() ? one : before + " AND " + one);
                }
            }
            all = longer;
        }
        return all;
    }
}
