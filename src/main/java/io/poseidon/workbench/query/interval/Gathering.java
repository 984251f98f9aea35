package io.poseidon.workbench.query.interval;

import io.poseidon.workbench.policy.tree.Expression;
import java.util.List;
import java.util.Optional;

/// How a function makes one number of many cells, where its noise is known; every other function is unknown.
enum Gathering {
    ROWS("count_star"),
    VALUES("count"),
    SUM("sum"),
    MEAN("avg", "mean"),
    EXTREME("min", "max", "median", "quantile", "quantile_cont", "quantile_disc");

    private final List<String> names;

    Gathering(String... names) {
        this.names = List.of(names);
    }

    static Optional<Gathering> of(Expression.Call call) {
        for (var gathering : values()) {
            if (gathering.names.contains(call.name())) {
                return Optional.of(gathering);
            }
        }
        return Optional.empty();
    }

    /// Whether one is anywhere in the expression.
    static boolean isIn(Expression expression) {
        return (expression instanceof Expression.Call call && of(call).isPresent())
                || expression.children().stream().anyMatch(Gathering::isIn);
    }
}
