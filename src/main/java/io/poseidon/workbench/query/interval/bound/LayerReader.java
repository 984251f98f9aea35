package io.poseidon.workbench.query.interval.bound;

import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.decide.scope.Functions;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Expression.Call;
import io.poseidon.workbench.policy.tree.Sql;
import io.poseidon.workbench.policy.tree.Window;
import io.poseidon.workbench.query.interval.bound.Relation.Output;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/// Finds what one SELECT makes of the bounds in what it reads. Every bound is at most the number of people behind its
/// row, so is the largest bound for the people behind several rows together, and their sum where nobody is behind two
/// of them. Minimum, maximum and mean grow with each of their values: that of the bounds is at most that of the
/// numbers of people.
final class LayerReader {

    private static final Set<String> GROWING = Set.of("min", "max", "avg", "mean");

    private final Layer layer;
    private final Relation inner;
    private final Optional<Schema> cells;
    private final Overlaps overlaps;

    /// `cells` where the SELECT reads the table of cells itself.
    LayerReader(Layer layer, Relation inner, Optional<Schema> cells, Overlaps overlaps) {
        this.layer = layer;
        this.inner = inner;
        this.cells = cells;
        this.overlaps = overlaps;
    }

    Relation read() {
        var outputs = new ArrayList<Output>();
        for (int i = 0; i < layer.select().columns().size(); i++) {
            var column = layer.select().columns().get(i);
            if (column instanceof Expression.Star) {
                inner.outputs().forEach(output -> outputs.add(bare(output)));
            } else {
                outputs.add(output(column).named(layer.select().names().get(i)));
            }
        }
        return new Relation(outputs, inner.apart() || layer.isGrouped() && keysAreFixed());
    }

    /// Whether what is read is called as a whole somewhere: a further column would show in it.
    boolean callsTheWhole() {
        return layer.expressions().stream().anyMatch(this::callsTheWhole);
    }

    private boolean callsTheWhole(Expression expression) {
        return expression instanceof Expression.Column column
                        && column.path().size() == 1
                        && column.name().equalsIgnoreCase(layer.alias())
                        && inner.find(column).isEmpty()
                || expression.children().stream().anyMatch(this::callsTheWhole);
    }

    private Output bare(Output output) {
        return layer.isGrouped() ? output.asKey() : output;
    }

    private Output output(Expression expression) {
        if (expression instanceof Expression.Column column) {
            return inner.find(column).map(this::bare).orElse(Output.plain(column.name(), false));
        }
        boolean upper = isUpper(expression);
        var bound = expression instanceof Call call ? bound(call) : Optional.<String>empty();
        return new Output("", bound, upper, false);
    }

    /// For an aggregate of people, in the same group.
    private Optional<String> bound(Call call) {
        var people = people(call);
        if (people.isEmpty() || call.distinct() || !call.orders().isEmpty()) {
            return Optional.empty();
        }
        if (call.name().equals("sum")) {
            return Optional.of(sum(call, people.get()));
        }
        return GROWING.contains(call.name()) && !overlaps.isAt(call.place())
                ? Optional.of(over(call, call.name(), people.get()))
                : Optional.empty();
    }

    /// For a sum of people whose numbers have this bound. Of cells, the sum is exact where nobody is in two of them.
    private String sum(Call call, String people) {
        boolean overlapping = overlaps.isAt(call.place());
        if (cells.isPresent()) {
            return overlapping
                    ? LowerBound.of(call, cells.get(), overlaps.columns(cells.get()))
                            .orElse(over(call, "max", people))
                    : Sql.of(call);
        }
        return over(call, inner.apart() && !overlapping ? "sum" : "max", people);
    }

    private Optional<String> people(Call call) {
        return call.arguments().size() == 1 && call.arguments().getFirst() instanceof Expression.Column column
                ? inner.find(column).flatMap(Output::bound)
                : Optional.empty();
    }

    private static String over(Call call, String function, String argument) {
        var filter = call.filter().map(where -> " FILTER (WHERE " + Sql.of(where) + ")");
        return function + "(" + argument + ")" + filter.orElse("");
    }

    private boolean isUpper(Expression expression) {
        return overlaps.isAt(expression.place())
                || expression instanceof Window window
                        && overlaps.isAt(window.call().place())
                || expression instanceof Expression.Column column
                        && inner.find(column).map(Output::upper).orElse(false)
                || expression.children().stream().anyMatch(this::isUpper);
    }

    /// Whether a person can be in one group only: the keys are among what stands behind GROUP BY and the outputs
    /// outside aggregates, where names of outputs, their numbers and ALL point to.
    private boolean keysAreFixed() {
        var keys = new ArrayList<>(layer.select().grouping().by());
        keys.addAll(layer.select().columns());
        return keys.stream().allMatch(this::isFixed);
    }

    private boolean isFixed(Expression key) {
        if (key instanceof Expression.Column column) {
            return inner.find(column).map(Output::fixed).orElseGet(() -> isName(column.name()));
        }
        if (key instanceof Expression.Star) {
            return inner.outputs().stream().allMatch(Output::fixed);
        }
        boolean aggregate = key instanceof Call call && Functions.isAggregate(Functions.canonical(call.name()));
        return aggregate || key.children().stream().allMatch(this::isFixed);
    }

    private boolean isName(String name) {
        return layer.select().columns().stream()
                .anyMatch(output -> output.alias().equalsIgnoreCase(name));
    }
}
