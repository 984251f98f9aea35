package io.poseidon.workbench.policy.decide;

import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.decide.Dimensions.Use;
import io.poseidon.workbench.policy.decide.Names.Preference;
import io.poseidon.workbench.policy.decide.Stars.Item;
import io.poseidon.workbench.policy.decide.scope.Base;
import io.poseidon.workbench.policy.decide.scope.Nature;
import io.poseidon.workbench.policy.decide.scope.Nature.Dimensional;
import io.poseidon.workbench.policy.decide.scope.Relation;
import io.poseidon.workbench.policy.decide.scope.Review;
import io.poseidon.workbench.policy.decide.scope.Reviewed;
import io.poseidon.workbench.policy.decide.scope.Scope;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.policy.tree.Query.Cte;
import io.poseidon.workbench.policy.tree.Query.Grouping;
import io.poseidon.workbench.policy.tree.Query.Tail;
import io.poseidon.workbench.policy.tree.Source;
import io.poseidon.workbench.policy.tree.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reviews a SELECT over rows of people: either it projects and filters and will be seen through, or it aggregates and
/// is a question.
final class PeopleSelect {

    private final Review review;
    private final Queries queries;
    private final Scope scope;
    private final Base unfiltered;

    PeopleSelect(Review review, Queries queries, Scope scope, Base base) {
        this.review = review;
        this.queries = queries;
        this.scope = scope;
        this.unfiltered = base;
    }

    Reviewed review(Query.Select select, List<Cte> ctes, List<Item> items, List<Expression> where) {
        var names = new Names(review, scope);
        var outputs = names.outputs(items);
        var base = unfiltered.filtered(filters(where, names));
        var query = new Parts(select, ctes, outputs, names);
        return query.aggregates() ? aggregated(query, base) : projected(query, base);
    }

    /// One SELECT with its stars written out and its names replaced.
    private record Parts(Query.Select select, List<Cte> ctes, List<Item> outputs, Names names) {

        boolean isDistinct() {
            return select.tail()
                    .distinct()
                    .filter(distinct -> distinct.on().isEmpty())
                    .isPresent();
        }

        boolean aggregates() {
            return select.grouping().isPresent()
                    || select.having().isPresent()
                    || outputs.stream().map(Item::expression).anyMatch(Selects::hasAggregate)
                    || Stream.of(select.qualify().stream(), orders().stream())
                            .flatMap(part -> part)
                            .map(part -> names.replace(part, Preference.ALIAS_FIRST))
                            .anyMatch(Selects::hasAggregate);
        }

        List<Expression> orders() {
            return select.tail().orders().stream().map(Expression.Order::by).toList();
        }

        /// What a constant in GROUP BY points at, or the expression itself.
        Expression group(Expression by) {
            if (by instanceof Expression.Constant constant && constant.kind() == Expression.Constant.Kind.INTEGER) {
                int number = constant.text().matches("\\d{1,5}") ? Integer.parseInt(constant.text()) : 0;
                return number >= 1 && number <= outputs.size()
                        ? outputs.get(number - 1).expression()
                        : by;
            }
            return names.replace(by, Preference.COLUMN_FIRST);
        }

        /// GROUP BY ALL, and DISTINCT: every output that is not computed from the others.
        List<Expression> plainOutputs() {
            return outputs.stream()
                    .map(Item::expression)
                    .filter(expression -> !Selects.hasAggregate(expression) && !hasWindow(expression))
                    .toList();
        }

        private static boolean hasWindow(Expression expression) {
            return expression instanceof Window
                    || expression.children().stream().anyMatch(Parts::hasWindow);
        }
    }

    private List<Expression> filters(List<Expression> where, Names names) {
        var filters = new ArrayList<Expression>();
        var dimensions = dimensions(unfiltered, Use.FILTER);
        for (var condition : where) {
            var nature = dimensions.publicOnly(names.replace(condition, Preference.COLUMN_FIRST));
            if (nature instanceof Dimensional dimensional) {
                filters.add(dimensional.meaning());
            }
        }
        return filters;
    }

    private Dimensions dimensions(Base base, Use use) {
        return new Dimensions(review, queries, base.table(), scope, use);
    }

    private Reviewed projected(Parts query, Base base) {
        var dimensions = dimensions(base, Use.OUTPUT);
        var natures = query.outputs().stream()
                .map(item -> dimensions.of(item.expression()))
                .toList();
        query.select()
                .qualify()
                .ifPresent(condition -> dimensions.of(query.names().replace(condition, Preference.COLUMN_FIRST)));
        if (query.isDistinct() && natures.stream().allMatch(nature -> nature instanceof Dimensional)) {
            return aggregated(query, base);
        }
        if (query.select().tail().distinct().isPresent()) {
            refusePersons(query, natures);
        }
        var attributes = Selects.attributes(query.outputs(), natures);
        return new Reviewed(new Relation("", attributes, Optional.of(base), Optional.empty(), false), query.select());
    }

    private void refusePersons(Parts query, List<Nature> natures) {
        review.refuse(Rule.ROW_PROJECTION, query.select().place(), "DISTINCT");
        for (int i = 0; i < natures.size(); i++) {
            var nature = natures.get(i);
            var output = query.outputs().get(i);
            var shown = nature instanceof Nature.Measure measure ? measure.column() : output.name();
            nature.brokenWhenShown()
                    .ifPresent(rule -> review.refuse(rule, output.expression().place(), shown));
        }
    }

    private Reviewed aggregated(Parts query, Base base) {
        var grouping = query.select().grouping();
        if (!grouping.isPlain()) {
            var place = grouping.by().isEmpty()
                    ? Place.WHOLE
                    : grouping.by().getFirst().place();
            review.refuse(Rule.GROUPING_SETS, place, "");
        }
        boolean distinctOnly = !query.aggregates();
        var written = grouping.all() || distinctOnly
                ? query.plainOutputs()
                : grouping.by().stream().map(query::group).toList();
        var released = new Released(review, queries, base, scope);
        var groups = groups(written, base, released);
        var name = "released_" + review.instance();
        var rest = rest(query, released, name);
        var question = released.question(name, groups);
        review.ask(question);
        var natures = new ReleasedColumns(question).natures(rest.columns(), review);
        return new Reviewed(Relation.free(Selects.attributes(query.outputs(), natures)), rest);
    }

    private List<Expression> groups(List<Expression> written, Base base, Released released) {
        var groups = new ArrayList<Expression>();
        var dimensions = dimensions(base, Use.GROUP);
        for (int i = 0; i < written.size(); i++) {
            var nature = dimensions.publicOnly(written.get(i));
            released.group(i, written.get(i), nature);
            groups.add(nature instanceof Dimensional dimensional ? dimensional.meaning() : written.get(i));
        }
        return groups;
    }

    /// What is left to compute once the question is answered.
    private Query.Select rest(Parts query, Released released, String name) {
        var select = query.select();
        var columns = query.outputs().stream()
                .map(item -> released.rewrite(item.expression()))
                .toList();
        var having = select.having()
                .map(condition -> released.rewrite(query.names().replace(condition, Preference.COLUMN_FIRST)));
        var qualify = select.qualify()
                .map(condition -> released.rewrite(query.names().replace(condition, Preference.COLUMN_FIRST)));
        var tail = tail(query, released);
        var place = select.from().place();
        return new Query.Select(
                query.ctes(),
                columns,
                query.outputs().stream().map(Item::name).toList(),
                new Source.Table(place, "", Optional.empty(), "", name, List.of(), false),
                having,
                Grouping.NONE,
                Optional.empty(),
                qualify,
                Optional.empty(),
                tail);
    }

    private Tail tail(Parts query, Released released) {
        var tail = query.select().tail();
        var orders = tail.orders().stream()
                .map(order -> order.by() instanceof Expression.Star || isOrdinal(order.by())
                        ? order
                        : order.by(released.rewrite(query.names().replace(order.by(), Preference.ALIAS_FIRST))))
                .toList();
        return new Tail(
                tail.distinct()
                        .map(distinct -> new Query.Distinct(distinct.on().stream()
                                .map(on -> released.rewrite(query.names().replace(on, Preference.ALIAS_FIRST)))
                                .toList())),
                orders,
                tail.limit().map(released::rewrite),
                tail.offset().map(released::rewrite),
                tail.percent());
    }

    private static boolean isOrdinal(Expression expression) {
        return expression instanceof Expression.Constant;
    }
}
