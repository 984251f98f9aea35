package io.poseidon.workbench.sealing.spec;

import io.poseidon.workbench.model.ColumnType;
import java.util.List;

/// The declared values of a dimension, in order. It is declared before any row is read, so it tells nothing about
/// anybody.
public sealed interface Domain {

    /// As they stand in the sealed table.
    List<String> labels();

    ColumnType type();

    /// Texts compared as they are written.
    record Texts(List<String> labels) implements Domain {
        public Texts {
            labels = List.copyOf(labels);
        }

        @Override
        public ColumnType type() {
            return ColumnType.TEXT;
        }
    }

    /// Whole numbers; `07` in the input is 7.
    record Integers(List<Long> values) implements Domain {
        public Integers {
            values = List.copyOf(values);
        }

        @Override
        public List<String> labels() {
            return values.stream().map(String::valueOf).toList();
        }

        @Override
        public ColumnType type() {
            return ColumnType.INTEGER;
        }
    }

    /// Numbers sorted into ranges that begin at rising edges, each up to the next edge, the last without an end.
    record Bins(List<Long> edges, List<String> labels) implements Domain {
        public Bins {
            edges = List.copyOf(edges);
            labels = List.copyOf(labels);
        }

        /// Labels such as 20-29 … 70+.
        static Bins of(List<Long> edges) {
            var labels = new String[edges.size()];
            for (int i = 0; i < labels.length; i++) {
                boolean last = i == labels.length - 1;
                labels[i] = last ? edges.get(i) + "+" : range(edges.get(i), edges.get(i + 1) - 1);
            }
            return new Bins(edges, List.of(labels));
        }

        private static String range(long from, long to) {
            return from == to ? String.valueOf(from) : from + "-" + to;
        }

        @Override
        public ColumnType type() {
            return ColumnType.TEXT;
        }
    }
}
