package io.poseidon.workbench.query.interval;

import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.policy.tree.Source;
import io.poseidon.workbench.query.interval.bound.Bounds;
import io.poseidon.workbench.query.interval.bound.Overlaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the plan of one SELECT over one table of cells; every other shape has no intervals.
final class PlanReader {

    private final Query.Select select;
    private final Schema schema;
    private final NoiseReader reader;

    private PlanReader(Query.Select select, Schema schema) {
        this.select = select;
        this.schema = schema;
        boolean grouped = select.grouping().isPresent()
                || select.having().isPresent()
                || select.columns().stream().anyMatch(Gathering::isIn);
        this.reader = new NoiseReader(schema, grouped);
    }

    /// Where a column has no interval it can still have a lower bound.
    static IntervalPlan read(Query query, List<Schema> schemas, Overlaps overlaps) {
        return read(query, schemas).bounded(Bounds.of(query, schemas, overlaps));
    }

    private static IntervalPlan read(Query query, List<Schema> schemas) {
        if (!(query instanceof Query.Select select) || !(select.from() instanceof Source.Table table)) {
            return IntervalPlan.NONE;
        }
        boolean plain = select.ctes().isEmpty()
                && select.qualify().isEmpty()
                && select.sample().isEmpty()
                && table.sample().isEmpty()
                && table.names().isEmpty()
                && select.tail().distinct().isEmpty()
                && select.grouping().isPlain();
        var schema = schemas.stream()
                .filter(candidate -> candidate.table().equalsIgnoreCase(table.name()))
                .findFirst();
        return plain && schema.isPresent() ? new PlanReader(select, schema.get()).plan() : IntervalPlan.NONE;
    }

    private IntervalPlan plan() {
        var columns = new ArrayList<Noise>();
        for (var expression : select.columns()) {
            if (expression instanceof Expression.Star star) {
                if (!isPlain(star)) {
                    return IntervalPlan.NONE;
                }
                schema.columns().forEach(column -> columns.add(reader.read(Expression.Column.of(column.name()))));
            } else {
                columns.add(reader.read(expression));
            }
        }
        var extras = new Extras();
        columns.forEach(extras::require);
        return new IntervalPlan(columns, extras, selection(columns), Optional.of(schema));
    }

    private static boolean isPlain(Expression.Star star) {
        return star.exclude().isEmpty()
                && star.replace().isEmpty()
                && star.rename().isEmpty()
                && !star.columns()
                && star.pattern().isEmpty();
    }

    private Selection selection(List<Noise> columns) {
        if (select.where().map(reader::mentionsNoise).orElse(false)) {
            return Selection.CELLS;
        }
        boolean byGroup = select.having().map(reader::mentionsNoise).orElse(false)
                || select.tail().isLimited()
                        && select.tail().orders().stream().anyMatch(order -> isNoisy(order.by(), columns));
        return byGroup ? Selection.GROUPS : Selection.NONE;
    }

    /// ORDER BY names an expression, an output column or its number.
    private boolean isNoisy(Expression by, List<Noise> columns) {
        if (by instanceof Expression.Constant constant && constant.text().matches("[0-9]{1,4}")) {
            int number = Integer.parseInt(constant.text());
            return number < 1 || number > columns.size() || !(columns.get(number - 1) instanceof Noise.None);
        }
        if (by instanceof Expression.Column column) {
            for (int i = 0;
                    i < select.columns().size()
                            && columns.size() == select.columns().size();
                    i++) {
                if (select.columns().get(i).alias().equalsIgnoreCase(column.name())) {
                    return !(columns.get(i) instanceof Noise.None);
                }
            }
        }
        return reader.mentionsNoise(by);
    }
}
