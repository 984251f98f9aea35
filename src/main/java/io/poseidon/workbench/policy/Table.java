package io.poseidon.workbench.policy;

import io.poseidon.workbench.model.Bounds;
import io.poseidon.workbench.model.ColumnType;
import io.poseidon.workbench.model.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A table a question may name. Columns that are not named here do not exist.
public sealed interface Table {

    String name();

    /// Name and type of every column, in order.
    Map<String, ColumnType> columns();

    /// Cells of a bundle: safe already, so anything deterministic may be computed on them. `overlap` names the
    /// dimensions over which the same person can stand in several cells.
    record Cells(String name, Map<String, ColumnType> columns, Set<String> overlap) implements Table {
        public Cells {
            columns = Frozen.copy(columns);
            overlap = Set.copyOf(overlap);
        }

        /// The noisy count of people in a cell.
        public static final String CONTRIBUTORS = "contributors";
    }

    /// A table the asker uploaded.
    record Own(String name, Map<String, ColumnType> columns) implements Table {
        public Own {
            columns = Frozen.copy(columns);
        }
    }

    /// Rows of people at a shard: only aggregates of bounded contributions ever leave it.
    record Rows(
            String name,
            String identity,
            Map<String, Dimension> dimensions,
            Map<String, Bounds> measures,
            Set<Aggregate> aggregates,
            Set<String> literals,
            int minimumCohort,
            Optional<Dominance> dominance,
            int maximumGroups,
            int maximumRowsPerGroup,
            List<JoinTerm> joins,
            Optional<Training> training)
            implements Table {
        public Rows {
            dimensions = Frozen.copy(dimensions);
            measures = Frozen.copy(measures);
            aggregates = Set.copyOf(aggregates);
            literals = Set.copyOf(literals);
            joins = List.copyOf(joins);
        }

        @Override
        public Map<String, ColumnType> columns() {
            var columns = new LinkedHashMap<String, ColumnType>();
            columns.put(identity, ColumnType.TEXT);
            dimensions.forEach((column, dimension) -> columns.put(column, dimension.type()));
            measures.keySet().forEach(column -> columns.put(column, ColumnType.DECIMAL));
            return columns;
        }

        /// The bounds of a measure that the policy names.
        public Bounds measure(String column) {
            return Objects.requireNonNull(measures.get(column));
        }

        /// What the policy says about joining that table, if it may be joined.
        public Optional<JoinTerm> join(String other) {
            return joins.stream().filter(term -> term.with().equals(other)).findFirst();
        }
    }

    /// What is public about a person's rows: type, the declared values in order (empty where only the type is
    /// declared) and whether one person has one value only.
    record Dimension(ColumnType type, List<String> values, boolean isStatic) {
        public Dimension {
            values = List.copyOf(values);
        }
    }

    /// What may be computed over people.
    enum Aggregate {
        COUNT,
        COUNT_DISTINCT_IDENTITY,
        SUM,
        AVG
    }

    /// Largest share of a sum that one contributor, or two, may hold.
    record Dominance(Rational top1, Rational top2) {}

    /// The uploaded table `with` may be joined by equality on the column `on` of both.
    record JoinTerm(String with, String on) {}

    /// What training on a table is bound to, whatever a plan asks for.
    record Training(
            List<String> labels,
            List<String> features,
            List<String> models,
            Rational clip,
            Rational leastNoise,
            int rounds,
            int minimumShards,
            List<String> buyers) {
        public Training {
            labels = List.copyOf(labels);
            features = List.copyOf(features);
            models = List.copyOf(models);
            buyers = List.copyOf(buyers);
        }
    }
}
