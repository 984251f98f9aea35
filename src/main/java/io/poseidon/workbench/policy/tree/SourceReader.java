package io.poseidon.workbench.policy.tree;

import io.poseidon.workbench.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Maps the engine's table references.
final class SourceReader {

    private final QueryReader queries;
    private final ExpressionReader expressions;

    SourceReader(QueryReader queries, ExpressionReader expressions) {
        this.queries = queries;
        this.expressions = expressions;
    }

    Source read(Node node) throws Unreadable {
        return switch (node.text("type")) {
            case "EMPTY" -> new Source.Empty(node.only().empty("sample").place());
            case "BASE_TABLE" -> table(node);
            case "SUBQUERY" -> {
                node.only("subquery", "column_name_alias");
                yield new Source.Derived(
                        node.place(),
                        node.optionalText("alias"),
                        queries.sample(node),
                        queries.statement(node.node("subquery")),
                        node.texts("column_name_alias"));
            }
            case "TABLE_FUNCTION" -> {
                node.only("function", "column_name_alias", "with_ordinality");
                yield new Source.Function(
                        node.place(),
                        node.optionalText("alias"),
                        queries.sample(node),
                        expressions.call(node.node("function")),
                        node.texts("column_name_alias"),
                        node.text("with_ordinality").equals("WITH_ORDINALITY"));
            }
            case "EXPRESSION_LIST" -> values(node);
            case "JOIN" -> join(node);
            case "PIVOT" -> pivot(node);
            case "SHOW_REF" -> throw node.refused(Rule.STATEMENT, node.optionalText("show_type"));
            default -> throw node.unknown(node.text("type"));
        };
    }

    private Source table(Node node) throws Unreadable {
        node.only("schema_name", "table_name", "column_name_alias", "catalog_name", "at_clause", "qualified_name");
        var qualifier = Stream.of(node.optionalText("catalog_name"), node.optionalText("schema_name"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("."));
        return new Source.Table(
                node.place(),
                node.optionalText("alias"),
                queries.sample(node),
                qualifier,
                node.text("table_name"),
                node.texts("column_name_alias"),
                node.optional("at_clause").isPresent());
    }

    private Source values(Node node) throws Unreadable {
        node.only("expected_names", "expected_types", "values").empty("expected_types");
        var rows = new ArrayList<List<Expression>>();
        for (var row : node.table("values")) {
            rows.add(expressions.all(row));
        }
        return new Source.Values(
                node.place(), node.optionalText("alias"), queries.sample(node), rows, node.texts("expected_names"));
    }

    private Source join(Node node) throws Unreadable {
        node.only(
                "left",
                "right",
                "condition",
                "join_type",
                "ref_type",
                "using_columns",
                "delim_flipped",
                "duplicate_eliminated_columns",
                "is_implicit",
                "ranking_expression",
                "nearest_count",
                "nearest_order_type",
                "nearest_approx");
        node.empty("delim_flipped", "duplicate_eliminated_columns", "ranking_expression", "nearest_approx");
        return new Source.Join(
                node.place(),
                node.optionalText("alias"),
                queries.sample(node),
                read(node.node("left")),
                read(node.node("right")),
                node.text("join_type"),
                node.text("ref_type"),
                expressions.optional(node, "condition"),
                node.texts("using_columns"),
                node.flag("is_implicit"));
    }

    private Source pivot(Node node) throws Unreadable {
        node.only("source", "aggregates", "unpivot_names", "pivots", "groups", "column_name_alias", "include_nulls");
        var parts = new ArrayList<>(expressions.list(node, "aggregates"));
        for (var column : node.nodes("pivots")) {
            column.only("pivot_expressions", "unpivot_names", "entries", "pivot_enum");
            if (!column.optionalText("pivot_enum").isEmpty()) {
                throw node.refused(Rule.PIVOT, column.optionalText("pivot_enum"));
            }
            parts.addAll(expressions.list(column, "pivot_expressions"));
            for (var entry : column.nodes("entries")) {
                Optional<Expression> star = expressions.optional(entry.only("values", "star_expr"), "star_expr");
                star.ifPresent(parts::add);
            }
        }
        return new Source.Pivot(
                node.place(), node.optionalText("alias"), queries.sample(node), read(node.node("source")), parts);
    }
}
