package io.poseidon.workbench.policy.tree;

import io.poseidon.workbench.policy.tree.Expression.Order;
import java.util.List;
import java.util.stream.Collectors;

/// Writes expressions as text: every name quoted, everything in parentheses, so that the text has one reading.
public final class Sql {

    private Sql() {}

    public static String of(Expression expression) {
        return switch (expression) {
            case Expression.Column column ->
                column.path().stream().map(Sql::name).collect(Collectors.joining("."));
            case Expression.Constant constant -> constant(constant);
            case Expression.Call call -> call(call);
            case Expression.Comparison comparison ->
                "(" + of(comparison.left()) + " " + comparison.operator().sql() + " " + of(comparison.right()) + ")";
            case Expression.Conjunction conjunction ->
                joined(conjunction.children(), conjunction.all() ? " AND " : " OR ");
            case Expression.Between between ->
                "(" + of(between.input()) + " BETWEEN " + of(between.lower()) + " AND " + of(between.upper()) + ")";
            case Expression.Operation operation -> operation(operation);
            case Expression.Case cases -> cases(cases);
            case Expression.Cast cast ->
                (cast.attempt() ? "TRY_CAST(" : "CAST(") + of(cast.child()) + " AS " + type(cast) + ")";
            case Expression.Collate collate ->
                "(" + of(collate.child()) + " COLLATE " + name(collate.collation()) + ")";
            case Expression.Lambda lambda ->
                "(LAMBDA " + lambda.parameters().stream().map(Sql::name).collect(Collectors.joining(", ")) + ": "
                        + of(lambda.body()) + ")";
            case Expression.Window window -> window(window);
            case Expression.Subquery subquery -> "(subquery)";
            case Expression.Star star -> star.relation().isEmpty() ? "*" : name(star.relation()) + ".*";
            case Expression.Positional positional -> "#" + positional.index();
        };
    }

    /// A name in double quotes.
    public static String name(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /// A text in single quotes.
    public static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    public static String list(List<Expression> expressions) {
        return expressions.stream().map(Sql::of).collect(Collectors.joining(", "));
    }

    private static String constant(Expression.Constant constant) {
        return switch (constant.kind()) {
            case STRING -> text(constant.text());
            case INTEGER, NUMERIC -> constant.text().startsWith("-") ? "(" + constant.text() + ")" : constant.text();
            case BOOLEAN -> constant.text();
            case NULL_LITERAL -> "NULL";
            case HEX -> "x" + text(constant.text());
            case BIT -> "b" + text(constant.text());
        };
    }

    private static String call(Expression.Call call) {
        var arguments = call.arguments();
        var symbol =
                !Character.isLetter(call.name().codePointAt(0)) && !call.name().startsWith("_");
        if (symbol && arguments.size() == 2) {
            return "(" + of(arguments.get(0)) + " " + call.name() + " " + of(arguments.get(1)) + ")";
        }
        if (symbol && arguments.size() == 1) {
            return "(" + call.name() + " " + of(arguments.getFirst()) + ")";
        }
        if (call.name().equals("count_star")) {
            return "count(*)" + filter(call);
        }
        var order = call.orders().isEmpty() ? "" : " ORDER BY " + orders(call.orders());
        return name(call.name()) + "(" + (call.distinct() ? "DISTINCT " : "") + arguments(call) + order + ")"
                + filter(call);
    }

    private static String arguments(Expression.Call call) {
        var out = new StringBuilder();
        for (int i = 0; i < call.arguments().size(); i++) {
            out.append(i == 0 ? "" : ", ");
            if (!call.names().get(i).isEmpty()) {
                out.append(name(call.names().get(i))).append(" := ");
            }
            out.append(of(call.arguments().get(i)));
        }
        return out.toString();
    }

    private static String filter(Expression.Call call) {
        return call.filter().map(filter -> " FILTER (WHERE " + of(filter) + ")").orElse("");
    }

    private static String operation(Expression.Operation operation) {
        var parts = operation.children();
        return switch (operation.operator()) {
            case OPERATOR_NOT -> "(NOT " + of(parts.getFirst()) + ")";
            case OPERATOR_IS_NULL -> "(" + of(parts.getFirst()) + " IS NULL)";
            case OPERATOR_IS_NOT_NULL -> "(" + of(parts.getFirst()) + " IS NOT NULL)";
            case COMPARE_IN -> "(" + of(parts.getFirst()) + " IN (" + list(parts.subList(1, parts.size())) + "))";
            case COMPARE_NOT_IN ->
                "(" + of(parts.getFirst()) + " NOT IN (" + list(parts.subList(1, parts.size())) + "))";
            case OPERATOR_COALESCE -> "COALESCE(" + list(parts) + ")";
            case ARRAY_EXTRACT -> of(parts.get(0)) + "[" + of(parts.get(1)) + "]";
            case ARRAY_SLICE -> "list_slice(" + list(parts) + ")";
            case STRUCT_EXTRACT -> "struct_extract(" + list(parts) + ")";
            case OPERATOR_TRY -> "TRY(" + of(parts.getFirst()) + ")";
            case OPERATOR_UNPACK -> "*" + of(parts.getFirst());
            case GROUPING_FUNCTION -> "GROUPING(" + list(parts) + ")";
        };
    }

    private static String cases(Expression.Case cases) {
        var out = new StringBuilder("CASE");
        for (int i = 0; i < cases.when().size(); i++) {
            out.append(" WHEN ").append(of(cases.when().get(i)));
            out.append(" THEN ").append(of(cases.then().get(i)));
        }
        return out.append(" ELSE ").append(of(cases.otherwise())).append(" END").toString();
    }

    private static String type(Expression.Cast cast) {
        return cast.parameters().isEmpty()
                ? cast.type()
                : cast.type() + "(" + String.join(", ", cast.parameters()) + ")";
    }

    private static String window(Expression.Window window) {
        var partitions = window.partitions().isEmpty() ? "" : "PARTITION BY " + list(window.partitions());
        var orders = window.orders().isEmpty() ? "" : " ORDER BY " + orders(window.orders());
        return of(window.call()) + " OVER (" + partitions + orders + " " + Frames.sql(window) + ")";
    }

    static String orders(List<Order> orders) {
        return orders.stream().map(Sql::order).collect(Collectors.joining(", "));
    }

    private static String order(Order order) {
        var direction = switch (order.direction()) {
            case "DESCENDING" -> " DESC";
            case "ASCENDING" -> " ASC";
            default -> "";
        };
        var nulls = order.nulls().equals("ORDER_DEFAULT") ? "" : " " + order.nulls();
        return of(order.by()) + direction + nulls;
    }

    private static String joined(List<Expression> parts, String by) {
        return parts.stream().map(Sql::of).collect(Collectors.joining(by, "(", ")"));
    }
}
