package io.poseidon.workbench.policy.repair;

import io.poseidon.workbench.policy.tree.Condition;
import io.poseidon.workbench.policy.tree.Expression;
import io.poseidon.workbench.policy.tree.Expression.Order;
import io.poseidon.workbench.policy.tree.Query.Grouping;
import io.poseidon.workbench.policy.tree.Query.Select;
import io.poseidon.workbench.policy.tree.Query.Tail;
import io.poseidon.workbench.policy.tree.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// A SELECT whose GROUP BY and ORDER BY name expressions, not numbers, aliases or ALL, so that parts can be taken out.
record Grouped(Select select, List<Expression> groups, List<Order> orders) {

    Grouped {
        groups = List.copyOf(groups);
        orders = List.copyOf(orders);
    }

    static Grouped of(Select select) {
        var grouping = select.grouping();
        boolean plain = grouping.all()
                || select.tail()
                        .distinct()
                        .filter(distinct -> distinct.on().isEmpty())
                        .isPresent();
        var groups = plain
                ? select.columns().stream()
                        .filter(column -> !Substitutes.hasAggregate(column) && !(column instanceof Expression.Star))
                        .toList()
                : grouping.by().stream().map(by -> meant(select, by)).toList();
        var orders = select.tail().orders().stream()
                .map(order -> order.by(meant(select, order.by())))
                .toList();
        return new Grouped(select, groups, orders);
    }

    private static Expression meant(Select select, Expression by) {
        if (by instanceof Expression.Constant constant && constant.text().matches("\\d{1,4}")) {
            int number = Integer.parseInt(constant.text());
            return number >= 1 && number <= select.columns().size()
                    ? select.columns().get(number - 1)
                    : by;
        }
        if (by instanceof Expression.Column column && column.path().size() == 1) {
            return select.columns().stream()
                    .filter(output -> output.alias().equalsIgnoreCase(column.name()))
                    .findFirst()
                    .orElse(by);
        }
        return by;
    }

    List<Expression> conditions() {
        return select.where().stream()
                .flatMap(where -> where instanceof Condition.Conjunction conjunction && conjunction.all()
                        ? conjunction.children().stream()
                        : List.of(where).stream())
                .filter(Expression::namesColumn)
                .toList();
    }

    List<Expression> numbers() {
        return select.columns().stream().filter(Substitutes::hasAggregate).toList();
    }

    Select unconditioned(Expression condition) {
        var left = conditions().stream().filter(part -> part != condition).toList();
        Optional<Expression> where = left.size() < 2
                ? left.stream().findFirst()
                : Optional.of(new Condition.Conjunction(Expression.Mark.NONE, true, left));
        return rebuilt(IntStream.range(0, select.columns().size()).boxed().toList(), groups, where, part -> part);
    }

    /// Without a group or output, wherever it stands.
    Select without(Expression part) {
        var text = Sql.of(part);
        var kept = IntStream.range(0, select.columns().size())
                .filter(i -> !Sql.of(select.columns().get(i)).equals(text))
                .boxed()
                .toList();
        var left = groups.stream().filter(group -> !Sql.of(group).equals(text)).toList();
        return rebuilt(kept, left, select.where(), same -> same);
    }

    /// The same groups with this number alone.
    Select only(Expression number) {
        var kept = IntStream.range(0, select.columns().size())
                .filter(i -> !Substitutes.hasAggregate(select.columns().get(i)))
                .boxed()
                .toList();
        var rest = rebuilt(kept, groups, select.where(), same -> same);
        var columns = new ArrayList<>(rest.columns());
        columns.add(number);
        var names = new ArrayList<>(rest.names());
        names.add("");
        return new Select(
                rest.ctes(),
                columns,
                names,
                rest.from(),
                rest.where(),
                rest.grouping(),
                Optional.empty(),
                Optional.empty(),
                rest.sample(),
                rest.tail());
    }

    /// With one group replaced, which keeps its name.
    Select with(Expression group, Expression other) {
        var text = Sql.of(group);
        UnaryOperator<Expression> change = part -> Sql.of(part).equals(text) ? other : part;
        return rebuilt(
                IntStream.range(0, select.columns().size()).boxed().toList(),
                groups.stream().map(change).toList(),
                select.where(),
                change);
    }

    private Select rebuilt(
            List<Integer> kept, List<Expression> by, Optional<Expression> where, UnaryOperator<Expression> change) {
        var columns = new ArrayList<Expression>();
        var names = new ArrayList<String>();
        for (int i : kept) {
            var column = select.columns().get(i);
            var changed = change.apply(column);
            columns.add(changed);
            names.add(changed == column ? select.names().get(i) : name(i));
        }
        var sets = by.isEmpty()
                ? List.<List<Integer>>of()
                : List.of(IntStream.range(0, by.size()).boxed().toList());
        return new Select(
                select.ctes(),
                columns,
                names,
                select.from(),
                where,
                new Grouping(by, sets, false),
                select.having(),
                select.qualify(),
                select.sample(),
                tail(columns));
    }

    private String name(int index) {
        var given = select.names().get(index);
        return given.isEmpty() && select.columns().get(index) instanceof Expression.Column column
                ? column.name()
                : given;
    }

    /// Orders by what is no longer there, or by what was changed, are left out, and the limit with them.
    private Tail tail(List<Expression> columns) {
        var texts = columns.stream().map(Sql::of).toList();
        var left = orders.stream()
                .filter(order -> texts.contains(Sql.of(order.by())))
                .map(order -> order.by(plain(order.by())))
                .toList();
        boolean whole = left.size() == orders.size();
        return new Tail(
                Optional.empty(),
                left,
                whole ? select.tail().limit() : Optional.empty(),
                whole ? select.tail().offset() : Optional.empty(),
                select.tail().percent());
    }

    private static Expression plain(Expression output) {
        return output.alias().isEmpty() ? output : Expression.Column.of(output.alias());
    }
}
