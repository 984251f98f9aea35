package io.poseidon.workbench.policy.decide;

import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.policy.Table.JoinTerm;
import io.poseidon.workbench.policy.decide.Sources.Found;
import io.poseidon.workbench.policy.decide.Sources.Pending;
import io.poseidon.workbench.policy.decide.scope.Base;
import io.poseidon.workbench.policy.decide.scope.Nature;
import io.poseidon.workbench.policy.decide.scope.Nature.Dimensional;
import io.poseidon.workbench.policy.decide.scope.Relation;
import io.poseidon.workbench.policy.decide.scope.Relation.Attribute;
import io.poseidon.workbench.policy.decide.scope.Review;
import io.poseidon.workbench.policy.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Settles joins with rows of people: an inner equality with a declared uploaded table on the declared column, however
/// it is written, and nothing else.
final class Joins {

    private static final Set<String> KINDS = Set.of("REGULAR", "NATURAL", "CROSS");

    private final Review review;

    Joins(Review review) {
        this.review = review;
    }

    /// Takes the equality of a comma join out of `where`, and adds to it what else a join asked.
    Found settle(Found found, List<Expression> where) {
        var relations = new ArrayList<>(found.relations());
        var base = found.base();
        for (var pending : found.pending()) {
            base = base.map(people -> one(pending, people, relations, where));
        }
        return new Found(relations, base, found.source(), List.of());
    }

    private Base one(Pending pending, Base base, List<Relation> relations, List<Expression> where) {
        var join = pending.join();
        var place = place(pending);
        boolean inner = join.type().equals("INNER") && KINDS.contains(join.kind());
        if (!inner) {
            review.refuse(Rule.JOIN_TYPE, place, join.type() + " " + join.kind());
        }
        boolean leftPeople = pending.left().stream().anyMatch(Relation::isRaw);
        boolean rightPeople = pending.right().stream().anyMatch(Relation::isRaw);
        if (leftPeople && rightPeople) {
            review.refuse(Rule.JOIN_TYPE, place, base.table().name());
            return base;
        }
        var people = leftPeople ? pending.left() : pending.right();
        var others = leftPeople ? pending.right() : pending.left();
        var term = others.size() == 1
                ? others.getFirst().own().flatMap(name -> base.table().join(name))
                : Optional.<JoinTerm>empty();
        if (term.isEmpty()) {
            review.refuse(Rule.NOT_LICENSED, place, "");
            spoil(relations, others);
            return base;
        }
        if (base.joins().contains(term.get())) {
            review.refuse(Rule.JOIN_TYPE, place, term.get().with());
        }
        var matched = new JoinCondition(review, term.get(), people, others.getFirst(), where).check(join, place);
        if (!matched || !inner) {
            spoil(relations, others);
            return base;
        }
        replace(relations, others.getFirst(), joined(base, term.get(), others.getFirst()));
        return base.joined(term.get());
    }

    private static Place place(Pending pending) {
        var join = pending.join();
        return join.place().length() > 0 ? join.place() : join.right().place();
    }

    /// What a refused join would have brought is not reported a second time.
    private static void spoil(List<Relation> relations, List<Relation> others) {
        for (var other : others) {
            replace(
                    relations,
                    other,
                    other.with(other.attributes().stream()
                            .map(attribute -> new Attribute(attribute.name(), Nature.BROKEN))
                            .toList()));
        }
    }

    private static void replace(List<Relation> relations, Relation old, Relation by) {
        for (int i = 0; i < relations.size(); i++) {
            if (relations.get(i) == old) {
                relations.set(i, by);
            }
        }
    }

    /// Beside people, an uploaded table joined on the person lends its texts; one joined on a dimension all columns.
    private Relation joined(Base base, JoinTerm term, Relation own) {
        var table = (Table.Own) review.policy().table(term.with()).orElseThrow();
        boolean byPerson = term.on().equals(base.table().identity());
        var attributes = new ArrayList<Attribute>();
        for (var attribute : own.attributes()) {
            if (!(attribute.nature() instanceof Nature.OwnColumn column)) {
                attributes.add(new Attribute(attribute.name(), Nature.BROKEN));
            } else if (column.column().equals(term.on())) {
                attributes.add(new Attribute(
                        attribute.name(), byPerson ? new Nature.Identity() : Sources.dimension(term.on())));
            } else {
                var type = table.columns().get(column.column());
                boolean usable = !byPerson || type == ColumnType.TEXT || type == ColumnType.BOOLEAN;
                attributes.add(new Attribute(
                        attribute.name(), usable ? lent(table, column) : new Nature.OwnNumber(column.column())));
            }
        }
        return new Relation(own.alias(), attributes, Optional.empty(), own.own(), false);
    }

    private static Dimensional lent(Table.Own table, Nature.OwnColumn column) {
        var name = table.name() + "." + column.column();
        return new Dimensional(Expression.Column.of(table.name(), column.column()), Set.of(name), true);
    }
}
