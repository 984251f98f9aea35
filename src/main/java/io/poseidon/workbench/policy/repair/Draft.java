package io.poseidon.workbench.policy.repair;

import io.poseidon.workbench.policy.Decision.Change;
import io.poseidon.workbench.policy.Decision.Effect;
import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.tree.Condition;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Expression.Order;
import io.poseidon.workbench.policy.tree.Query;
import io.poseidon.workbench.policy.tree.Query.Distinct;
import io.poseidon.workbench.policy.tree.Query.Grouping;
import io.poseidon.workbench.policy.tree.Query.Select;
import io.poseidon.workbench.policy.tree.Query.Tail;
import io.poseidon.workbench.policy.tree.Source;
import io.poseidon.workbench.policy.tree.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// One SELECT while it is being changed, with the changes made so far. Used by one thread.
final class Draft {

    private final Select original;
    private final List<Effect> effects;
    private final List<Expression> columns;
    private final List<String> names;
    private final List<Expression> where;
    private final List<Expression> groups;
    private final List<Order> orders;
    private List<Query.Cte> ctes;
    private Source from;
    private boolean groupAll;
    private boolean grouped;
    private Optional<Expression> having;
    private Optional<Expression> qualify;
    private Optional<Distinct> distinct;
    private boolean limited;
    private boolean sampled;

    Draft(Select select, List<Effect> effects) {
        this.original = select;
        this.effects = effects;
        this.columns = new ArrayList<>(select.columns());
        this.names = new ArrayList<>(select.names());
        this.where = new ArrayList<>(conjuncts(select.where()));
        this.groups = new ArrayList<>(select.grouping().by());
        this.orders = new ArrayList<>(select.tail().orders());
        this.ctes = select.ctes();
        this.from = select.from();
        this.groupAll = select.grouping().all();
        this.grouped = select.grouping().isPresent();
        this.having = select.having();
        this.qualify = select.qualify();
        this.distinct = select.tail().distinct();
        this.limited = true;
        this.sampled = true;
    }

    private static List<Expression> conjuncts(Optional<Expression> condition) {
        return condition.stream()
                .flatMap(part -> part instanceof Condition.Conjunction conjunction && conjunction.all()
                        ? conjunction.children().stream()
                        : part instanceof Expression.Constant ? List.<Expression>of().stream() : List.of(part).stream())
                .toList();
    }

    Select select() {
        var all = IntStream.range(0, groups.size()).boxed().toList();
        var sets = grouped && !groupAll ? List.of(all) : List.<List<Integer>>of();
        var tail = original.tail();
        return new Select(
                ctes,
                columns,
                names,
                from,
                joined(where),
                new Grouping(groups, sets, groupAll),
                having,
                qualify,
                sampled ? original.sample() : Optional.empty(),
                new Tail(
                        distinct,
                        orders,
                        limited ? tail.limit() : Optional.empty(),
                        limited ? tail.offset() : Optional.empty(),
                        tail.percent()));
    }

    private static Optional<Expression> joined(List<Expression> parts) {
        if (parts.size() < 2) {
            return parts.stream().findFirst();
        }
        return Optional.of(new Condition.Conjunction(Expression.Mark.NONE, true, parts));
    }

    Select original() {
        return original;
    }

    List<Expression> columns() {
        return columns;
    }

    void note(Change change, String subject) {
        var effect = new Effect(change, subject);
        if (!effects.contains(effect)) {
            effects.add(effect);
        }
    }

    /// Takes out the condition that stands around a place.
    boolean dropCondition(Place place, String subject) {
        boolean dropped = where.removeIf(part -> touches(part, place));
        if (having.filter(part -> touches(part, place)).isPresent()) {
            having = Optional.empty();
            dropped = true;
        }
        if (qualify.filter(part -> touches(part, place)).isPresent()) {
            qualify = Optional.empty();
            dropped = true;
        }
        if (dropped) {
            note(Change.DROPS_CONDITION, subject);
        }
        return dropped;
    }

    /// Takes out the outputs, groups and orders that stand around a place.
    boolean dropOutput(Place place, String subject) {
        boolean dropped = false;
        for (int i = columns.size() - 1; i >= 0; i--) {
            if (touches(columns.get(i), place)) {
                dropAlias(names.get(i));
                columns.remove(i);
                names.remove(i);
                note(Change.DROPS_OUTPUT, subject);
                dropped = true;
            }
        }
        if (groups.removeIf(part -> touches(part, place))) {
            note(Change.DROPS_GROUP, subject);
            dropped = true;
        }
        if (orders.removeIf(order -> touches(order.by(), place))) {
            note(Change.DROPS_ORDER, subject);
            dropped = true;
        }
        if (columns.isEmpty()) {
            count(Change.ROWS_INSTEAD, Expression.Call.of(Expression.Mark.NONE, "count_star"));
        }
        grouped = groupAll || !groups.isEmpty();
        return dropped;
    }

    private void dropAlias(String name) {
        if (!name.isEmpty()) {
            groups.removeIf(part ->
                    part instanceof Expression.Column column && column.name().equalsIgnoreCase(name));
            orders.removeIf(order -> order.by() instanceof Expression.Column column
                    && column.name().equalsIgnoreCase(name));
        }
    }

    static boolean touches(Expression part, Place place) {
        return Trees.covers(part.place(), place)
                || Trees.covers(place, part.place())
                || part.children().stream().anyMatch(child -> touches(child, place));
    }

    /// Adds a number that may be asked.
    void count(Change change, Expression.Call number) {
        columns.add(number);
        names.add("");
        note(change, "");
    }

    void replaceOutputs(List<Expression> others) {
        columns.clear();
        names.clear();
        others.forEach(other -> {
            columns.add(other);
            names.add(other.alias());
        });
        orders.clear();
        limited = false;
    }

    void addOutput(Expression column, String name) {
        columns.add(column);
        names.add(name);
    }

    /// An unnamed output that stands there before is left out.
    void dropRepeated() {
        for (int i = columns.size() - 1; i > 0; i--) {
            var text = Sql.of(columns.get(i));
            boolean repeated = names.get(i).isEmpty()
                    && columns.get(i) instanceof Expression.Call
                    && columns.subList(0, i).stream().map(Sql::of).anyMatch(text::equals);
            if (repeated) {
                columns.remove(i);
                names.remove(i);
            }
        }
    }

    void replaceColumn(int index, Expression by) {
        columns.set(index, by);
    }

    void groupAll() {
        groups.clear();
        groupAll = columns.stream().anyMatch(column -> column instanceof Expression.Column);
        grouped = groupAll;
        distinct = Optional.empty();
        qualify = Optional.empty();
    }

    void unsort() {
        orders.clear();
        limited = false;
        distinct = Optional.empty();
    }

    void unsample(Source source) {
        sampled = false;
        from = source;
    }

    void ctes(List<Query.Cte> others) {
        ctes = List.copyOf(others);
    }

    void from(Source source) {
        from = source;
    }

    Source from() {
        return from;
    }

    /// Changes expressions wherever they stand.
    void rewrite(UnaryOperator<Expression> change) {
        columns.replaceAll(part -> Trees.expressions(part, change));
        where.replaceAll(part -> Trees.expressions(part, change));
        groups.replaceAll(part -> Trees.expressions(part, change));
        orders.replaceAll(order -> order.by(Trees.expressions(order.by(), change)));
        having = having.map(part -> Trees.expressions(part, change));
        qualify = qualify.map(part -> Trees.expressions(part, change));
    }
}
