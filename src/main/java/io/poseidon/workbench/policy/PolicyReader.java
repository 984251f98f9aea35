package io.poseidon.workbench.policy;

import io.poseidon.workbench.model.Bounds;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Document;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Table.Aggregate;
import io.poseidon.workbench.policy.Table.Dimension;
import io.poseidon.workbench.policy.Table.Dominance;
import io.poseidon.workbench.policy.Table.JoinTerm;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads the YAML of a policy, strictly.
final class PolicyReader {

    private static final int DEFAULT_COHORT = 20;

    private PolicyReader() {}

    static PolicyDocument read(Document document) {
        document.onlyKeys("policy", "tables", "budget", "valid", "purpose");
        var version = document.required("policy");
        if (!version.text().equals("1")) {
            throw version.expected("1");
        }
        var tables = new LinkedHashMap<String, Table>();
        for (var entry : document.required("tables").entries().entrySet()) {
            var name = identifier(entry.getKey(), entry.getValue());
            if (tables.put(name, table(name, entry.getValue())) != null) {
                throw entry.getValue().expected("a table that is not named twice");
            }
        }
        checkJoins(document.required("tables"), tables);
        var valid = document.optional("valid").map(part -> part.onlyKeys("from", "until"));
        return new PolicyDocument(
                tables,
                document.optional("budget").map(PolicyReader::budget),
                valid.flatMap(part -> part.optional("from")).map(PolicyReader::date),
                valid.flatMap(part -> part.optional("until")).map(PolicyReader::date),
                document.optional("purpose").map(Document::texts).orElse(List.of()));
    }

    private static Table table(String name, Document document) {
        return switch (document.required("kind").text()) {
            case "cells" -> cells(name, document.onlyKeys("kind", "columns", "overlap"));
            case "own" ->
                new Table.Own(name, columns(document.onlyKeys("kind", "columns").required("columns")));
            case "rows" -> rows(name, document);
            default -> throw document.required("kind").expected("cells, rows or own");
        };
    }

    private static Table cells(String name, Document document) {
        var columns = columns(document.required("columns"));
        var overlap = document.optional("overlap");
        if (overlap.isEmpty()) {
            var dimensions = new HashSet<>(columns.keySet());
            dimensions.removeIf(column ->
                    column.equals(Table.Cells.CONTRIBUTORS) || column.endsWith("_sum") || column.endsWith("_count"));
            return new Table.Cells(name, columns, dimensions);
        }
        return new Table.Cells(name, columns, names(overlap.get(), columns.keySet()));
    }

    private static Table rows(String name, Document document) {
        document.onlyKeys(
                "kind",
                "identity",
                "dimensions",
                "measures",
                "aggregates",
                "literals",
                "minimumCohort",
                "dominance",
                "maximumGroupsPerContributor",
                "maximumRowsPerContributorAndGroup",
                "joins",
                "training");
        var identity = document.required("identity");
        var dimensions = mapped(document.optional("dimensions"), PolicyReader::dimension);
        var measures = mapped(document.optional("measures"), PolicyReader::bounds);
        var rows = new Table.Rows(
                name,
                identifier(identity.text(), identity),
                dimensions,
                measures,
                aggregates(document.required("aggregates")),
                document.optional("literals")
                        .map(list -> names(list, dimensions.keySet()))
                        .orElse(Set.of()),
                document.optional("minimumCohort").map(value -> positive(value)).orElse(DEFAULT_COHORT),
                document.optional("dominance").map(PolicyReader::dominance),
                document.optional("maximumGroupsPerContributor")
                        .map(PolicyReader::positive)
                        .orElse(1),
                document.optional("maximumRowsPerContributorAndGroup")
                        .map(PolicyReader::positive)
                        .orElse(1),
                document.optional("joins").map(PolicyReader::joins).orElse(List.of()),
                document.optional("training").map(TrainingTerms::read));
        if (rows.columns().size() != 1 + dimensions.size() + measures.size()) {
            throw document.expected("a table whose identity, dimensions and measures have different names");
        }
        return rows;
    }

    private static Dimension dimension(Document document) {
        if (!document.isMapping()) {
            return new Dimension(type(document), List.of(), false);
        }
        document.onlyKeys("type", "values", "static");
        var values = document.optional("values").map(Document::texts).orElse(List.of());
        if (new HashSet<>(values).size() != values.size()) {
            throw document.required("values").expected("a list without repetition");
        }
        return new Dimension(
                type(document.required("type")),
                values,
                document.optional("static").map(Document::flag).orElse(false));
    }

    private static Bounds bounds(Document document) {
        document.onlyKeys("min", "max");
        var min = document.required("min").rational();
        var max = document.required("max").rational();
        if (min.compareTo(max) > 0) {
            throw document.required("max").expected("at least min");
        }
        return new Bounds(min, max);
    }

    private static Set<Aggregate> aggregates(Document document) {
        var aggregates = EnumSet.noneOf(Aggregate.class);
        for (var item : document.items()) {
            aggregates.add(
                    switch (item.text()) {
                        case "count" -> Aggregate.COUNT;
                        case "count_distinct_identity" -> Aggregate.COUNT_DISTINCT_IDENTITY;
                        case "sum" -> Aggregate.SUM;
                        case "avg" -> Aggregate.AVG;
                        default -> throw item.expected("count, count_distinct_identity, sum or avg");
                    });
        }
        return aggregates;
    }

    private static Dominance dominance(Document document) {
        document.onlyKeys("top1", "top2");
        return new Dominance(share(document.required("top1")), share(document.required("top2")));
    }

    private static Rational share(Document document) {
        var share = document.rational();
        if (share.signum() <= 0 || share.compareTo(Rational.ONE) > 0) {
            throw document.expected("over 0 and at most 1");
        }
        return share;
    }

    private static List<JoinTerm> joins(Document document) {
        return document.items().stream()
                .map(item -> item.onlyKeys("with", "on"))
                .map(item -> new JoinTerm(
                        item.required("with").text().toLowerCase(Locale.ROOT),
                        item.required("on").text().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /// A join names an uploaded table, and a column that both have and that is the identity or a dimension.
    private static void checkJoins(Document document, Map<String, Table> tables) {
        for (var table : tables.values()) {
            if (!(table instanceof Table.Rows rows)) {
                continue;
            }
            for (var term : rows.joins()) {
                boolean known = tables.get(term.with()) instanceof Table.Own own
                        && own.columns().containsKey(term.on())
                        && (term.on().equals(rows.identity())
                                || rows.dimensions().containsKey(term.on()));
                if (!known) {
                    throw document.expected(
                            "tables whose joins name an own table and a column both have (" + term.with() + ")");
                }
            }
        }
    }

    private static Budget budget(Document document) {
        document.onlyKeys("rho", "perNumber", "perQuery", "allBuyers", "delta");
        var rho = loss(document.required("rho"));
        var perNumber = loss(document.required("perNumber"));
        return new Budget(
                rho,
                perNumber,
                document.optional("perQuery").map(PolicyReader::loss).orElse(rho),
                document.optional("allBuyers").map(PolicyReader::loss).orElse(rho),
                document.required("delta").rational());
    }

    static Rational loss(Document document) {
        var loss = document.rational();
        if (loss.signum() <= 0) {
            throw document.expected("over 0");
        }
        return loss;
    }

    static int positive(Document document) {
        int value = document.integer();
        if (value < 1) {
            throw document.expected("at least 1");
        }
        return value;
    }

    private static LocalDate date(Document document) {
        try {
            return LocalDate.parse(document.text());
        } catch (DateTimeParseException e) {
            throw document.expected("a date such as 2026-10-01").because(e);
        }
    }

    private static Map<String, ColumnType> columns(Document document) {
        return mapped(Optional.of(document), PolicyReader::type);
    }

    private static ColumnType type(Document document) {
        for (var type : ColumnType.values()) {
            if (type != ColumnType.OTHER && type.name().toLowerCase(Locale.ROOT).equals(document.text())) {
                return type;
            }
        }
        throw document.expected("text, integer, decimal, double, boolean, date or timestamp");
    }

    /// Column names are kept in lower case, as SQL compares them.
    private static <T> Map<String, T> mapped(Optional<Document> document, Function<Document, T> value) {
        var map = new LinkedHashMap<String, T>();
        document.map(Document::entries).orElse(Map.of()).forEach((key, part) -> {
            if (map.put(identifier(key, part), value.apply(part)) != null) {
                throw part.expected("a column that is not named twice");
            }
        });
        return map;
    }

    private static Set<String> names(Document list, Set<String> known) {
        var names = new HashSet<String>();
        for (var item : list.items()) {
            var name = item.text().toLowerCase(Locale.ROOT);
            if (!known.contains(name)) {
                throw item.expected("one of the columns " + String.join(", ", known));
            }
            names.add(name);
        }
        return names;
    }

    private static String identifier(String name, Document place) {
        if (name.isBlank() || name.length() > 200) {
            throw place.expected("named by 1 to 200 characters");
        }
        return name.toLowerCase(Locale.ROOT);
    }
}
