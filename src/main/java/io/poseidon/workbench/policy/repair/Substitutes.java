package io.poseidon.workbench.policy.repair;

import io.poseidon.workbench.policy.Decision.Change;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Expression.Call;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which allowed aggregate comes nearest to one that is not.
record Substitutes(Call by, Change change, String subject) {

    private static final Set<String> COUNTS =
            Set.of("count", "count_star", "count_if", "countif", "approx_count_distinct");
    private static final Set<String> SUMS = Set.of("sum", "fsum", "kahan_sum", "sumkahan", "product");
    private static final Set<String> OTHERS = Set.of(
            "avg",
            "mean",
            "favg",
            "min",
            "max",
            "median",
            "mode",
            "quantile",
            "quantile_cont",
            "quantile_disc",
            "first",
            "last",
            "any_value",
            "arbitrary",
            "arg_max",
            "arg_min",
            "argmax",
            "argmin",
            "max_by",
            "min_by",
            "list",
            "array_agg",
            "string_agg",
            "group_concat",
            "listagg",
            "histogram",
            "stddev",
            "stddev_pop",
            "stddev_samp",
            "variance",
            "var_pop",
            "var_samp",
            "mad",
            "sem",
            "skewness",
            "kurtosis",
            "entropy",
            "approx_quantile",
            "approx_top_k",
            "bool_or",
            "bool_and",
            "bit_or",
            "bit_and",
            "bit_xor",
            "corr",
            "covar_pop",
            "covar_samp");

    static boolean isAggregate(Call call) {
        return COUNTS.contains(call.name()) || SUMS.contains(call.name()) || OTHERS.contains(call.name());
    }

    static boolean hasAggregate(Expression expression) {
        return (expression instanceof Call call && isAggregate(call))
                || expression.children().stream().anyMatch(Substitutes::hasAggregate);
    }

    static Substitutes of(Call call, Optional<Table.Rows> table) {
        var columns = columns(call)
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .toList();
        var measure = table.stream()
                .flatMap(rows -> columns.stream().filter(rows.measures()::containsKey))
                .findFirst();
        if (measure.isPresent() && !COUNTS.contains(call.name())) {
            boolean sum = SUMS.contains(call.name());
            return new Substitutes(
                    Call.of(call.mark(), sum ? "sum" : "avg", column(call, measure.get())),
                    sum ? Change.TOTAL_INSTEAD : Change.MEAN_INSTEAD,
                    measure.get());
        }
        var identity = table.map(Table.Rows::identity).filter(columns::contains);
        if (identity.isPresent()) {
            var plain = Call.of(call.mark(), "count", column(call, identity.get()));
            return new Substitutes(
                    new Call(
                            call.mark(),
                            "",
                            "count",
                            plain.names(),
                            plain.arguments(),
                            true,
                            Optional.empty(),
                            List.of()),
                    Change.PEOPLE_INSTEAD,
                    identity.get());
        }
        return new Substitutes(Call.of(call.mark(), "count_star"), Change.ROWS_INSTEAD, "");
    }

    Expression apply(Draft draft) {
        draft.note(change, subject);
        return by;
    }

    private static Expression column(Call call, String name) {
        return columns(call)
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Expression.Column> columns(Expression expression) {
        return expression instanceof Expression.Column column
                ? Stream.of(column)
                : expression.children().stream().flatMap(Substitutes::columns);
    }
}
