package io.poseidon.workbench.query.interval;

import io.poseidon.workbench.engine.batch.Rows;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.query.interval.bound.Bounds;
import io.poseidon.workbench.query.interval.bound.Overlaps;
import io.poseidon.workbench.query.interval.bound.Widening;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How each column of a result gets its interval. `extras` are SQL expressions that must be computed beside it, in the
/// same run, for the intervals to be known: numbers of cells, numerators, denominators.
public final class IntervalPlan {

    /// For a result of which nothing is known.
    public static final IntervalPlan NONE = new IntervalPlan(List.of(), new Extras(), Selection.NONE, Optional.empty());

    private final List<Noise> columns;
    private final Extras extras;
    private final Selection selection;
    private final Optional<Schema> schema;
    private final Bounds bounds;
    private final Quantiles quantiles = new Quantiles();

    IntervalPlan(List<Noise> columns, Extras extras, Selection selection, Optional<Schema> schema) {
        this(columns, extras, selection, schema, Bounds.NONE);
    }

    private IntervalPlan(
            List<Noise> columns, Extras extras, Selection selection, Optional<Schema> schema, Bounds bounds) {
        this.columns = List.copyOf(columns);
        this.extras = extras;
        this.selection = selection;
        this.schema = schema;
        this.bounds = bounds;
    }

    public static IntervalPlan of(Query query, List<Schema> schemas) {
        return PlanReader.read(query, schemas, Overlaps.NONE);
    }

    /// With lower bounds for the sums of people in which someone can be counted several times.
    public static IntervalPlan of(Query query, List<Schema> schemas, Overlaps overlaps) {
        return PlanReader.read(query, schemas, overlaps);
    }

    /// For a result that brings the intervals of its noisy columns along: `low` and `high` name the columns behind it
    /// that hold them, infinite where noise dominates and NULL where they are not known.
    public static IntervalPlan told(List<Boolean> noisy, IntFunction<String> low, IntFunction<String> high) {
        var columns = IntStream.range(0, noisy.size())
                .mapToObj(i -> noisy.get(i) ? new Noise.Told(low.apply(i), high.apply(i)) : Noise.NONE)
                .toList();
        var extras = new Extras();
        columns.forEach(extras::require);
        return new IntervalPlan(columns, extras, Selection.NONE, Optional.of(new Schema("", List.of())));
    }

    /// Whether an expression over cells makes one number of many of them.
    public static boolean aggregates(Expression expression) {
        return Gathering.isIn(expression);
    }

    /// With lower bounds; where no intervals are known the columns are counted by them.
    public IntervalPlan bounded(Bounds other) {
        var all = new Extras();
        extras.sql().forEach(all::require);
        other.lower().values().forEach(all::require);
        var unknown = Collections.<Noise>nCopies(other.columns(), new Noise.Unknown(Interval.Reason.SHAPE));
        return new IntervalPlan(columns.isEmpty() ? unknown : columns, all, selection, schema, other);
    }

    /// What the inner SELECTs of the question have to give for the extras.
    public List<Widening> widenings() {
        return bounds.lower().isEmpty() ? List.of() : bounds.widenings();
    }

    /// Whether the column is an upper bound, with a lower one beside it or not.
    public boolean isUpper(int column) {
        return isRange(column) || bounds.bare().contains(column);
    }

    /// Whether people are counted several times somewhere without a lower bound beside it.
    public boolean lacksBound() {
        return !bounds.complete();
    }

    /// Whether the column is an upper bound with a lower one beside it: see [#atLeast].
    public boolean isRange(int column) {
        return bounds.lower().containsKey(column);
    }

    /// The lower bound of a value that is an upper bound; empty for another column, and where it is NULL.
    public OptionalDouble atLeast(Rows rows, int column, long row) {
        var bound = bounds.lower().get(column);
        if (bound == null || rows.isNull(column, row)) {
            return OptionalDouble.empty();
        }
        double value = extras.values(rows, columns.size(), row).getOrDefault(bound, Double.NaN);
        // the noise of a part can exceed that of the whole
        return Double.isNaN(value)
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(value, rows.number(column, row)));
    }

    public List<String> extras() {
        return extras.sql();
    }

    Noise noise(int column) {
        return columns.get(column);
    }

    /// Whether noise can be in the column, as far as is known.
    public boolean isNoisy(int column) {
        return column >= columns.size() || !(columns.get(column) instanceof Noise.None);
    }

    /// The unit of a column that is a plain cell, a sum or mean of one measure, or an extreme of it.
    public Optional<String> unit(int column) {
        if (column >= columns.size()) {
            return Optional.empty();
        }
        return switch (columns.get(column)) {
            case Noise.Sum sum -> unit(sum.value().parts().keySet().stream());
            case Noise.Extreme extreme -> unit(Stream.of(extreme.cells()));
            case Noise.None ignored -> Optional.empty();
            case Noise.Told ignored -> Optional.empty();
            case Noise.Ratio ratio -> ratioUnit(ratio);
            case Noise.Unknown ignored -> Optional.empty();
        };
    }

    /// A measure over a count keeps the measure's unit: won per payment.
    private Optional<String> ratioUnit(Noise.Ratio ratio) {
        boolean overCount = ratio.denominator().value().parts().keySet().stream()
                .allMatch(atom -> schema.flatMap(table -> table.column(atom.column()))
                        .map(column ->
                                column.role() == Role.COUNT || column.unit().isEmpty())
                        .orElse(false));
        return overCount ? unit(ratio.numerator().value().parts().keySet().stream()) : Optional.empty();
    }

    /// `row` holds the result's own columns followed by the extras.
    public Interval interval(Rows rows, int column, long row) {
        if (column >= columns.size() || schema.isEmpty()) {
            return new Interval.Unknown(Interval.Reason.SHAPE);
        }
        if (rows.isNull(column, row)) {
            return columns.get(column) instanceof Noise.None
                    ? Interval.EXACT
                    : new Interval.Unknown(Interval.Reason.NULL);
        }
        return new RowNoise(schema.get(), selection, quantiles, extras.values(rows, columns.size(), row))
                .interval(columns.get(column), rows.number(column, row));
    }

    /// Whether anything is known of the result's columns.
    public boolean isKnown() {
        return schema.isPresent();
    }

    /// Columns of the result, as far as is known.
    public int size() {
        return columns.size();
    }

    /// The interval before a value is known: as wide as it will be, around zero or around a ratio's middle. `row` holds
    /// the extras alone.
    public Interval ahead(Rows rows, int column, long row) {
        return schema.map(table -> new RowNoise(table, selection, quantiles, extras.values(rows, 0, row))
                        .interval(columns.get(column), 0))
                .orElse(new Interval.Unknown(Interval.Reason.SHAPE));
    }

    /// The same where nothing is computed beside the result: a plain noisy value, or a sum of such.
    public Interval ahead(int column) {
        return schema.map(table -> column < columns.size()
                        ? new RowNoise(table, selection, quantiles, Map.of()).interval(columns.get(column), 0)
                        : new Interval.Unknown(Interval.Reason.SHAPE))
                .orElse(new Interval.Unknown(Interval.Reason.SHAPE));
    }

    private Optional<String> unit(Stream<Atom> atoms) {
        var units = atoms.map(atom ->
                        schema.flatMap(table -> table.column(atom.column())).flatMap(column -> column.unit()))
                .distinct()
                .toList();
        return units.size() == 1 ? units.getFirst() : Optional.empty();
    }
}
