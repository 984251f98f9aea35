package io.poseidon.workbench.policy;

import java.util.List;
import java.util.Optional;

/// What a policy says about one question, before anything was read.
public sealed interface Decision {

    /// May run and every row of its answer is shown.
    record Allow(Reading reading) implements Decision {}

    /// May run; groups under the minimum cohort will be missing from the answer, as empty ones are.
    record Filter(Reading reading) implements Decision {}

    /// May run, but an answer could be misread: each caution names the place and the honest reading.
    record Warn(Reading reading, List<Caution> cautions, Optional<Repair> repair) implements Decision {
        public Warn {
            cautions = List.copyOf(cautions);
        }
    }

    /// May not run. `findings` holds every reason, the first of them first; never empty.
    record Refuse(List<Finding> findings, Optional<Repair> repair) implements Decision {
        public Refuse {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }

        public Rule rule() {
            return findings.getFirst().rule();
        }
    }

    /// What could be misread in an answer that is allowed.
    record Caution(Kind kind, Place place, String subject) {
        public enum Kind {
            /// `contributors` added up where the same person can stand in several cells: an upper bound.
            OVERLAP,
            /// An average of averages, which weighs small cells like large ones.
            AVERAGE_OF_RATIOS
        }
    }

    /// The nearest question that is allowed, itself decided, and what was changed for it, in order.
    record Repair(String sql, List<Effect> effects) {
        public Repair {
            effects = List.copyOf(effects);
        }
    }

    /// One change; `subject` is the column or function it is about.
    record Effect(Change change, String subject) {}

    enum Change {
        DROPS_CONDITION,
        DROPS_OUTPUT,
        DROPS_GROUP,
        DROPS_ORDER,
        MEAN_INSTEAD,
        TOTAL_INSTEAD,
        PEOPLE_INSTEAD,
        ROWS_INSTEAD,
        COUNTS_GROUPS,
        PLAIN_GROUPS,
        FIRST_PART,
        WHOLE_TABLE,
        WHOLE_CTE,
        INNER_JOIN,
        DECLARED_JOIN,
        PLAIN_NAME,
        NEAREST_NAME,
        KNOWN_TABLE,
        DROPS_JOIN,
        MERGES_BINS,
        FIRST_STATEMENT,
        PLAIN_STATEMENT,
        ADDS_LOWER_BOUND,
        WEIGHTS_MEAN
    }

    /// The word of the command line.
    default String word() {
        return switch (this) {
            case Allow allow -> "allow";
            case Filter filter -> "filter";
            case Warn warn -> "warn";
            case Refuse refuse -> "refuse";
        };
    }

    /// What could be asked instead, where something is known.
    default Optional<Repair> offer() {
        return switch (this) {
            case Allow allow -> Optional.empty();
            case Filter filter -> Optional.empty();
            case Warn warn -> warn.repair();
            case Refuse refuse -> refuse.repair();
        };
    }

    /// Of a refusal the names of its rules in order, of a warning those of its cautions.
    default List<String> reasons() {
        return switch (this) {
            case Allow allow -> List.of();
            case Filter filter -> List.of();
            case Warn warn ->
                warn.cautions().stream().map(caution -> caution.kind().name()).toList();
            case Refuse refuse ->
                refuse.findings().stream().map(finding -> finding.rule().name()).toList();
        };
    }

    /// What could be misread in the answer, over cells and over rows alike.
    default List<Caution> cautions() {
        return switch (this) {
            case Allow allow -> allow.reading().notes();
            case Filter filter -> filter.reading().notes();
            case Warn warn -> warn.cautions();
            case Refuse refuse -> List.of();
        };
    }

    /// What the statement was understood to be, where it may run.
    default Optional<Reading> understood() {
        return switch (this) {
            case Allow allow -> Optional.of(allow.reading());
            case Filter filter -> Optional.of(filter.reading());
            case Warn warn -> Optional.of(warn.reading());
            case Refuse refuse -> Optional.empty();
        };
    }

    default boolean mayRun() {
        return !(this instanceof Refuse);
    }
}
