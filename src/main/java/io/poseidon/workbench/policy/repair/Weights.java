package io.poseidon.workbench.policy.repair;

import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Expression.Call;
import io.poseidon.workbench.policy.tree.Expression.Column;
import io.poseidon.workbench.policy.tree.Expression.Mark;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.policy.tree.Query.Cte;
import io.poseidon.workbench.policy.tree.Query.Select;
import io.poseidon.workbench.policy.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The weighted mean in place of a mean of ratios: the sum of what was divided over the sum of what it was divided by.
/// Where the ratio is a column of an inner query, the two are computed there beside it. What would change anything else
/// (DISTINCT, a star outside, GROUP BY ALL over plain columns, several sources) is left alone.
final class Weights {

    private static final Set<String> MEANS = Set.of("avg", "favg", "mean");
    private static final Set<String> TOTALS = Set.of("sum", "fsum", "count", "count_star");

    /// A ratio in two.
    private record Parts(Expression numerator, Expression denominator) {

        boolean areTotals() {
            return isTotal(numerator) && isTotal(denominator);
        }

        boolean canBeNamed() {
            return canBeNamed(numerator) && canBeNamed(denominator);
        }

        private static boolean canBeNamed(Expression part) {
            return part instanceof Call || part instanceof Column;
        }

        private static boolean isTotal(Expression part) {
            return part instanceof Call call && TOTALS.contains(call.name());
        }
    }

    private final Draft draft;

    Weights(Draft draft) {
        this.draft = draft;
    }

    /// Puts the weighted mean in place of a call; false where that is not safe.
    boolean replace(Call mean) {
        if (mean.distinct() || !mean.orders().isEmpty() || mean.arguments().size() != 1) {
            return false;
        }
        var parts = mean.arguments().getFirst() instanceof Column column ? inside(column) : parts(mean);
        parts.ifPresent(found -> {
            var weighted = Call.of(mean.mark(), "/", sum(found.numerator(), mean), sum(found.denominator(), mean));
            draft.rewrite(part -> part.equals(mean) ? weighted : part);
        });
        return parts.isPresent();
    }

    private static Optional<Parts> parts(Call mean) {
        return ratio(mean.arguments().getFirst()).filter(parts -> !parts.areTotals());
    }

    /// With the condition of the mean.
    private static Call sum(Expression part, Call mean) {
        return new Call(Mark.NONE, "", "sum", List.of(""), List.of(part), false, mean.filter(), List.of());
    }

    private static Optional<Parts> ratio(Expression expression) {
        if (!(expression instanceof Call call) || !call.isPlain()) {
            return Optional.empty();
        }
        if (call.name().equals("/") && call.arguments().size() == 2) {
            return Optional.of(
                    new Parts(call.arguments().getFirst(), call.arguments().getLast()));
        }
        return MEANS.contains(call.name()) && call.arguments().size() == 1
                ? Optional.of(new Parts(
                        Call.of(Mark.NONE, "sum", call.arguments().getFirst()),
                        Call.of(Mark.NONE, "count", call.arguments().getFirst())))
                : Optional.empty();
    }

    /// The parts of a ratio that an inner query computes, as two more columns of it.
    private Optional<Parts> inside(Column column) {
        boolean stars = draft.columns().stream().anyMatch(Expression.Star.class::isInstance);
        if (stars || draft.original().grouping().all()) {
            return Optional.empty();
        }
        return switch (draft.from()) {
            case Source.Derived derived
            when derived.names().isEmpty() && isOf(column, derived.alias()) ->
                widened(derived.query(), column, query -> draft.from(with(derived, query)));
            case Source.Table table when table.names().isEmpty() -> named(table, column);
            case Source.Derived derived -> Optional.empty();
            case Source.Table table -> Optional.empty();
            case Source.Empty empty -> Optional.empty();
            case Source.Function function -> Optional.empty();
            case Source.Values values -> Optional.empty();
            case Source.Join join -> Optional.empty();
            case Source.Pivot pivot -> Optional.empty();
        };
    }

    /// Of the last named query, which no other one can read.
    private Optional<Parts> named(Source.Table table, Column column) {
        var ctes = draft.original().ctes();
        var alias = table.alias().isEmpty() ? table.name() : table.alias();
        if (ctes.isEmpty() || !isOf(column, alias)) {
            return Optional.empty();
        }
        var last = ctes.getLast();
        if (!last.name().equalsIgnoreCase(table.name()) || !last.names().isEmpty()) {
            return Optional.empty();
        }
        return widened(last.query(), column, query -> {
            var all = new ArrayList<>(ctes);
            all.set(ctes.size() - 1, new Cte(last.name(), last.names(), query, last.keyed()));
            draft.ctes(all);
        });
    }

    private interface Place {
        void put(Query query);
    }

    private Optional<Parts> widened(Query query, Column column, Place place) {
        if (!(query instanceof Select inner) || !keepsItsRows(inner)) {
            return Optional.empty();
        }
        int at = index(inner, column.name());
        var parts = at < 0 ? Optional.<Parts>empty() : ratio(inner.columns().get(at));
        var numerator = column.name() + "_numerator";
        var denominator = column.name() + "_denominator";
        boolean fits = parts.filter(Parts::canBeNamed).isPresent()
                && index(inner, numerator) < 0
                && index(inner, denominator) < 0
                && (!inner.grouping().all() || parts.get().areTotals());
        if (!fits) {
            return Optional.empty();
        }
        var wider = new Draft(inner, new ArrayList<>());
        wider.addOutput(called(parts.get().numerator(), numerator), numerator);
        wider.addOutput(called(parts.get().denominator(), denominator), denominator);
        place.put(wider.select());
        return Optional.of(new Parts(Column.of(numerator), Column.of(denominator)));
    }

    private static Expression called(Expression part, String name) {
        var mark = new Mark(part.place(), name);
        if (part instanceof Call call) {
            return new Call(
                    mark,
                    call.qualifier(),
                    call.name(),
                    call.names(),
                    call.arguments(),
                    call.distinct(),
                    call.filter(),
                    call.orders());
        }
        return part instanceof Column column ? new Column(mark, column.path()) : part;
    }

    /// Whether a further column leaves the rows as they are.
    private static boolean keepsItsRows(Select inner) {
        return inner.tail().distinct().isEmpty()
                && inner.grouping().isPlain()
                && inner.qualify().isEmpty()
                && inner.sample().isEmpty();
    }

    private static int index(Select inner, String name) {
        var names = inner.names().stream()
                .map(given -> given.toLowerCase(Locale.ROOT))
                .toList();
        return names.indexOf(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isOf(Column column, String alias) {
        return column.path().size() == 1
                || column.path().size() == 2 && column.path().getFirst().equalsIgnoreCase(alias);
    }

    private static Source.Derived with(Source.Derived derived, Query query) {
        return new Source.Derived(derived.place(), derived.alias(), derived.sample(), query, derived.names());
    }
}
