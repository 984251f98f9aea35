package io.poseidon.workbench.policy.decide;

import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.Table.JoinTerm;
import io.poseidon.workbench.policy.decide.scope.Nature;
import io.poseidon.workbench.policy.decide.scope.Nature.Dimensional;
import io.poseidon.workbench.policy.decide.scope.Relation;
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

/// The condition of one join of people with an uploaded table: the declared equality, however it is written.
final class JoinCondition {

    private final Review review;
    private final JoinTerm term;
    private final Scope people;
    private final Scope own;
    private final List<Expression> where;

    JoinCondition(Review review, JoinTerm term, List<Relation> people, Relation own, List<Expression> where) {
        this.review = review;
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
                .filter(attribute ->
                        own.relations().getFirst().attribute(attribute.name()).isPresent())
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
