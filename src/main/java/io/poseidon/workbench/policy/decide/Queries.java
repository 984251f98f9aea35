package io.poseidon.workbench.policy.decide;

import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.decide.scope.Nature;
import io.poseidon.workbench.policy.decide.scope.Relation;
import io.poseidon.workbench.policy.decide.scope.Relation.Attribute;
import io.poseidon.workbench.policy.decide.scope.Review;
import io.poseidon.workbench.policy.decide.scope.Reviewed;
import io.poseidon.workbench.policy.decide.scope.Scope;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.policy.tree.Query.Cte;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reviews queries, inner ones first.
final class Queries {

    private final Review review;
    private final Map<String, Relation> ctes;

    Queries(Review review) {
        this(review, Map.of());
    }

    private Queries(Review review, Map<String, Relation> ctes) {
        this.review = review;
        this.ctes = ctes;
    }

    Optional<Relation> cte(String name) {
        return Optional.ofNullable(ctes.get(name.toLowerCase(Locale.ROOT)));
    }

    /// A whole statement: rows of people must not be what is left.
    Reviewed statement(Query query) {
        var reviewed = query(query, Optional.empty());
        var relation = reviewed.relation();
        if (relation.isRaw()) {
            refuseRows(relation, query);
        }
        return reviewed;
    }

    private void refuseRows(Relation relation, Query query) {
        review.refuse(Rule.ROW_PROJECTION, query.place(), "");
        for (var attribute : relation.attributes()) {
            attribute
                    .nature()
                    .brokenWhenShown()
                    .ifPresent(rule -> review.refuse(rule, query.place(), attribute.name()));
        }
    }

    Reviewed query(Query query, Optional<Scope> outer) {
        var known = new HashMap<>(ctes);
        var kept = new ArrayList<Cte>();
        for (var cte : query.ctes()) {
            define(cte, known, outer, kept);
        }
        var inner = new Queries(review, known);
        return switch (query) {
            case Query.Select select -> new Selects(review, inner).review(select, kept, outer);
            case Query.SetOperation operation -> inner.combined(operation, kept, outer);
            case Query.Recursive recursive -> inner.recursive(recursive, outer);
        };
    }

    private void define(Cte cte, Map<String, Relation> known, Optional<Scope> outer, List<Cte> kept) {
        var name = cte.name().toLowerCase(Locale.ROOT);
        if (cte.keyed()) {
            review.recursion(cte.query().place());
        }
        var reviewed = new Queries(review, Map.copyOf(known)).query(cte.query(), outer);
        var relation = renamed(reviewed.relation(), cte.names());
        if (relation.isRaw() && isCut(cte.query())) {
            review.refuse(Rule.SUBQUERY, cte.query().place(), cte.name());
        }
        if (!relation.isRaw()) {
            kept.add(new Cte(cte.name(), cte.names(), reviewed.query(), cte.keyed()));
        }
        known.put(name, relation);
    }

    /// Rows of people that are sorted, cut or thinned out choose persons.
    static boolean isCut(Query query) {
        var tail = query.tail();
        return tail.isLimited() || !tail.orders().isEmpty() || tail.distinct().isPresent();
    }

    static Relation renamed(Relation relation, List<String> names) {
        var attributes = new ArrayList<Attribute>();
        for (int i = 0; i < Math.max(relation.attributes().size(), relation.open() ? names.size() : 0); i++) {
            var old = i < relation.attributes().size() ? relation.attributes().get(i) : new Attribute("", Nature.FREE);
            attributes.add(i < names.size() ? new Attribute(names.get(i), old.nature()) : old);
        }
        return relation.with(attributes);
    }

    private Reviewed combined(Query.SetOperation operation, List<Cte> kept, Optional<Scope> outer) {
        int before = review.rowTables();
        var parts = new ArrayList<Reviewed>();
        operation.parts().forEach(part -> parts.add(query(part, outer)));
        boolean people = review.rowTables() > before
                || parts.stream().anyMatch(part -> part.relation().isRaw());
        if (people) {
            review.refuse(Rule.SET_OP, operation.place(), operation.kind().name());
        }
        var attributes = new ArrayList<Attribute>();
        var union = "union#" + review.instance();
        for (var attribute : parts.getFirst().relation().attributes()) {
            attributes.add(
                    new Attribute(attribute.name(), people ? Nature.BROKEN : CellColumns.united(attribute, union)));
        }
        boolean open = parts.stream().anyMatch(part -> part.relation().open())
                || operation.kind() == Query.SetOperation.Kind.UNION_BY_NAME;
        var relation = new Relation("", attributes, Optional.empty(), Optional.empty(), open);
        var queries = parts.stream().map(Reviewed::query).toList();
        var scope = Scope.of(List.of(relation), outer);
        operation.tail().orders().forEach(order -> new Cells(review, this, scope).of(order.by()));
        return new Reviewed(
                relation, new Query.SetOperation(kept, operation.kind(), operation.all(), queries, operation.tail()));
    }

    private Reviewed recursive(Query.Recursive recursive, Optional<Scope> outer) {
        review.recursion(recursive.place());
        var start = query(recursive.start(), outer);
        var itself = renamed(start.relation(), recursive.names());
        var known = new HashMap<>(ctes);
        known.put(recursive.name().toLowerCase(Locale.ROOT), itself);
        new Queries(review, known).query(recursive.step(), outer);
        return new Reviewed(itself, recursive);
    }

    /// A query inside an expression. Beside people it is refused, also where it reads released numbers only.
    Nature subquery(Expression.Subquery subquery, Scope scope) {
        review.subquery(subquery.place());
        int before = review.rowTables();
        var inner = query(subquery.query(), Optional.of(scope)).relation();
        subquery.child().ifPresent(child -> {
            if (!scope.isRaw()) {
                new Cells(review, this, scope).of(child);
            }
        });
        if (scope.isRaw() || inner.isRaw() || review.rowTables() > before) {
            return review.refuse(Rule.SUBQUERY, subquery.place(), "");
        }
        return subquery.kind() == Expression.Subquery.Kind.SCALAR
                        && !inner.attributes().isEmpty()
                ? inner.attributes().getFirst().nature()
                : Nature.FREE;
    }
}
