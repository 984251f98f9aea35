package io.poseidon.workbench.policy.decide;

import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.decide.Stars.Item;
import io.poseidon.workbench.policy.decide.scope.Functions;
import io.poseidon.workbench.policy.decide.scope.Nature;
import io.poseidon.workbench.policy.decide.scope.Relation.Attribute;
import io.poseidon.workbench.policy.decide.scope.Review;
import io.poseidon.workbench.policy.decide.scope.Reviewed;
import io.poseidon.workbench.policy.decide.scope.Scope;
import io.poseidon.workbench.policy.tree.Condition;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.policy.tree.Query.Cte;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reviews one SELECT: finds what it reads, and by that which rules hold.
final class Selects {

    private final Review review;
    private final Queries queries;

    Selects(Review review, Queries queries) {
        this.review = review;
        this.queries = queries;
    }

    Reviewed review(Query.Select select, List<Cte> ctes, Optional<Scope> outer) {
        var sources = new Sources(review, queries, outer).of(select.from());
        var where = new ArrayList<>(conjuncts(select.where()));
        var joined = new Joins(review).settle(sources, where);
        var scope = Scope.of(joined.relations(), outer);
        sample(select, joined);
        var items = new Stars(review, scope).expand(select.columns());
        if (joined.base().isPresent()) {
            return new PeopleSelect(review, queries, scope, joined.base().get()).review(select, ctes, items, where);
        }
        return new CellSelect(review, queries, scope).review(select, ctes, items, joined.source());
    }

    private void sample(Query.Select select, Sources.Found found) {
        if (select.sample().isEmpty()) {
            return;
        }
        if (found.base().isPresent()) {
            review.refuse(Rule.SAMPLE, select.from().place(), "");
        } else if (!select.sample().get().repeatable()) {
            review.refuse(Rule.NONDETERMINISM, select.from().place(), "sample");
        }
    }

    /// The parts of a condition that all have to hold.
    static List<Expression> conjuncts(Optional<Expression> condition) {
        return condition.map(Selects::conjuncts).orElse(List.of());
    }

    static List<Expression> conjuncts(Expression condition) {
        if (condition instanceof Condition.Conjunction conjunction && conjunction.all()) {
            return conjunction.children().stream()
                    .flatMap(child -> conjuncts(child).stream())
                    .toList();
        }
        return List.of(condition);
    }

    /// The function of a window is no aggregate, its arguments may be.
    static boolean hasAggregate(Expression expression) {
        return (expression instanceof Expression.Call call && Functions.isAggregate(call.name()))
                || expression.children().stream().anyMatch(Selects::hasAggregate);
    }

    static List<Attribute> attributes(List<Item> items, List<Nature> natures) {
        var attributes = new ArrayList<Attribute>();
        for (int i = 0; i < items.size(); i++) {
            attributes.add(new Attribute(items.get(i).name(), natures.get(i)));
        }
        return attributes;
    }
}
