package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.policy.Question.Number;
import io.poseidon.workbench.policy.span.CellSet;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.query.interval.Interval;
import io.poseidon.workbench.query.interval.IntervalPlan;
import io.poseidon.workbench.query.preflight.OutputNames;
import io.poseidon.workbench.query.preflight.Preflight;
import io.poseidon.workbench.query.preflight.Suppression;
import io.poseidon.workbench.query.preflight.Width;
import io.poseidon.workbench.query.rows.question.Plan;
import io.poseidon.workbench.query.rows.question.RatioWidth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// What can be expected of an answer over rows, from its plan and what was told before.
final class Expectations {

    private Expectations() {}

    static List<Preflight.Reads> reads(Plan plan) {
        return plan.groupings().stream()
                .map(grouping -> new Preflight.Reads(
                        grouping.question().table().name(),
                        grouping.groups().stream()
                                .mapToLong(group -> group.size())
                                .sum()))
                .toList();
    }

    /// A group that was shown is shown again, and so is likely one that contains such a group. Of the others nothing
    /// is known, unless the same numbers were told before: then they were missing.
    static Suppression suppressed(Plan plan, Told told, boolean repeated) {
        boolean plain =
                plan.groupings().stream().allMatch(grouping -> grouping.people().isEmpty());
        long groups = plan.groupings().stream()
                .mapToLong(grouping -> grouping.groups().size())
                .sum();
        if (!plain || groups == 0) {
            return new Suppression.Unknown(Suppression.Reason.NOTHING_KNOWN);
        }
        var known = new HashSet<>(told.groups());
        long shown = plan.groupings().stream()
                .flatMap(grouping -> grouping.groups().stream())
                .filter(group -> repeated ? known.contains(group.cells()) : isLikely(group.cells(), known))
                .count();
        double hidden = 1 - (double) shown / groups;
        if (repeated) {
            return new Suppression.Expected(hidden, hidden, groups, Suppression.Basis.REPEATED);
        }
        return shown == 0
                ? new Suppression.Unknown(Suppression.Reason.NOTHING_KNOWN)
                : new Suppression.Expected(0, hidden, groups, Suppression.Basis.PAST_ANSWERS);
    }

    private static boolean isLikely(CellSet cells, Set<CellSet> shown) {
        return shown.contains(cells) || shown.stream().anyMatch(part -> !part.isEmpty() && cells.holds(part));
    }

    /// By the rules of intervals, on the released tables as they will be.
    static List<Width> widths(Plan plan) {
        if (!(plan.reading().query() instanceof Query.Select select)) {
            return List.of();
        }
        var intervals = ReleasedNoise.intervals(plan);
        var widths = new ArrayList<Width>();
        for (int i = 0; i < select.columns().size(); i++) {
            var column = select.columns().get(i);
            var given = select.names().get(i);
            var name = given.isEmpty() ? OutputNames.of(column) : given;
            widths.add(new Width(name, Optional.empty(), extent(plan, intervals, column, i)));
        }
        return widths;
    }

    private static Width.Extent extent(Plan plan, IntervalPlan intervals, Expression column, int index) {
        var ratio = RatioWidth.of(plan, column);
        if (ratio.isPresent() || isMean(plan, column)) {
            return ratio.orElseGet(Width.Untold::new);
        }
        return switch (intervals.ahead(index)) {
            case Interval.Exact ignored -> Width.EXACT;
            case Interval.Between(double low, double high) ->
                new Width.Half((high - low) / 2, (high - low) / 2, (high - low) / 2, 0);
            case Interval.Unknown(Interval.Reason reason) -> new Width.Unknown(reason);
        };
    }

    /// A mean's interval depends on how many there are, which nobody knows before; see [RatioWidth] for what can be
    /// said.
    private static boolean isMean(Plan plan, Expression expression) {
        boolean mean = expression instanceof Expression.Column column
                && plan.reading().questions().stream().anyMatch(question -> {
                    var numbers = question.numbers();
                    return IntStream.range(0, numbers.size())
                            .anyMatch(i -> column.name().equals("n" + i)
                                    && numbers.get(i).kind() == Number.Kind.AVG);
                });
        return mean || expression.children().stream().anyMatch(part -> isMean(plan, part));
    }
}
