package io.poseidon.workbench.policy.tree;

import io.poseidon.workbench.policy.tree.Expression.Star;
import io.poseidon.workbench.policy.tree.Query.Cte;
import io.poseidon.workbench.policy.tree.Query.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes queries and what stands behind FROM. A pivot cannot be written back: such statements run from the engine's
/// own tree only.
final class SqlOfQueries {

    private SqlOfQueries() {}

    static String of(Query query) {
        var body = switch (query) {
            case Query.Select select -> select(select);
            case Query.SetOperation operation -> operation(operation);
            case Query.Recursive recursive -> throw new UnsupportedOperationException("recursive");
        };
        return ctes(query.ctes()) + body + tail(query.tail());
    }

    private static String ctes(List<Cte> ctes) {
        return ctes.isEmpty()
                ? ""
                : ctes.stream().map(SqlOfQueries::cte).collect(Collectors.joining(", ", "WITH ", " "));
    }

    private static String cte(Cte cte) {
        return Sql.name(cte.name()) + names(cte.names()) + " AS (" + of(cte.query()) + ")";
    }

    private static String select(Query.Select select) {
        var out = new StringBuilder("SELECT ");
        select.tail()
                .distinct()
                .ifPresent(distinct -> out.append(
                        distinct.on().isEmpty() ? "DISTINCT " : "DISTINCT ON (" + Sql.list(distinct.on()) + ") "));
        out.append(IntStream.range(0, select.columns().size())
                .mapToObj(i -> output(select.columns().get(i), select.names().get(i)))
                .collect(Collectors.joining(", ")));
        if (!(select.from() instanceof Source.Empty)) {
            out.append(" FROM ").append(source(select.from()));
        }
        select.where().ifPresent(where -> out.append(" WHERE ").append(Sql.of(where)));
        out.append(grouping(select.grouping()));
        select.having().ifPresent(having -> out.append(" HAVING ").append(Sql.of(having)));
        select.qualify().ifPresent(qualify -> out.append(" QUALIFY ").append(Sql.of(qualify)));
        return out.toString();
    }

    private static String output(Expression column, String name) {
        boolean named = name.isEmpty()
                || column instanceof Star
                || (column instanceof Expression.Column own && own.name().equals(name));
        return Sql.of(column) + (named ? "" : " AS " + Sql.name(name));
    }

    private static String grouping(Query.Grouping grouping) {
        if (grouping.all()) {
            return " GROUP BY ALL";
        }
        if (grouping.by().isEmpty()) {
            return grouping.sets().isEmpty() ? "" : " GROUP BY ()";
        }
        if (grouping.isPlain()) {
            return " GROUP BY " + Sql.list(grouping.by());
        }
        return grouping.sets().stream()
                .map(set -> set.stream()
                        .map(index -> Sql.of(grouping.by().get(index)))
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", ", " GROUP BY GROUPING SETS (", ")"));
    }

    private static String operation(Query.SetOperation operation) {
        var word = operation.kind().name().replace('_', ' ');
        var by = word.startsWith("UNION BY")
                ? (operation.all() ? " UNION ALL BY NAME " : " UNION BY NAME ")
                : " " + word + (operation.all() ? " ALL " : " ");
        return operation.parts().stream().map(part -> "(" + of(part) + ")").collect(Collectors.joining(by));
    }

    private static String tail(Tail tail) {
        var out = new StringBuilder();
        if (!tail.orders().isEmpty()) {
            out.append(" ORDER BY ").append(Sql.orders(tail.orders()));
        }
        tail.limit()
                .ifPresent(limit -> out.append(" LIMIT ").append(Sql.of(limit)).append(tail.percent() ? "%" : ""));
        tail.offset().ifPresent(offset -> out.append(" OFFSET ").append(Sql.of(offset)));
        return out.toString();
    }

    private static String source(Source source) {
        var body = switch (source) {
            case Source.Empty empty -> "(SELECT 1)";
            case Source.Table table ->
                (table.qualifier().isEmpty() ? "" : Sql.name(table.qualifier()) + ".")
                        + Sql.name(table.name())
                        + alias(table.alias(), table.names(), table.name());
            case Source.Derived derived ->
                "(" + of(derived.query()) + ")" + alias(derived.alias(), derived.names(), "derived");
            case Source.Function function ->
                Sql.of(function.call())
                        + (function.ordinality() ? " WITH ORDINALITY" : "")
                        + alias(
                                function.alias(),
                                function.names(),
                                function.call().name());
            case Source.Values values ->
                values.rows().stream()
                                .map(row -> "(" + Sql.list(row) + ")")
                                .collect(Collectors.joining(", ", "(VALUES ", ")"))
                        + alias(values.alias(), values.names(), "valueslist");
            case Source.Join join -> join(join);
            case Source.Pivot pivot -> throw new UnsupportedOperationException("pivot");
        };
        return body;
    }

    private static String join(Source.Join join) {
        var left = source(join.left());
        var right = join.right() instanceof Source.Join ? "(" + source(join.right()) + ")" : source(join.right());
        if (join.kind().equals("CROSS")) {
            return left + (join.implicit() ? ", " : " CROSS JOIN ") + right;
        }
        var kind = join.kind().equals("REGULAR") ? "" : join.kind() + " ";
        var type = join.type().equals("INNER") ? "" : join.type() + " ";
        var using = join.using().isEmpty() ? "" : " USING" + names(join.using());
        var on = join.on().map(condition -> " ON " + Sql.of(condition)).orElse("");
        return left + " " + kind + type + "JOIN " + right + using + on;
    }

    private static String alias(String alias, List<String> names, String otherwise) {
        if (!names.isEmpty()) {
            return " AS " + Sql.name(alias.isEmpty() ? otherwise : alias) + names(names);
        }
        return alias.isEmpty() ? "" : " AS " + Sql.name(alias);
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "" : names.stream().map(Sql::name).collect(Collectors.joining(", ", "(", ")"));
    }

    static String star(Star star) {
        var out = new StringBuilder(star.relation().isEmpty() ? "*" : Sql.name(star.relation()) + ".*");
        if (star.columns() && star.pattern().isPresent()) {
            return "COLUMNS(" + Sql.of(star.pattern().get()) + ")";
        }
        var parts = new ArrayList<String>();
        if (!star.exclude().isEmpty()) {
            parts.add(" EXCLUDE" + names(star.exclude()));
        }
        if (!star.replace().isEmpty()) {
            parts.add(star.replace().stream()
                    .map(item -> Sql.of(item.by()) + " AS " + Sql.name(item.name()))
                    .collect(Collectors.joining(", ", " REPLACE (", ")")));
        }
        if (!star.rename().isEmpty()) {
            parts.add(star.rename().stream()
                    .map(item -> Sql.name(item.from()) + " AS " + Sql.name(item.to()))
                    .collect(Collectors.joining(", ", " RENAME (", ")")));
        }
        parts.forEach(out::append);
        return star.columns() ? "COLUMNS(" + out + ")" : out.toString();
    }
}
