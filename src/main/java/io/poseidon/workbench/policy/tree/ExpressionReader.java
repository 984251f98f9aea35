package io.poseidon.workbench.policy.tree;

import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.tree.Condition.Operation;
import io.poseidon.workbench.policy.tree.Expression.Call;
import io.poseidon.workbench.policy.tree.Expression.Order;
import io.poseidon.workbench.policy.tree.Expression.Star;
import io.poseidon.workbench.policy.tree.Window.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Maps the engine's expression nodes.
final class ExpressionReader {

    private final QueryReader queries;

    ExpressionReader(QueryReader queries) {
        this.queries = queries;
    }

    Optional<Expression> optional(Node owner, String field) throws Unreadable {
        var node = owner.optional(field);
        return node.isPresent() ? Optional.of(read(node.get())) : Optional.empty();
    }

    List<Expression> list(Node owner, String field) throws Unreadable {
        return all(owner.nodes(field));
    }

    List<Expression> all(List<Node> nodes) throws Unreadable {
        var expressions = new ArrayList<Expression>(nodes.size());
        for (var node : nodes) {
            expressions.add(read(node));
        }
        return expressions;
    }

    Expression read(Node node) throws Unreadable {
        var mark = node.mark();
        return switch (node.text("class")) {
            case "COLUMN_REF" ->
                new Expression.Column(mark, node.only("column_names").texts("column_names"));
            case "CONSTANT" -> constant(node);
            case "FUNCTION" -> call(node);
            case "COMPARISON" -> comparison(node);
            case "CONJUNCTION" -> conjunction(node);
            case "BETWEEN" -> between(node);
            case "OPERATOR" ->
                new Operation(
                        mark, node.only("children").word("type", Operation.Operator.class), list(node, "children"));
            case "CASE" -> cases(node);
            case "CAST" -> cast(node);
            case "COLLATE" -> {
                node.only("child", "collation");
                yield new Expression.Collate(mark, read(node.node("child")), node.text("collation"));
            }
            case "LAMBDA" -> lambda(node);
            case "WINDOW" -> window(node);
            case "SUBQUERY" -> subquery(node);
            case "STAR" -> star(node);
            case "POSITIONAL_REFERENCE" ->
                new Expression.Positional(mark, node.only("index").number("index"));
            case "PARAMETER" -> throw node.refused(Rule.STATEMENT, "$");
            default -> throw node.unknown(node.text("class"));
        };
    }

    private Expression constant(Node node) throws Unreadable {
        var literal = node.only("literal").node("literal").only("kind", "text");
        var kind = literal.word("kind", Expression.Constant.Kind.class);
        return new Expression.Constant(node.mark(), kind, literal.optionalText("text"));
    }

    Call call(Node node) throws Unreadable {
        node.only(
                "function_name",
                "schema",
                "catalog",
                "qualified_name",
                "filter",
                "order_bys",
                "distinct",
                "is_operator",
                "export_state",
                "arguments");
        if (node.flag("export_state")) {
            throw node.refused(Rule.FUNCTION, "export_state");
        }
        var qualifier = node.optionalText("catalog").isEmpty()
                ? node.optionalText("schema")
                : node.optionalText("catalog") + "." + node.optionalText("schema");
        var names = new ArrayList<String>();
        var orders = node.node("order_bys").only("orders");
        return new Call(
                node.mark(),
                qualifier,
                node.text("function_name"),
                names(node, names),
                arguments(node),
                node.flag("distinct"),
                optional(node, "filter"),
                orders(orders, "orders"));
    }

    private static List<String> names(Node node, List<String> names) throws Unreadable {
        for (var argument : node.nodes("arguments")) {
            names.add(argument.only("name", "expression").optionalText("name"));
        }
        return names;
    }

    private List<Expression> arguments(Node node) throws Unreadable {
        var arguments = new ArrayList<Expression>();
        for (var argument : node.nodes("arguments")) {
            arguments.add(read(argument.only("name", "expression").node("expression")));
        }
        return arguments;
    }

    private Expression comparison(Node node) throws Unreadable {
        node.only("left", "right");
        return new Condition.Comparison(
                node.mark(),
                node.word("type", Condition.Comparison.Operator.class),
                read(node.node("left")),
                read(node.node("right")));
    }

    private Expression conjunction(Node node) throws Unreadable {
        node.only("children");
        return switch (node.text("type")) {
            case "CONJUNCTION_AND" -> new Condition.Conjunction(node.mark(), true, list(node, "children"));
            case "CONJUNCTION_OR" -> new Condition.Conjunction(node.mark(), false, list(node, "children"));
            default -> throw node.unknown(node.text("type"));
        };
    }

    private Expression between(Node node) throws Unreadable {
        node.only("input", "lower", "upper");
        if (!node.text("type").equals("COMPARE_BETWEEN")) {
            throw node.unknown(node.text("type"));
        }
        return new Condition.Between(
                node.mark(), read(node.node("input")), read(node.node("lower")), read(node.node("upper")));
    }

    private Expression cases(Node node) throws Unreadable {
        var when = new ArrayList<Expression>();
        var then = new ArrayList<Expression>();
        for (var check : node.only("case_checks", "else_expr").nodes("case_checks")) {
            when.add(read(check.only("when_expr", "then_expr").node("when_expr")));
            then.add(read(check.node("then_expr")));
        }
        return new Condition.Case(node.mark(), when, then, read(node.node("else_expr")));
    }

    private Expression cast(Node node) throws Unreadable {
        var type = node.only("child", "try_cast", "type_expr").node("type_expr");
        type.only("type_name", "children", "schema", "catalog", "qualified_name")
                .empty("schema", "catalog");
        var parameters = new ArrayList<String>();
        for (var child : list(type, "children")) {
            if (!(child instanceof Expression.Constant constant)) {
                throw type.unknown("type parameter");
            }
            parameters.add(constant.text());
        }
        return new Expression.Cast(
                node.mark(), read(node.node("child")), type.text("type_name"), parameters, node.flag("try_cast"));
    }

    private Expression lambda(Node node) throws Unreadable {
        node.only("lhs", "expr", "syntax_type");
        var parameters = new ArrayList<String>();
        var left = read(node.node("lhs"));
        for (var part : left instanceof Call call ? call.arguments() : List.of(left)) {
            if (!(part instanceof Expression.Column column) || column.path().size() != 1) {
                throw node.unknown("lambda");
            }
            parameters.add(column.name());
        }
        return new Expression.Lambda(node.mark(), parameters, read(node.node("expr")));
    }

    private Expression window(Node node) throws Unreadable {
        node.only(
                "function_name",
                "schema",
                "catalog",
                "qualified_name",
                "arguments",
                "partitions",
                "orders",
                "start",
                "end",
                "start_expr",
                "end_expr",
                "offset_expr",
                "default_expr",
                "exclude_clause",
                "filter_expr",
                "distinct",
                "ignore_nulls",
                "has_ignore_nulls",
                "arg_orders");
        node.empty("catalog", "offset_expr", "default_expr");
        var names = new ArrayList<String>();
        var call = new Call(
                node.mark(),
                node.optionalText("schema"),
                node.text("function_name"),
                names(node, names),
                arguments(node),
                node.flag("distinct"),
                optional(node, "filter_expr"),
                orders(node, "arg_orders"));
        var start = optional(node, "start_expr");
        var offsets = new ArrayList<Expression>(start.stream().toList());
        optional(node, "end_expr").ifPresent(offsets::add);
        var frame = new Frame(
                node.text("start"),
                node.text("end"),
                node.text("exclude_clause"),
                node.flag("ignore_nulls"),
                start.isPresent(),
                offsets);
        return new Window(node.mark(), call, list(node, "partitions"), orders(node, "orders"), frame);
    }

    private Expression subquery(Node node) throws Unreadable {
        node.only("subquery_type", "subquery", "child", "comparison_type");
        return new Expression.Subquery(
                node.mark(),
                node.word("subquery_type", Expression.Subquery.Kind.class),
                optional(node, "child"),
                node.text("comparison_type"),
                queries.statement(node.node("subquery")));
    }

    private Expression star(Node node) throws Unreadable {
        node.only(
                "relation_name",
                "exclude_list",
                "replace_list",
                "columns",
                "expr",
                "qualified_exclude_list",
                "rename_list");
        node.empty("qualified_exclude_list");
        var replace = new ArrayList<Star.Replacement>();
        for (var item : node.nodes("replace_list")) {
            replace.add(new Star.Replacement(item.only("key", "value").text("key"), read(item.node("value"))));
        }
        var rename = new ArrayList<Star.Renaming>();
        for (var item : node.nodes("rename_list")) {
            var from = item.only("key", "value").node("key").only("catalog", "schema", "table", "column");
            rename.add(new Star.Renaming(from.empty("catalog", "schema").text("column"), item.text("value")));
        }
        return new Star(
                node.mark(),
                node.optionalText("relation_name"),
                node.texts("exclude_list"),
                replace,
                rename,
                node.flag("columns"),
                optional(node, "expr"));
    }

    List<Order> orders(Node owner, String field) throws Unreadable {
        var orders = new ArrayList<Order>();
        for (var node : owner.nodes(field)) {
            node.only("expression", "null_order");
            orders.add(new Order(node.text("type"), node.text("null_order"), read(node.node("expression"))));
        }
        return orders;
    }
}
