package io.poseidon.workbench.query.result;

import io.poseidon.workbench.engine.batch.Rows;
import io.poseidon.workbench.query.interval.IntervalPlan;
import io.poseidon.workbench.query.interval.bound.Bounds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/// Which columns of a told table are upper bounds.
///
/// @param lower by the number of the column: its lower bound, row by row
/// @param bare columns without a lower one
/// @param complete whether every upper bound has its lower one
public record ToldBounds(Map<Integer, List<OptionalDouble>> lower, Set<Integer> bare, boolean complete) {

    public ToldBounds {
        lower = Map.copyOf(lower);
        bare = Set.copyOf(bare);
    }

    public boolean isUpper(int column) {
        return lower.containsKey(column) || bare.contains(column);
    }

    /// As a plan has them whose table holds the lower ones in columns of these names.
    Bounds named(IntFunction<String> names) {
        var columns = lower.keySet().stream().collect(Collectors.toMap(column -> column, names::apply));
        return new Bounds(columns, bare, 0, List.of(), complete);
    }

    /// Takes them row by row from an answer with its extras.
    public static final class Gathering {

        private final IntervalPlan plan;
        private final Map<Integer, List<OptionalDouble>> lower = new HashMap<>();
        private final Set<Integer> bare = new HashSet<>();

        public Gathering(IntervalPlan plan, int columns) {
            this.plan = plan;
            for (int column = 0; column < columns; column++) {
                if (plan.isRange(column)) {
                    lower.put(column, new ArrayList<>());
                } else if (plan.isUpper(column)) {
                    bare.add(column);
                }
            }
        }

        public void add(Rows rows, long row) {
            lower.forEach((column, bounds) -> bounds.add(plan.atLeast(rows, column, row)));
        }

        public ToldBounds bounds() {
            return new ToldBounds(lower, bare, !plan.lacksBound());
        }
    }
}
