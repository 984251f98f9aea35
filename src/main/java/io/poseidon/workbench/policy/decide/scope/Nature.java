package io.poseidon.workbench.policy.decide.scope;

import io.poseidon.workbench.policy.Rule;
import io.poseidon.workbench.policy.tree.Expression;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a value in a statement is, as far as the rules care.
public sealed interface Nature {

    /// Constants, released numbers, uploaded tables by themselves: anything may be done with them.
    record Free() implements Nature {}

    /// Already reported; says nothing more.
    record Broken() implements Nature {}

    /// The person.
    record Identity() implements Nature {}

    /// An amount of a person.
    record Measure(String column) implements Nature {}

    /// A public expression over dimensions and constants: `meaning` in the columns of the tables themselves,
    /// `columns` those it uses, `bare` where it is nothing but one column.
    record Dimensional(Expression meaning, Set<String> columns, boolean bare) implements Nature {
        public Dimensional {
            columns = Set.copyOf(columns);
        }

        public boolean isConstant() {
            return columns.isEmpty();
        }
    }

    /// A column of an uploaded table that stands by itself.
    record OwnColumn(String table, String column) implements Nature {}

    /// A column of an uploaded table that may not be used beside people.
    record OwnNumber(String column) implements Nature {}

    /// Nothing that can be used beside people: a row as one value, a field of a plain value.
    record Unfit(Rule rule) implements Nature {}

    /// A count of people in cells. `open` holds the dimensions over which the same person may be counted again.
    record People(Set<String> open) implements Nature {
        public People {
            open = Set.copyOf(open);
        }

        public People without(Set<String> closed) {
            var left = new TreeSet<>(open);
            left.removeAll(closed);
            return new People(left);
        }

        public People only(Set<String> kept) {
            var left = new TreeSet<>(open);
            left.retainAll(kept);
            return new People(left);
        }
    }

    /// A dimension of a cells table; `key` tells it from the same dimension of another reference.
    record CellDimension(String key) implements Nature {}

    /// A total of a cell.
    record CellNumber() implements Nature {}

    /// A quotient of two totals, or a mean.
    record Ratio() implements Nature {}

    Nature FREE = new Free();
    Nature BROKEN = new Broken();

    /// The rule that showing it breaks, where it is a person's own value.
    default Optional<Rule> brokenWhenShown() {
        return switch (this) {
            case Identity _ -> Optional.of(Rule.IDENTITY_OUTPUT);
            case Measure _ -> Optional.of(Rule.MEASURE);
            case Free _,
                    Broken _,
                    Dimensional _,
                    OwnColumn _,
                    OwnNumber _,
                    Unfit _,
                    People _,
                    CellDimension _,
                    CellNumber _,
                    Ratio _ -> Optional.empty();
        };
    }
}
