package io.poseidon.workbench.query.completion;

import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.query.text.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads from tokens what a query has in its FROM. `named` holds the named queries around it, by lower-case name.
record Relations(Catalog catalog, Map<String, Relation> named) {

    private static final Set<String> JOINING = Set.of(
            "left",
            "right",
            "full",
            "inner",
            "cross",
            "natural",
            "semi",
            "anti",
            "asof",
            "positional",
            "outer",
            "as",
            "tablesample",
            "at",
            "not",
            "materialized");
    private static final String[] AGGREGATES = {"count", "sum", "avg", "mean", "min", "max", "median"};

    /// Those in the FROM of a query; an uploaded table beside people shows only what may be used of it.
    List<Relation> of(Span query) {
        var found = query.items(Clause.FROM).stream()
                .map(this::source)
                .flatMap(Optional::stream)
                .toList();
        var rows = found.stream().flatMap(relation -> rows(relation).stream()).findFirst();
        return rows.isEmpty()
                ? found
                : found.stream().map(relation -> beside(relation, rows.get())).toList();
    }

    private Optional<Table.Rows> rows(Relation relation) {
        return relation.table()
                .flatMap(catalog::table)
                .flatMap(table -> table instanceof Table.Rows rows ? Optional.of(rows) : Optional.empty());
    }

    private Relation beside(Relation relation, Table.Rows rows) {
        boolean own = relation.table()
                .flatMap(catalog::table)
                .filter(table -> table instanceof Table.Own)
                .isPresent();
        return own
                ? rows.join(relation.table().orElseThrow())
                        .map(term -> relation.columns(Catalog.beside(relation, rows, term.on())))
                        .orElse(relation.columns(List.of()))
                : relation;
    }

    private Optional<Relation> source(Span item) {
        if (item.token(0).is("(")) {
            var inner = item.inside(0);
            return Optional.of(derived(alias(item.from(inner.size() + 2)).orElse(""), inner));
        }
        if (!item.token(0).canName()) {
            return Optional.empty();
        }
        var name = item.token(0).unquoted();
        var alias = alias(item.from(1)).orElse(name);
        var query = named.get(name.toLowerCase(Locale.ROOT));
        return query == null
                ? catalog.relation(name, alias)
                : Optional.of(new Relation(alias, query.table(), query.people(), query.columns()));
    }

    private static Optional<String> alias(Span rest) {
        var named = rest.tokens().stream().dropWhile(token -> token.is("as")).findFirst();
        return named.filter(Token::canName)
                .filter(token -> token.kind() == Token.Kind.NAME || !JOINING.contains(token.meaning()))
                .map(Token::unquoted);
    }

    /// An inner query: what it aggregates is released and free; what it only picks keeps its nature.
    Relation derived(String name, Span query) {
        var inside = new Relations(catalog, all(query, Integer.MAX_VALUE));
        var sources = inside.of(query);
        boolean people = sources.stream().anyMatch(Relation::people);
        var items = query.items(Clause.SELECT);
        boolean released =
                !people || query.has(Clause.GROUP_BY) || items.stream().anyMatch(item -> item.calls(AGGREGATES));
        var columns = new ArrayList<Known>();
        for (var item : items) {
            outputs(item, sources, released).forEach(columns::add);
        }
        var table = sources.stream()
                .filter(Relation::people)
                .filter(source -> !released)
                .flatMap(source -> source.table().stream())
                .findFirst();
        return new Relation(name, table, people && !released, columns);
    }

    private static Stream<Known> outputs(Span item, List<Relation> sources, boolean released) {
        if (item.size() == 1 && item.token(0).is("*")) {
            return sources.stream().flatMap(source -> source.columns().stream());
        }
        var bare = item.withoutName().reference().flatMap(name -> find(sources, name));
        return item.outputName().stream()
                .flatMap(name -> bare
                        .map(known -> known.named(name))
                        .map(known -> released ? free(known) : known)
                        .or(() -> released ? Optional.of(computed(name)) : Optional.empty())
                        .stream());
    }

    private static Known free(Known known) {
        return Known.free(known.name(), known.type(), known.values(), known.detail());
    }

    private static Known computed(String name) {
        return Known.free(name, ColumnType.OTHER, List.of(), "");
    }

    static Optional<Known> find(List<Relation> relations, String name) {
        return relations.stream()
                .flatMap(relation -> relation.columns().stream())
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /// The named queries around and in front of a query; those that end behind `before` are not there yet.
    Map<String, Relation> all(Span query, int before) {
        var all = new LinkedHashMap<>(named);
        for (var item : query.items(Clause.WITH)) {
            int open = 0;
            while (open < item.size() && !(item.token(open).is("(") && open > 0 && isBody(item.token(open - 1)))) {
                open++;
            }
            boolean whole =
                    item.tokens().getLast().is(")") && item.tokens().getLast().end() <= before;
            if (open < item.size() && whole) {
                var name = item.token(0).unquoted();
                var body = new Relations(catalog, all).derived(name, item.inside(open));
                all.put(name.toLowerCase(Locale.ROOT), body);
            }
        }
        return all;
    }

    private static boolean isBody(Token token) {
        return token.is("as") || token.is("materialized");
    }
}
