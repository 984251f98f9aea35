package io.poseidon.workbench.policy.tree;

import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.tree.Query.Cte;
import io.poseidon.workbench.policy.tree.Query.Distinct;
import io.poseidon.workbench.policy.tree.Query.Grouping;
import io.poseidon.workbench.policy.tree.Query.Sample;
import io.poseidon.workbench.policy.tree.Query.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Maps the engine's query nodes.
final class QueryReader {

    private final ExpressionReader expressions = new ExpressionReader(this);
    private final SourceReader sources = new SourceReader(this, expressions);

    /// A statement, or the wrapper that stands around a query inside another.
    Query statement(Node node) throws Unreadable {
        node.only("node", "named_param_map");
        if (!node.nodes("named_param_map").isEmpty()) {
            throw node.refused(Rule.STATEMENT, "$");
        }
        return query(node.node("node"));
    }

    Query query(Node node) throws Unreadable {
        return switch (node.text("type")) {
            case "SELECT_NODE" -> select(node);
            case "SET_OPERATION_NODE" -> setOperation(node);
            case "RECURSIVE_CTE_NODE" -> recursive(node);
            default -> throw node.unknown(node.text("type"));
        };
    }

    private Query select(Node node) throws Unreadable {
        node.only(
                "modifiers",
                "cte_map",
                "select_list",
                "from_table",
                "where_clause",
                "group_expressions",
                "group_sets",
                "aggregate_handling",
                "having",
                "qualify");
        var columns = expressions.list(node, "select_list");
        return new Query.Select(
                ctes(node),
                columns,
                columns.stream().map(Expression::alias).toList(),
                sources.read(node.node("from_table")),
                expressions.optional(node, "where_clause"),
                grouping(node),
                expressions.optional(node, "having"),
                expressions.optional(node, "qualify"),
                sample(node),
                tail(node));
    }

    private Grouping grouping(Node node) throws Unreadable {
        var all = switch (node.text("aggregate_handling")) {
            case "STANDARD_HANDLING" -> false;
            case "FORCE_AGGREGATES" -> true;
            default -> throw node.unknown(node.text("aggregate_handling"));
        };
        return new Grouping(expressions.list(node, "group_expressions"), node.numbers("group_sets"), all);
    }

    private Query setOperation(Node node) throws Unreadable {
        node.only("modifiers", "cte_map", "setop_type", "setop_all", "left", "right", "children");
        var parts = new ArrayList<Query>();
        for (var child : node.nodes("children")) {
            parts.add(query(child));
        }
        if (parts.isEmpty()) {
            parts.add(query(node.node("left")));
            parts.add(query(node.node("right")));
        } else {
            node.empty("left", "right");
        }
        var kind = node.word("setop_type", Query.SetOperation.Kind.class);
        return new Query.SetOperation(ctes(node), kind, node.flag("setop_all"), parts, tail(node));
    }

    private Query recursive(Node node) throws Unreadable {
        node.only("modifiers", "cte_map", "cte_name", "union_all", "left", "right", "aliases", "key_targets");
        return new Query.Recursive(
                ctes(node),
                node.text("cte_name"),
                node.texts("aliases"),
                query(node.node("left")),
                query(node.node("right")),
                tail(node));
    }

    private List<Cte> ctes(Node node) throws Unreadable {
        var ctes = new ArrayList<Cte>();
        for (var entry : node.node("cte_map").only("map").nodes("map")) {
            var value = entry.only("key", "value").node("value");
            value.only("aliases", "materialized", "key_targets", "payload_aggregates", "query_node");
            boolean keyed = !value.nodes("key_targets").isEmpty()
                    || !value.nodes("payload_aggregates").isEmpty();
            ctes.add(new Cte(entry.text("key"), value.texts("aliases"), query(value.node("query_node")), keyed));
        }
        return ctes;
    }

    /// `seed` and the like are of no interest; that it is repeatable is.
    Optional<Sample> sample(Node node) throws Unreadable {
        var sample = node.optional("sample");
        return sample.isPresent() ? Optional.of(new Sample(sample.get().flag("repeatable"))) : Optional.empty();
    }

    private Tail tail(Node node) throws Unreadable {
        var tail = Tail.NONE;
        for (var modifier : node.nodes("modifiers")) {
            tail = switch (modifier.text("type")) {
                case "ORDER_MODIFIER" ->
                    new Tail(
                            tail.distinct(),
                            expressions.orders(modifier.only("orders"), "orders"),
                            tail.limit(),
                            tail.offset(),
                            tail.percent());
                case "DISTINCT_MODIFIER" ->
                    new Tail(
                            Optional.of(new Distinct(
                                    expressions.list(modifier.only("distinct_on_targets"), "distinct_on_targets"))),
                            tail.orders(),
                            tail.limit(),
                            tail.offset(),
                            tail.percent());
                case "LIMIT_MODIFIER" -> limited(tail, modifier);
                default -> throw modifier.unknown(modifier.text("type"));
            };
        }
        return tail;
    }

    private Tail limited(Tail tail, Node modifier) throws Unreadable {
        modifier.only("limit", "offset", "limit_type");
        var percent = switch (modifier.text("limit_type")) {
            case "ROW_COUNT" -> false;
            case "PERCENTAGE" -> true;
            default -> throw modifier.unknown(modifier.text("limit_type"));
        };
        return new Tail(
                tail.distinct(),
                tail.orders(),
                expressions.optional(modifier, "limit"),
                expressions.optional(modifier, "offset"),
                percent);
    }
}
