package io.poseidon.workbench.policy.tree;

import io.poseidon.workbench.policy.tree.Expression.Order;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes a tree as text that the engine reads as the same tree. Names are quoted where they are not plain lower-case
/// words; whatever could bind otherwise stands in parentheses.
public final class Sql {

    private static final Set<String> RESERVED = Stream.of("""
        all analyse analyze and anti any array as asc asof asymmetric at between both by case cast check
        collate column columns constraint create cross current_date current_time current_timestamp default
        deferrable desc describe distinct do else end except exists extract false fetch for foreign from full
        generated glob grant group having ilike in initially inner interval intersect into is isnull join
        lambda lateral leading left like limit localtime localtimestamp map natural not notnull null offset
        on only or order outer over overlaps pivot pivot_longer pivot_wider placing position positional
        primary qualify references returning right row sample select semi show similar some struct
        substring summarize symmetric table tablesample then to trailing trim true try_cast union unique
        unnest unpivot user using values variadic when where window with
        """.split("\\s+")).collect(Collectors.toUnmodifiableSet());

    private Sql() {}

    public static String of(Query query) {
        return SqlOfQueries.of(query);
    }

    public static String of(Expression expression) {
        return switch (expression) {
            case Expression.Column column ->
                column.path().stream().map(Sql::name).collect(Collectors.joining("."));
            case Expression.Constant constant -> constant(constant);
            case Expression.Call call -> call(call);
            case Condition.Comparison comparison ->
                operand(comparison.left()) + " " + comparison.operator().sql() + " " + operand(comparison.right());
            case Condition.Conjunction conjunction ->
                conjunction.children().stream()
                        .map(part -> part instanceof Condition.Conjunction ? "(" + of(part) + ")" : of(part))
                        .collect(Collectors.joining(conjunction.all() ? " AND " : " OR "));
            case Condition.Between between ->
                operand(between.input()) + " BETWEEN " + operand(between.lower()) + " AND " + operand(between.upper());
            case Condition.Operation operation -> operation(operation);
            case Condition.Case cases -> cases(cases);
            case Expression.Cast cast ->
                (cast.attempt() ? "TRY_CAST(" : "CAST(") + of(cast.child()) + " AS " + type(cast) + ")";
            case Expression.Collate collate -> operand(collate.child()) + " COLLATE " + name(collate.collation());
            case Expression.Lambda lambda ->
                "(LAMBDA " + lambda.parameters().stream().map(Sql::name).collect(Collectors.joining(", ")) + ": "
                        + of(lambda.body()) + ")";
            case Window window -> window(window);
            case Expression.Subquery subquery -> subquery(subquery);
            case Expression.Star star -> SqlOfQueries.star(star);
            case Expression.Positional positional -> "#" + positional.index();
        };
    }

    /// As a name: in double quotes unless it is a plain word.
    public static String name(String name) {
        boolean plain = name.matches("[a-z_][a-z0-9_]*") && !RESERVED.contains(name);
        return plain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /// As a text in single quotes.
    public static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String list(List<Expression> expressions) {
        return expressions.stream().map(Sql::of).collect(Collectors.joining(", "));
    }

    /// In parentheses unless it cannot be torn apart.
    private static String operand(Expression expression) {
        boolean whole = switch (expression) {
            case Expression.Column c -> true;
            case Expression.Constant c -> !c.text().startsWith("-");
            case Expression.Call call -> !isSymbol(call);
            case Condition.Case c -> true;
            case Expression.Cast c -> true;
            case Expression.Subquery subquery -> subquery.kind() == Expression.Subquery.Kind.SCALAR;
            case Condition.Comparison c -> false;
            case Condition.Conjunction c -> false;
            case Condition.Between c -> false;
            case Condition.Operation operation ->
                operation.operator() == Condition.Operation.Operator.OPERATOR_COALESCE;
            case Expression.Collate c -> false;
            case Expression.Lambda c -> true;
            case Window c -> true;
            case Expression.Star c -> true;
            case Expression.Positional c -> true;
        };
        return whole ? of(expression) : "(" + of(expression) + ")";
    }

    private static String constant(Expression.Constant constant) {
        return switch (constant.kind()) {
            case STRING -> text(constant.text());
            case INTEGER, NUMERIC, BOOLEAN -> constant.text();
            case NULL_LITERAL -> "NULL";
            case HEX -> "x" + text(constant.text());
            case BIT -> "b" + text(constant.text());
        };
    }

    private static boolean isSymbol(Expression.Call call) {
        return !Character.isLetter(call.name().codePointAt(0)) && !call.name().startsWith("_");
    }

    private static String call(Expression.Call call) {
        var arguments = call.arguments();
        if (isSymbol(call) && arguments.size() == 2) {
            return operand(arguments.get(0)) + " " + call.name() + " " + operand(arguments.get(1));
        }
        if (isSymbol(call) && arguments.size() == 1) {
            return call.name() + operand(arguments.getFirst());
        }
        if (call.name().equals("count_star")) {
            return "COUNT(*)" + filter(call);
        }
        var order = call.orders().isEmpty() ? "" : " ORDER BY " + orders(call.orders());
        var qualifier = call.qualifier().isEmpty() ? "" : name(call.qualifier()) + ".";
        return qualifier + function(call.name()) + "(" + (call.distinct() ? "DISTINCT " : "") + arguments(call) + order
                + ")" + filter(call);
    }

    /// In capitals, as people write them; in quotes where the grammar has a word of that name.
    private static String function(String name) {
        return switch (name) {
            case "row", "struct_pack", "list_value" -> name;
            case "substring", "trim", "position", "overlay", "map", "left", "right", "unnest" -> "\"" + name + "\"";
            default -> name(name).equals(name) ? name.toUpperCase(Locale.ROOT) : name(name);
        };
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

    private static String operation(Condition.Operation operation) {
        var parts = operation.children();
        var rest = parts.subList(Math.min(1, parts.size()), parts.size());
        return switch (operation.operator()) {
            case OPERATOR_NOT -> "NOT (" + of(parts.getFirst()) + ")";
            case OPERATOR_IS_NULL -> operand(parts.getFirst()) + " IS NULL";
            case OPERATOR_IS_NOT_NULL -> operand(parts.getFirst()) + " IS NOT NULL";
            case COMPARE_IN -> operand(parts.getFirst()) + " IN (" + list(rest) + ")";
            case COMPARE_NOT_IN -> operand(parts.getFirst()) + " NOT IN (" + list(rest) + ")";
            case OPERATOR_COALESCE -> "COALESCE(" + list(parts) + ")";
            case ARRAY_EXTRACT -> operand(parts.get(0)) + "[" + of(parts.get(1)) + "]";
            case ARRAY_SLICE -> "list_slice(" + list(parts) + ")";
            case STRUCT_EXTRACT -> "struct_extract(" + list(parts) + ")";
            case OPERATOR_TRY -> "TRY(" + of(parts.getFirst()) + ")";
            case OPERATOR_UNPACK -> "*" + of(parts.getFirst());
            case GROUPING_FUNCTION -> "GROUPING(" + list(parts) + ")";
        };
    }

    private static String cases(Condition.Case cases) {
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

    private static String window(Window window) {
        var partitions = window.partitions().isEmpty() ? "" : "PARTITION BY " + list(window.partitions()) + " ";
        var orders = window.orders().isEmpty() ? "" : "ORDER BY " + orders(window.orders()) + " ";
        var bare = new Expression.Call(
                window.mark(),
                window.call().qualifier(),
                window.call().name(),
                window.call().names(),
                window.call().arguments(),
                window.call().distinct(),
                Optional.empty(),
                window.call().orders());
        var call = of(bare);
        var nulls = window.frame().ignoreNulls() ? " IGNORE NULLS)" : ")";
        return call.substring(0, call.length() - 1) + nulls + filter(window.call()) + " OVER (" + partitions + orders
                + Frames.sql(window) + ")";
    }

    private static String subquery(Expression.Subquery subquery) {
        var inner = "(" + of(subquery.query()) + ")";
        return switch (subquery.kind()) {
            case SCALAR -> inner;
            case EXISTS -> "EXISTS " + inner;
            case NOT_EXISTS -> "NOT EXISTS " + inner;
            case ANY ->
                subquery.child().map(Sql::operand).orElse("") + " "
                        + Condition.Comparison.Operator.valueOf(subquery.comparison())
                                .sql() + " ANY " + inner;
        };
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
        var all = order.by() instanceof Expression.Star star && star.columns();
        return (all ? "ALL" : of(order.by())) + direction + nulls;
    }
}
