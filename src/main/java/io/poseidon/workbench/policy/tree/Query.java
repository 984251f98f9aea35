package io.poseidon.workbench.policy.tree;

import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.tree.Expression.Order;
import java.util.List;
import java.util.Optional;

/// A query: one SELECT, several combined, or one that refers to itself.
public sealed interface Query {

    /// The named queries in front of it, in order.
    List<Cte> ctes();

    /// ORDER BY, LIMIT and DISTINCT behind it.
    Tail tail();

    /// `names` are those given to the columns, empty where none was given.
    record Select(
            List<Cte> ctes,
            List<Expression> columns,
            List<String> names,
            Source from,
            Optional<Expression> where,
            Grouping grouping,
            Optional<Expression> having,
            Optional<Expression> qualify,
            Optional<Sample> sample,
            Tail tail)
            implements Query {
        public Select {
            ctes = List.copyOf(ctes);
            columns = List.copyOf(columns);
            names = List.copyOf(names);
        }
    }

    record SetOperation(List<Cte> ctes, Kind kind, boolean all, List<Query> parts, Tail tail) implements Query {
        public enum Kind {
            UNION,
            UNION_BY_NAME,
            EXCEPT,
            INTERSECT
        }

        public SetOperation {
            ctes = List.copyOf(ctes);
            parts = List.copyOf(parts);
        }
    }

    record Recursive(List<Cte> ctes, String name, List<String> names, Query start, Query step, Tail tail)
            implements Query {
        public Recursive {
            ctes = List.copyOf(ctes);
            names = List.copyOf(names);
        }
    }

    /// `sets` holds positions in `by`; `all` is GROUP BY ALL.
    record Grouping(List<Expression> by, List<List<Integer>> sets, boolean all) {
        public static final Grouping NONE = new Grouping(List.of(), List.of(), false);

        public Grouping {
            by = List.copyOf(by);
            sets = List.copyOf(sets);
        }

        public boolean isPresent() {
            return all || !sets.isEmpty();
        }

        /// One set that holds every expression: what a plain GROUP BY is.
        public boolean isPlain() {
            return sets.isEmpty()
                    || (sets.size() == 1 && sets.getFirst().stream().distinct().count() == by.size());
        }
    }

    record Cte(String name, List<String> names, Query query, boolean keyed) {
        public Cte {
            names = List.copyOf(names);
        }
    }

    record Sample(boolean repeatable) {}

    /// What is done with the rows at the end.
    record Tail(
            Optional<Distinct> distinct,
            List<Order> orders,
            Optional<Expression> limit,
            Optional<Expression> offset,
            boolean percent) {
        public static final Tail NONE =
                new Tail(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), false);

        public Tail {
            orders = List.copyOf(orders);
        }

        public boolean isLimited() {
            return limit.isPresent() || offset.isPresent();
        }
    }

    /// DISTINCT, with the expressions of DISTINCT ON.
    record Distinct(List<Expression> on) {
        public Distinct {
            on = List.copyOf(on);
        }
    }

    /// Where it starts, as far as it is known: the place of its first column.
    default Place place() {
        return switch (this) {
            case Select select ->
                select.columns().stream()
                        .map(Expression::place)
                        .filter(place -> place.length() > 0)
                        .findFirst()
                        .orElse(select.from().place());
            case SetOperation operation -> operation.parts().getFirst().place();
            case Recursive recursive -> recursive.start().place();
        };
    }
}
