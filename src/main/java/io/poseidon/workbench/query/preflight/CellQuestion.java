package io.poseidon.workbench.query.preflight;

import io.poseidon.workbench.model.Column;
import io.poseidon.workbench.model.Schema;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.policy.tree.Source;
import io.poseidon.workbench.policy.tree.Sql;
import io.poseidon.workbench.policy.tree.Window;
import io.poseidon.workbench.query.interval.IntervalPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which cells one SELECT over one table of cells reads, and which of them make one row of its answer.
record CellQuestion(Schema schema, Source.Table table, Optional<Expression> where, Optional<List<Expression>> groups) {

    /// Empty for every other shape.
    static Optional<CellQuestion> of(Query query, List<Schema> schemas) {
        if (!(query instanceof Query.Select select)
                || !(select.from() instanceof Source.Table table)
                || !isPlain(select, table)) {
            return Optional.empty();
        }
        return schemas.stream()
                .filter(schema -> schema.table().equalsIgnoreCase(table.name()))
                .findFirst()
                .map(schema -> of(select, table, schema));
    }

    private static boolean isPlain(Query.Select select, Source.Table table) {
        return select.ctes().isEmpty()
                && select.sample().isEmpty()
                && table.sample().isEmpty()
                && table.names().isEmpty()
                && select.grouping().isPlain();
    }

    private static CellQuestion of(Query.Select select, Source.Table table, Schema schema) {
        var names = new Aliases(select, schema);
        boolean grouped = select.grouping().isPresent()
                || select.having().isPresent()
                || select.columns().stream().anyMatch(IntervalPlan::aggregates);
        var groups = new ArrayList<Expression>();
        if (select.grouping().all()) {
            select.columns().stream()
                    .filter(column -> !IntervalPlan.aggregates(column))
                    .forEach(groups::add);
        } else {
            select.grouping().by().forEach(by -> groups.add(names.group(by)));
        }
        return new CellQuestion(
                schema,
                table,
                select.where().map(names::replace),
                grouped ? Optional.of(List.copyOf(groups)) : Optional.empty());
    }

    /// Names given in the SELECT list, which may be used in WHERE and GROUP BY where no column has them.
    private record Aliases(Query.Select select, Schema schema) {

        Expression group(Expression by) {
            if (by instanceof Expression.Constant constant
                    && constant.kind() == Expression.Constant.Kind.INTEGER
                    && constant.text().matches("\\d{1,4}")) {
                int number = Integer.parseInt(constant.text());
                return number >= 1 && number <= select.columns().size()
                        ? select.columns().get(number - 1)
                        : by;
            }
            return replace(by);
        }

        Expression replace(Expression expression) {
            if (expression instanceof Expression.Column column && !isColumn(column.name())) {
                return select.columns().stream()
                        .filter(output -> output.alias().equalsIgnoreCase(column.name()))
                        .findFirst()
                        .orElse(expression);
            }
            return expression.with(
                    expression.children().stream().map(this::replace).toList());
        }

        private boolean isColumn(String name) {
            return schema.columns().stream().anyMatch(column -> column.name().equalsIgnoreCase(name));
        }
    }

    /// Whether cells, or the groups they make, are chosen by dimensions alone, so that the declared cells tell which.
    boolean isPublic() {
        return where.stream().allMatch(this::isPublic)
                && groups.stream().flatMap(List::stream).allMatch(this::isPublic);
    }

    private boolean isPublic(Expression expression) {
        return switch (expression) {
            case Expression.Column column ->
                schema.dimensions().stream().map(Column::name).anyMatch(column.name()::equalsIgnoreCase);
            case Expression.Subquery ignored -> false;
            case Expression.Star ignored -> false;
            case Expression.Positional ignored -> false;
            case Window ignored -> false;
            default -> expression.children().stream().allMatch(this::isPublic);
        };
    }

    /// One row with the number of cells read that hold a number, and of groups that have any: a suppressed cell may
    /// stand there without one.
    String heldSql() {
        return countSql(schema.measures().stream()
                .findFirst()
                .map(measure -> Sql.name(measure.name()))
                .orElse("*"));
    }

    /// The same for all declared cells, of which only the dimensions are there.
    String declaredSql() {
        return countSql("*");
    }

    private String countSql(String counted) {
        return "SELECT CAST(coalesce(sum(cells), 0) AS BIGINT) AS cells, count(*) FILTER (WHERE cells > 0) AS groups"
                + " FROM (SELECT count(" + counted + ") AS cells" + rest() + ")";
    }

    /// One row for each row of the answer with what is computed beside it.
    String extrasSql(List<String> extras, int most) {
        return "SELECT " + String.join(", ", extras) + rest() + " LIMIT " + most;
    }

    private String rest() {
        var alias = table.alias().isEmpty() ? "" : " AS " + Sql.name(table.alias());
        var filter = where.map(condition -> " WHERE " + Sql.of(condition)).orElse("");
        var by = groups.filter(list -> !list.isEmpty())
                .map(list -> list.stream()
                        .map(group -> "(" + Sql.of(group) + ")")
                        .collect(Collectors.joining(", ", " GROUP BY ", "")))
                .orElse("");
        return " FROM " + Sql.name(schema.table()) + alias + filter + by;
    }
}
