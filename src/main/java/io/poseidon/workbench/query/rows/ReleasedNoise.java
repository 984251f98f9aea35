package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.model.Role;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.Question.Number;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.query.interval.IntervalPlan;
import io.poseidon.workbench.query.interval.bound.Bounds;
import io.poseidon.workbench.query.interval.bound.Overlaps;
import io.poseidon.workbench.query.rows.question.Grouping;
import io.poseidon.workbench.query.rows.question.Plan;
import io.poseidon.workbench.query.rows.question.Steps;
import io.poseidon.workbench.query.rows.question.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How the intervals of an answer follow from the noise of its released tables, by the rules for cells: a released
/// group is a cell. A mean is the quotient of a noisy total and a noisy number of rows, so its interval is Fieller's.
final class ReleasedNoise {

    private ReleasedNoise() {}

    static IntervalPlan intervals(Plan plan) {
        var schemas = IntStream.range(0, plan.groupings().size())
                .mapToObj(index -> schema(plan, index))
                .toList();
        var overlaps = Overlaps.ofReleased(plan.reading());
        return IntervalPlan.of(quotients(plan), schemas)
                .bounded(Bounds.of(plan.reading().query(), schemas, overlaps));
    }

    /// The total and the number of rows that a mean is the quotient of, as columns of the released table.
    static String total(String mean) {
        return mean + "_total";
    }

    static String rows(String mean) {
        return mean + "_rows";
    }

    private static Query quotients(Plan plan) {
        return plan.reading().query() instanceof Query.Select select
                ? new Query.Select(
                        select.ctes(),
                        select.columns().stream()
                                .map(column -> quotients(plan, column))
                                .toList(),
                        select.names(),
                        select.from(),
                        select.where(),
                        select.grouping(),
                        select.having(),
                        select.qualify(),
                        select.sample(),
                        select.tail())
                : plan.reading().query();
    }

    private static Expression quotients(Plan plan, Expression expression) {
        if (expression instanceof Expression.Column column && isMean(plan, column.name())) {
            return Expression.Call.of(
                    column.mark(),
                    "/",
                    Expression.Column.of(total(column.name())),
                    Expression.Column.of(rows(column.name())));
        }
        var children = expression.children();
        return children.isEmpty()
                ? expression
                : expression.with(
                        children.stream().map(child -> quotients(plan, child)).toList());
    }

    private static boolean isMean(Plan plan, String name) {
        return plan.reading().questions().stream().anyMatch(question -> {
            var numbers = question.numbers();
            return IntStream.range(0, numbers.size())
                    .anyMatch(i -> name.equals("n" + i) && numbers.get(i).kind() == Number.Kind.AVG);
        });
    }

    /// The released table of one question: its groups, and its numbers with their noise.
    private static Schema schema(Plan plan, int index) {
        var grouping = plan.groupings().get(index);
        var question = grouping.question();
        var vectors = plan.vectorsOf(index);
        var columns = new ArrayList<Column>();
        var keys = IntStream.range(0, Math.max(1, grouping.groups().size()))
                .mapToObj(String::valueOf)
                .toList();
        for (int i = 0; i < Math.max(1, question.groups().size()); i++) {
            columns.add(Column.dimension("g" + i, ColumnType.OTHER, i == 0 ? keys : List.of("0")));
        }
        for (int i = 0; i < question.numbers().size(); i++) {
            var number = question.numbers().get(i);
            var name = "n" + i;
            switch (number.kind()) {
                case SUM -> columns.add(column(name, Role.MEASURE, variance(number, grouping, vectors)));
                case COUNT, COUNT_DISTINCT_IDENTITY, SUM_DISTINCT_OWN ->
                    columns.add(column(name, Role.COUNT, variance(number, grouping, vectors)));
                case AVG -> {
                    var counted = new Number(Number.Kind.COUNT, "");
                    columns.add(column(total(name), Role.MEASURE, variance(number, grouping, vectors)));
                    columns.add(column(rows(name), Role.COUNT, variance(counted, grouping, vectors)));
                }
            }
        }
        return new Schema(question.name(), columns);
    }

    private static Column column(String name, Role role, Optional<Rational> variance) {
        return new Column(name, role, ColumnType.OTHER, Optional.empty(), List.of(), Optional.empty(), variance);
    }

    private static Optional<Rational> variance(Number number, Grouping grouping, List<Vector> vectors) {
        return vectors.stream()
                .filter(vector -> vector.serves(number))
                .findFirst()
                .map(vector -> scaled(vector, grouping));
    }

    private static Rational scaled(Vector vector, Grouping grouping) {
        if (vector.kind() != Vector.Kind.TOTAL) {
            return vector.variance();
        }
        var scale =
                Steps.of(grouping.question().table().measure(vector.measure())).scale();
        return vector.variance().over(scale.times(scale));
    }
}
