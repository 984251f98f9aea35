package io.poseidon.workbench.query.theatre.stage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/// A holder of rows as an attacker meets it.
public interface Shard extends AutoCloseable {

    /// `asker` is the organisation that asks.
    Heard ask(String asker, String sql);

    @Override
    void close();

    /// Everything the asker can observe.
    record Heard(Reply reply, Duration time) {}

    sealed interface Reply {}

    /// Rows of a last column with a number, after columns that name the row; `sigma` is the published noise of that
    /// number, zero where it is exact. `rho` is what the answer cost.
    record Told(List<Line> lines, double sigma, double rho) implements Reply {
        public Told {
            lines = List.copyOf(lines);
        }

        /// The numbers of the lines that bear a name, added; empty where there are none.
        public OptionalDouble sum(String name) {
            var numbers = lines.stream()
                    .filter(line -> line.names().contains(name))
                    .mapToDouble(Line::number)
                    .toArray();
            return numbers.length == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(DoubleStream.of(numbers).sum());
        }
    }

    record Line(List<String> names, double number) {
        public Line {
            names = List.copyOf(names);
        }

        /// A row of values, the last one a number.
        static Line of(List<Optional<Object>> row) {
            var names = row.subList(0, row.size() - 1).stream()
                    .map(name -> String.valueOf(name.orElse("")))
                    .toList();
            return new Line(names, ((Number) row.getLast().orElseThrow()).doubleValue());
        }
    }

    /// Refused by a rule, for a cost.
    record Denied(String rule, double rho) implements Reply {}

    /// An error and its code.
    record Failed(String code, double rho) implements Reply {}
}
