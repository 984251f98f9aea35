package io.poseidon.workbench.policy.tree;

import io.poseidon.workbench.policy.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A value in a statement. Names of functions are in lower case; names of columns as the asker wrote them.
public sealed interface Expression {

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

    record Column(Mark mark, List<String> path) implements Expression {
        public Column {
            path = List.copyOf(path);
        }

        public static Column of(String... path) {
            return new Column(Mark.NONE, List.of(path));
        }

        public String name() {
            return path.getLast();
        }

        @Override
        public List<Expression> children() {
            return List.of();
        }

        @Override
        public Expression with(List<Expression> children) {
            return this;
        }
    }

    record Constant(Mark mark, Kind kind, String text) implements Expression {
        public enum Kind {
            STRING,
            INTEGER,
            NUMERIC,
            BOOLEAN,
            NULL_LITERAL,
            HEX,
            BIT
        }

        @Override
        public List<Expression> children() {
            return List.of();
        }

        @Override
        public Expression with(List<Expression> children) {
            return this;
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

    record Comparison(Mark mark, Operator operator, Expression left, Expression right) implements Expression {
        public enum Operator {
            COMPARE_EQUAL("="),
            COMPARE_NOTEQUAL("<>"),
            COMPARE_LESSTHAN("<"),
            COMPARE_GREATERTHAN(">"),
            COMPARE_LESSTHANOREQUALTO("<="),
            COMPARE_GREATERTHANOREQUALTO(">="),
            COMPARE_DISTINCT_FROM("IS DISTINCT FROM"),
            COMPARE_NOT_DISTINCT_FROM("IS NOT DISTINCT FROM");

            private final String sql;

            Operator(String sql) {
                this.sql = sql;
            }

            public String sql() {
                return sql;
            }
        }

        @Override
        public List<Expression> children() {
            return List.of(left, right);
        }

        @Override
        public Expression with(List<Expression> children) {
            return new Comparison(mark, operator, children.get(0), children.get(1));
        }
    }

    /// AND (`all`) or OR over two or more parts.
    record Conjunction(Mark mark, boolean all, List<Expression> children) implements Expression {
        public Conjunction {
            children = List.copyOf(children);
        }

        @Override
        public Expression with(List<Expression> parts) {
            return new Conjunction(mark, all, parts);
        }
    }

    record Between(Mark mark, Expression input, Expression lower, Expression upper) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of(input, lower, upper);
        }

        @Override
        public Expression with(List<Expression> children) {
            return new Between(mark, children.get(0), children.get(1), children.get(2));
        }
    }

    record Operation(Mark mark, Operator operator, List<Expression> children) implements Expression {
        public enum Operator {
            OPERATOR_NOT,
            OPERATOR_IS_NULL,
            OPERATOR_IS_NOT_NULL,
            COMPARE_IN,
            COMPARE_NOT_IN,
            OPERATOR_COALESCE,
            ARRAY_EXTRACT,
            ARRAY_SLICE,
            STRUCT_EXTRACT,
            OPERATOR_TRY,
            OPERATOR_UNPACK,
            GROUPING_FUNCTION
        }

        public Operation {
            children = List.copyOf(children);
        }

        @Override
        public Expression with(List<Expression> parts) {
            return new Operation(mark, operator, parts);
        }
    }

    /// CASE with conditions: `when` and `then` of equal length.
    record Case(Mark mark, List<Expression> when, List<Expression> then, Expression otherwise) implements Expression {
        public Case {
            when = List.copyOf(when);
            then = List.copyOf(then);
        }

        @Override
        public List<Expression> children() {
            var all = new ArrayList<Expression>(when);
            all.addAll(then);
            all.add(otherwise);
            return all;
        }

        @Override
        public Expression with(List<Expression> children) {
            var parts = new Parts(children);
            return new Case(mark, parts.take(when.size()), parts.take(then.size()), parts.one());
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

    /// A function over neighbouring rows: `call` holds its arguments and filter, `frame` the bounds as written.
    record Window(Mark mark, Call call, List<Expression> partitions, List<Order> orders, Frame frame)
            implements Expression {
        public Window {
            partitions = List.copyOf(partitions);
            orders = List.copyOf(orders);
        }

        @Override
        public List<Expression> children() {
            var all = new ArrayList<>(call.children());
            all.addAll(partitions);
            orders.forEach(order -> all.add(order.by()));
            all.addAll(frame.expressions());
            return all;
        }

        @Override
        public Expression with(List<Expression> children) {
            var parts = new Parts(children);
            var inner = (Call) call.with(parts.take(call.children().size()));
            var groups = parts.take(partitions.size());
            var sorted = orders.stream().map(order -> order.by(parts.one())).toList();
            return new Window(mark, inner, groups, sorted, frame.with(parts.rest()));
        }
    }

    /// The bounds of a window in the engine's words; `expressions` are the offsets of start and end, where present.
    record Frame(
            String start,
            String end,
            String exclude,
            boolean ignoreNulls,
            boolean offsetAtStart,
            List<Expression> expressions) {
        public Frame {
            expressions = List.copyOf(expressions);
        }

        Frame with(List<Expression> parts) {
            return new Frame(start, end, exclude, ignoreNulls, offsetAtStart, parts);
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
            implements Expression {
        public record Replacement(String name, Expression by) {}

        public record Renaming(String from, String to) {}

        public Star {
            exclude = List.copyOf(exclude);
            replace = List.copyOf(replace);
            rename = List.copyOf(rename);
        }

        @Override
        public List<Expression> children() {
            return List.of();
        }

        @Override
        public Expression with(List<Expression> children) {
            return this;
        }
    }

    /// `#1`: a column by its number.
    record Positional(Mark mark, int index) implements Expression {
        @Override
        public List<Expression> children() {
            return List.of();
        }

        @Override
        public Expression with(List<Expression> children) {
            return this;
        }
    }

    /// One term of an ORDER BY, in the engine's words for direction and place of NULL.
    record Order(String direction, String nulls, Expression by) {
        public Order by(Expression other) {
            return new Order(direction, nulls, other);
        }
    }
}
