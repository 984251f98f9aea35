package io.poseidon.workbench.query.view.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Which columns of a result a chart draws, and how.
///
/// @param across the column whose values stand along the axis; ignored by a histogram
/// @param lines the column that makes a line of each of its values
/// @param value the numbers drawn
record ChartShape(Kind kind, int across, OptionalInt lines, int value) {

    enum Kind {
        LINE,
        BAR,
        DOT,
        HISTOGRAM
    }

    ChartShape kind(Kind other) {
        return new ChartShape(other, across, lines, value);
    }

    ChartShape across(int column) {
        var rest = lines.isPresent() && lines.getAsInt() == column ? OptionalInt.of(across) : lines;
        return new ChartShape(kind, column, rest, value);
    }

    /// The column that stands across gives way to the one that becomes lines.
    ChartShape lines(int column) {
        int rest = column == across && lines.isPresent() ? lines.getAsInt() : across;
        return rest == column ? this : new ChartShape(kind, rest, OptionalInt.of(column), value);
    }

    ChartShape value(int column) {
        return new ChartShape(kind, across, lines, column);
    }

    /// What can be chosen for a result: its kinds of chart, and the columns that may stand in each place.
    record Choices(List<Kind> kinds, List<Integer> groups, List<Integer> values) {
        Choices {
            kinds = List.copyOf(kinds);
            groups = List.copyOf(groups);
            values = List.copyOf(values);
        }

        boolean isEmpty() {
            return kinds.isEmpty();
        }

        /// The chart shown before anybody chose: the first group across, a second as lines, the first number up.
        /// Things in order make a line, others bars, many of them dots; numbers that share a place (`shared`)
        /// need lines, which are not joined where they share one still.
        Optional<ChartShape> first(boolean ordered, boolean many, boolean shared) {
            if (isEmpty()) {
                return Optional.empty();
            }
            if (groups.isEmpty()) {
                return Optional.of(new ChartShape(Kind.HISTOGRAM, 0, OptionalInt.empty(), values.getFirst()));
            }
            var lines = groups.size() > 1 && shared ? OptionalInt.of(groups.get(1)) : OptionalInt.empty();
            var kind = shared || ordered ? Kind.LINE : many ? Kind.DOT : Kind.BAR;
            return Optional.of(new ChartShape(kind, groups.getFirst(), lines, values.getFirst()));
        }
    }
}
