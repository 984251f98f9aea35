package io.poseidon.workbench.policy.decide;

import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.decide.scope.Base;
import io.poseidon.workbench.policy.decide.scope.Nature;
import io.poseidon.workbench.policy.decide.scope.Nature.Dimensional;
import io.poseidon.workbench.policy.decide.scope.Relation;
import io.poseidon.workbench.policy.decide.scope.Relation.Attribute;
import io.poseidon.workbench.policy.decide.scope.Review;
import io.poseidon.workbench.policy.decide.scope.Scope;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Query.Sample;
import io.poseidon.workbench.policy.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds what stands behind FROM.
final class Sources {

    /// Relations in order, the people behind them if any, joins with people that have to be settled, and the source
    /// with questions over people replaced.
    record Found(List<Relation> relations, Optional<Base> base, Source source, List<Pending> pending) {
        Found {
            relations = List.copyOf(relations);
            pending = List.copyOf(pending);
        }

        static Found of(Relation relation, Source source) {
            return new Found(List.of(relation), relation.base(), source, List.of());
        }
    }

    /// A join with people on one side at least, and the positions of its relations.
    record Pending(Source.Join join, List<Relation> left, List<Relation> right) {}

    private static final Set<String> GENERATORS = Set.of("unnest", "range", "generate_series");

    private final Review review;
    private final Queries queries;
    private final Optional<Scope> outer;

    Sources(Review review, Queries queries, Optional<Scope> outer) {
        this.review = review;
        this.queries = queries;
        this.outer = outer;
    }

    Found of(Source source) {
        return of(source, List.of());
    }

    private Found of(Source source, List<Relation> before) {
        var found = switch (source) {
            case Source.Empty empty -> new Found(List.of(), Optional.empty(), empty, List.of());
            case Source.Table table -> Found.of(table(table), table);
            case Source.Derived derived -> derived(derived, before);
            case Source.Function function -> Found.of(function(function, before), function);
            case Source.Values values -> Found.of(values(values, before), values);
            case Source.Join join -> join(join, before);
            case Source.Pivot pivot -> pivot(pivot, before);
        };
        source.sample().ifPresent(sample -> sampled(sample, found, source.place()));
        return found;
    }

    private void sampled(Sample sample, Found found, Place place) {
        if (found.base().isPresent()) {
            review.refuse(Rule.SAMPLE, place, "");
        } else if (!sample.repeatable()) {
            review.refuse(Rule.NONDETERMINISM, place, "sample");
        }
    }

    private Relation table(Source.Table table) {
        var alias = table.alias().isEmpty() ? table.name() : table.alias();
        if (table.edition()) {
            review.refuse(Rule.NOT_LICENSED, table.place(), table.name());
        }
        var relation = Queries.renamed(lookUp(table), table.names());
        return relation.named(alias);
    }

    private Relation lookUp(Source.Table table) {
        if (!table.qualifier().isEmpty()) {
            review.refuse(Rule.CATALOG, table.place(), table.qualifier() + "." + table.name());
            return Relation.unknown();
        }
        var cte = queries.cte(table.name());
        if (cte.isPresent()) {
            return CellColumns.instance(cte.get(), review.instance());
        }
        var known = review.policy().table(table.name());
        if (known.isEmpty()) {
            review.refuse(Unlisted.table(table.name()), table.place(), table.name());
            return Relation.unknown();
        }
        review.usesTable(known.get().name());
        return switch (known.get()) {
            case Table.Rows rows -> people(rows);
            case Table.Own own -> uploaded(own);
            case Table.Cells cells -> CellColumns.relation(cells, review.instance());
        };
    }

    private Relation people(Table.Rows rows) {
        review.usesRows();
        var attributes = new ArrayList<Attribute>();
        attributes.add(new Attribute(rows.identity(), new Nature.Identity()));
        rows.dimensions().keySet().forEach(name -> attributes.add(new Attribute(name, dimension(name))));
        rows.measures().keySet().forEach(name -> attributes.add(new Attribute(name, new Nature.Measure(name))));
        return new Relation("", attributes, Optional.of(Base.of(rows)), Optional.empty(), false);
    }

    static Dimensional dimension(String name) {
        return new Dimensional(Expression.Column.of(name), Set.of(name), true);
    }

    private static Relation uploaded(Table.Own own) {
        var attributes = new ArrayList<Attribute>();
        own.columns()
                .forEach((name, type) -> attributes.add(new Attribute(name, new Nature.OwnColumn(own.name(), name))));
        return new Relation("", attributes, Optional.empty(), Optional.of(own.name()), false);
    }

    private Found derived(Source.Derived derived, List<Relation> before) {
        var reviewed = queries.query(derived.query(), Optional.of(Scope.of(before, outer)));
        var relation = Queries.renamed(reviewed.relation(), derived.names()).named(derived.alias());
        if (relation.isRaw() && Queries.isCut(derived.query())) {
            review.refuse(Rule.SUBQUERY, derived.place(), derived.alias());
        }
        return Found.of(
                relation,
                new Source.Derived(
                        derived.place(), derived.alias(), derived.sample(), reviewed.query(), derived.names()));
    }

    private Relation function(Source.Function function, List<Relation> before) {
        var name = function.call().name();
        if (!GENERATORS.contains(name) || !function.call().qualifier().isEmpty()) {
            review.refuse(Unlisted.function(name), function.place(), name);
            return Relation.unknown().named(function.alias());
        }
        var cells = new Cells(review, queries, Scope.of(before, outer));
        function.call().arguments().forEach(cells::of);
        var alias = function.alias().isEmpty() ? name : function.alias();
        return Queries.renamed(Relation.unknown(), function.names()).named(alias);
    }

    private Relation values(Source.Values values, List<Relation> before) {
        var cells = new Cells(review, queries, Scope.of(before, outer));
        values.rows().forEach(row -> row.forEach(cells::of));
        int width = values.rows().isEmpty() ? 0 : values.rows().getFirst().size();
        var attributes = new ArrayList<Attribute>();
        for (int i = 0; i < width; i++) {
            var name = i < values.names().size() ? values.names().get(i) : "col" + i;
            attributes.add(new Attribute(name, Nature.FREE));
        }
        return Relation.free(attributes).named(values.alias());
    }

    private Found pivot(Source.Pivot pivot, List<Relation> before) {
        int rows = review.rowTables();
        var found = of(pivot.source(), before);
        if (found.base().isPresent() || review.rowTables() > rows) {
            review.refuse(Rule.PIVOT, pivot.place(), "");
        } else {
            var cells = new Cells(review, queries, Scope.of(found.relations(), outer));
            pivot.expressions().forEach(cells::of);
        }
        return Found.of(Relation.unknown().named(pivot.alias()), pivot);
    }

    private Found join(Source.Join join, List<Relation> before) {
        var left = of(join.left(), before);
        var seen = new ArrayList<>(before);
        seen.addAll(left.relations());
        var right = of(join.right(), seen);
        var relations = new ArrayList<>(left.relations());
        relations.addAll(right.relations());
        var pending = new ArrayList<>(left.pending());
        pending.addAll(right.pending());
        if (left.base().isPresent() || right.base().isPresent()) {
            pending.add(new Pending(join, left.relations(), right.relations()));
        } else {
            join.on().ifPresent(condition -> new Cells(review, queries, Scope.of(relations, outer)).of(condition));
            checkUsing(join, left, right);
        }
        var rewritten = new Source.Join(
                join.place(),
                join.alias(),
                join.sample(),
                left.source(),
                right.source(),
                join.type(),
                join.kind(),
                join.on(),
                join.using(),
                join.implicit());
        return new Found(relations, left.base().or(right::base), rewritten, pending);
    }

    private void checkUsing(Source.Join join, Found left, Found right) {
        for (var name : join.using()) {
            var column = new Expression.Column(new Expression.Mark(join.place(), ""), List.of(name));
            if (Scope.of(left.relations(), Optional.empty()).findHere(column).isEmpty()
                    || Scope.of(right.relations(), Optional.empty())
                            .findHere(column)
                            .isEmpty()) {
                Names.unknown(review, column);
            }
        }
    }

    /// Why a name that no policy lists is refused.
    private static final class Unlisted {

        private static final List<String> CATALOGS =
                List.of("duckdb_", "pragma_", "sqlite_", "pg_", "information_schema", "show_", "which_");

        static Rule table(String name) {
            var lower = name.toLowerCase(Locale.ROOT);
            if (lower.chars().anyMatch(c -> "/\\.:*?".indexOf(c) >= 0)) {
                return Rule.TABLE_FUNCTION;
            }
            return CATALOGS.stream().anyMatch(lower::startsWith) ? Rule.CATALOG : Rule.NOT_LICENSED;
        }

        static Rule function(String name) {
            return CATALOGS.stream().anyMatch(name::startsWith) ? Rule.CATALOG : Rule.TABLE_FUNCTION;
        }
    }
}
