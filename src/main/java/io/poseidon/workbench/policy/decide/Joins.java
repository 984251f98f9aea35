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
import io.poseidon.workbench.policy.decide.scope.Scope;
import io.poseidon.workbench.policy.tree.Condition.Comparison;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
        var matched = new Condition(term.get(), people, others.getFirst(), where).check(join, place);
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

    /// The condition of one join.
    private final class Condition {

        private final JoinTerm term;
        private final Scope people;
        private final Scope own;
        private final List<Expression> where;

        Condition(JoinTerm term, List<Relation> people, Relation own, List<Expression> where) {
            this.term = term;
            this.people = Scope.of(people, Optional.empty());
            this.own = Scope.of(List.of(own), Optional.empty());
            this.where = where;
        }

        boolean check(Source.Join join, Place place) {
            if (!join.using().isEmpty()) {
                return named(Set.copyOf(lower(join.using())), place);
            }
            if (join.kind().equals("NATURAL")) {
                return named(common(), place);
            }
            if (join.on().isPresent()) {
                var parts = new ArrayList<>(Selects.conjuncts(join.on()));
                boolean matched = written(parts, place, true);
                where.addAll(parts);
                return matched;
            }
            boolean matched = written(where, place, false);
            if (!matched && !join.implicit()) {
                review.refuse(Rule.JOIN_TYPE, place, "CROSS");
            }
            return matched;
        }

        private List<String> lower(List<String> names) {
            return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        }

        private Set<String> common() {
            var names = new HashSet<String>();
            people.relations().stream()
                    .flatMap(relation -> relation.attributes().stream())
                    .filter(attribute -> own.relations()
                            .getFirst()
                            .attribute(attribute.name())
                            .isPresent())
                    .forEach(attribute -> names.add(attribute.name().toLowerCase(Locale.ROOT)));
            return names;
        }

        /// Both sides have a column of this name; it must be the declared one on both.
        private boolean named(Set<String> names, Place place) {
            if (names.isEmpty()) {
                review.refuse(Rule.JOIN_CONDITION, place, "");
                return false;
            }
            boolean matched = names.size() == 1
                    && isDeclared(
                            Expression.Column.of(names.iterator().next()),
                            Expression.Column.of(names.iterator().next()));
            if (!matched) {
                review.refuse(Rule.JOIN_COLUMN, place, String.join(", ", names));
            }
            return matched;
        }

        /// Looks for the declared equality and takes it out. In ON every other link between the two sides is refused.
        private boolean written(List<Expression> parts, Place place, boolean strict) {
            boolean matched = false;
            boolean refused = false;
            for (var part : List.copyOf(parts)) {
                var equality = equality(part);
                if (equality.isPresent()
                        && isDeclared(equality.get().getFirst(), equality.get().getLast())) {
                    matched = true;
                    parts.remove(part);
                } else if (equality.isPresent()) {
                    review.refuse(
                            Rule.JOIN_COLUMN,
                            part.place(),
                            equality.get().getFirst().name());
                    refused = true;
                    parts.remove(part);
                } else if (strict && links(part)) {
                    review.refuse(Rule.JOIN_CONDITION, part.place(), "");
                    refused = true;
                    parts.remove(part);
                }
            }
            if (!matched && !refused) {
                review.refuse(Rule.JOIN_CONDITION, place, "");
            }
            return matched && !refused;
        }

        /// A column of the people and one of the upload, where the part is an equality of two such.
        private Optional<List<Expression.Column>> equality(Expression part) {
            if (part instanceof Comparison comparison
                    && comparison.operator() == Comparison.Operator.COMPARE_EQUAL
                    && comparison.left() instanceof Expression.Column left
                    && comparison.right() instanceof Expression.Column right) {
                if (isIn(people, left) && isIn(own, right)) {
                    return Optional.of(List.of(left, right));
                }
                if (isIn(people, right) && isIn(own, left)) {
                    return Optional.of(List.of(right, left));
                }
            }
            return Optional.empty();
        }

        private boolean isIn(Scope scope, Expression.Column column) {
            return scope.findHere(column).isPresent();
        }

        private boolean links(Expression part) {
            return uses(part, people) && uses(part, own);
        }

        private boolean uses(Expression part, Scope scope) {
            return part instanceof Expression.Column column
                    ? isIn(scope, column)
                    : part.children().stream().anyMatch(child -> uses(child, scope));
        }

        private boolean isDeclared(Expression.Column ofPeople, Expression.Column ofOwn) {
            boolean theirs = switch (people.findHere(ofPeople).orElse(Nature.BROKEN)) {
                case Nature.Identity identity -> term.on().equals(identityColumn());
                case Dimensional dimensional ->
                    dimensional.bare() && dimensional.columns().equals(Set.of(term.on()));
                case Nature.Free _,
                        Nature.Broken _,
                        Nature.Measure _,
                        Nature.OwnColumn _,
                        Nature.OwnNumber _,
                        Nature.Unfit _,
                        Nature.People _,
                        Nature.CellDimension _,
                        Nature.CellNumber _,
                        Nature.Ratio _ -> false;
            };
            return theirs
                    && own.findHere(ofOwn).orElse(Nature.BROKEN) instanceof Nature.OwnColumn column
                    && column.column().equals(term.on());
        }

        private String identityColumn() {
            return people.relations().stream()
                    .flatMap(relation -> relation.base().stream())
                    .map(base -> base.table().identity())
                    .findFirst()
                    .orElse("");
        }
    }
}
