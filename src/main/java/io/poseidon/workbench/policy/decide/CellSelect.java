package io.poseidon.workbench.policy.decide;

import io.poseidon.workbench.policy.decide.Names.Preference;
import io.poseidon.workbench.policy.decide.Stars.Item;
import io.poseidon.workbench.policy.decide.scope.Equalities;
import io.poseidon.workbench.policy.decide.scope.Nature;
import io.poseidon.workbench.policy.decide.scope.Nature.CellDimension;
import io.poseidon.workbench.policy.decide.scope.Relation;
import io.poseidon.workbench.policy.decide.scope.Review;
import io.poseidon.workbench.policy.decide.scope.Reviewed;
import io.poseidon.workbench.policy.decide.scope.Scope;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.policy.tree.Query.Cte;
import io.poseidon.workbench.policy.tree.Query.Tail;
import io.poseidon.workbench.policy.tree.Source;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Reviews a SELECT that reads no rows of people.
final class CellSelect {

    private final Review review;
    private final Queries queries;
    private final Scope scope;

    CellSelect(Review review, Queries queries, Scope scope) {
        this.review = review;
        this.queries = queries;
        this.scope = scope;
    }

    Reviewed review(Query.Select select, List<Cte> ctes, List<Item> items, Source source) {
        var names = new Names(review, scope);
        var outputs = names.outputs(items);
        var where = names.replaceAll(Selects.conjuncts(select.where()), Preference.COLUMN_FIRST);
        var plain = new Cells(review, queries, scope);
        where.forEach(plain::of);
        var grouped = new TreeSet<String>();
        for (var group : groups(select, outputs, names)) {
            if (plain.of(group) instanceof CellDimension dimension) {
                grouped.add(dimension.key());
            }
        }
        var cells = plain.within(grouped, Equalities.of(where, scope));
        var natures = outputs.stream().map(item -> cells.of(item.expression())).toList();
        select.having().ifPresent(condition -> cells.of(names.replace(condition, Preference.COLUMN_FIRST)));
        select.qualify().ifPresent(condition -> cells.of(names.replace(condition, Preference.COLUMN_FIRST)));
        tail(select.tail(), cells, names);
        return new Reviewed(relation(select, outputs, natures), rewritten(select, ctes, source));
    }

    private static List<Expression> groups(Query.Select select, List<Item> outputs, Names names) {
        if (select.grouping().all()) {
            return outputs.stream()
                    .map(Item::expression)
                    .filter(expression -> !Selects.hasAggregate(expression))
                    .toList();
        }
        return select.grouping().by().stream()
                .map(by -> by instanceof Expression.Constant constant
                                && constant.kind() == Expression.Constant.Kind.INTEGER
                                && constant.text().matches("\\d{1,5}")
                                && Integer.parseInt(constant.text()) >= 1
                                && Integer.parseInt(constant.text()) <= outputs.size()
                        ? outputs.get(Integer.parseInt(constant.text()) - 1).expression()
                        : names.replace(by, Preference.COLUMN_FIRST))
                .toList();
    }

    private static void tail(Tail tail, Cells cells, Names names) {
        tail.orders().forEach(order -> cells.of(names.replace(order.by(), Preference.ALIAS_FIRST)));
        tail.distinct()
                .ifPresent(distinct ->
                        distinct.on().forEach(on -> cells.of(names.replace(on, Preference.ALIAS_FIRST))));
        tail.limit().ifPresent(cells::of);
        tail.offset().ifPresent(cells::of);
    }

    /// A plain view of one upload is still that upload.
    private Relation relation(Query.Select select, List<Item> outputs, List<Nature> natures) {
        boolean open = scope.relations().stream().anyMatch(Relation::open)
                && select.columns().stream().anyMatch(column -> column instanceof Expression.Star);
        boolean view = scope.relations().size() == 1
                && select.where().isEmpty()
                && !select.grouping().isPresent()
                && select.having().isEmpty()
                && select.qualify().isEmpty()
                && select.sample().isEmpty()
                && select.tail().equals(Tail.NONE)
                && natures.stream().allMatch(nature -> nature instanceof Nature.OwnColumn);
        var own = view ? scope.relations().getFirst().own() : Optional.<String>empty();
        return new Relation("", Selects.attributes(outputs, natures), Optional.empty(), own, open);
    }

    private static Query.Select rewritten(Query.Select select, List<Cte> ctes, Source source) {
        return new Query.Select(
                ctes,
                select.columns(),
                select.names(),
                source,
                select.where(),
                select.grouping(),
                select.having(),
                select.qualify(),
                select.sample(),
                select.tail());
    }
}
