package io.poseidon.workbench.policy.tree;

import io.poseidon.workbench.policy.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A value in a statement. Names of functions are in lower case; names of columns as the asker wrote them.
public sealed interface Expression
        permits Expression.Leaf,
                Expression.Call,
                Expression.Cast,
                Expression.Collate,
                Expression.Lambda,
                Expression.Subquery,
                Condition,
                Window {

    /// Where it stands in the text, and the name it was given (empty where none).
    record Mark(Place place, String alias) {
        public static final Mark NONE = new Mark(Place.WHOLE, "");
    }

    Mark mark();

    /// The parts of the same level, in order; a subquery is no part.
    List<Expression> children();

    /// The same expression with other parts, as many as [#children] has.
    Expression with(List<Expression> children);

    /// Whether a column is named anywhere in it (subqueries apart).
    default boolean namesColumn() {
        return this instanceof Column || children().stream().anyMatch(Expression::namesColumn);
    }

    default Place place() {
        return mark().place();
    }

    default String alias() {
        return mark().alias();
    }

    /// What has no parts of the same level.
    sealed interface Leaf extends Expression {
        @Override
        default List<Expression> children() {
            return List.of();
        }

        @Override
        default Expression with(List<Expression> children) {
            return this;
        }
    }

    record Column(Mark mark, List<String> path) implements Leaf {
        public Column {
            path = List.copyOf(path);
        }

        public static Column of(String... path) {
            return new Column(Mark.NONE, List.of(path));
        }

        public String name() {
            return path.getLast();
        }
    }

    record Constant(Mark mark, Kind kind, String text) implements Leaf {
        public enum Kind {
            STRING,
            INTEGER,
            NUMERIC,
            BOOLEAN,
            NULL_LITERAL,
            HEX,
            BIT
        }
    }

    /// A function, an operator written as one, or an aggregate. `names` holds the names of named arguments.
    record Call(
            Mark mark,
            String qualifier,
            String name,
            List<String> names,
            List<Expression> arguments,
            boolean distinct,
            Optional<Expression> filter,
            List<Order> orders)
            implements Expression {
        public Call {
            name = name.toLowerCase(Locale.ROOT);
            names = List.copyOf(names);
            arguments = List.copyOf(arguments);
            orders = List.copyOf(orders);
        }

        public static Call of(Mark mark, String name, Expression... arguments) {
            var names = Stream.of(arguments).map(argument -> "").toList();
            return new Call(mark, "", name, names, List.of(arguments), false, Optional.empty(), List.of());
        }

        public boolean isPlain() {
            return !distinct && filter.isEmpty() && orders.isEmpty();
        }

        @Override
        public List<Expression> children() {
            var all = new ArrayList<>(arguments);
            filter.ifPresent(all::add);
            orders.forEach(order -> all.add(order.by()));
            return all;
        }

        @Override
        public Expression with(List<Expression> children) {
            var parts = new Parts(children);
            return new Call(
                    mark,
                    qualifier,
                    name,
                    names,
                    parts.take(arguments.size()),
                    distinct,
                    filter.map(ignored -> parts.one()),
                    orders.stream().map(order -> order.by(parts.one())).toList());
        }
    }

    /// `type` as written in upper case, with its whole-number parameters: DECIMAL(10, 2).
    record Cast(Mark mark, Expression child, String type, List<String> parameters, boolean attempt)
            implements Expression {
        public Cast {
            parameters = List.copyOf(parameters);
        }

        @Override
        public List<Expression> children() {
            return List.of(child);
        }

        @Override
        public Expression with(List<Expression> children) {
            return new Cast(mark, children.getFirst(), type, parameters, attempt);
        }
    }

    record Collate(Mark mark, Expression child, String collation) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(child);
        }

        @Override
        public Expression with(List<Expression> children) {
            return new Collate(mark, children.getFirst(), collation);
        }
    }

    record Lambda(Mark mark, List<String> parameters, Expression body) implements Expression {
        public Lambda {
            parameters = List.copyOf(parameters);
        }

        @Override
        public List<Expression> children() {
            return List.of(body);
        }

        @Override
        public Expression with(List<Expression> children) {
            return new Lambda(mark, parameters, children.getFirst());
        }
    }

    /// A query inside an expression; `child` is what it is compared with.
    record Subquery(Mark mark, Kind kind, Optional<Expression> child, String comparison, Query query)
            implements Expression {
        public enum Kind {
            SCALAR,
            EXISTS,
            NOT_EXISTS,
            ANY
        }

        @Override
        public List<Expression> children() {
            return child.stream().toList();
        }

        @Override
        public Expression with(List<Expression> children) {
            return new Subquery(mark, kind, children.stream().findFirst(), comparison, query);
        }
    }

    /// `*`, `t.*` or COLUMNS(…). `columns` tells the latter, with `pattern` its argument where it has one.
    record Star(
            Mark mark,
            String relation,
            List<String> exclude,
            List<Replacement> replace,
            List<Renaming> rename,
            boolean columns,
            Optional<Expression> pattern)
            implements Leaf {
        public record Replacement(String name, Expression by) {}

        public record Renaming(String from, String to) {}

        public Star {
            exclude = List.copyOf(exclude);
            replace = List.copyOf(replace);
            rename = List.copyOf(rename);
        }
    }

    /// `#1`: a column by its number.
    record Positional(Mark mark, int index) implements Leaf {}

    /// One term of an ORDER BY, in the engine's words for direction and place of NULL.
    record Order(String direction, String nulls, Expression by) {
        public Order by(Expression other) {
            return new Order(direction, nulls, other);
        }
    }
}
