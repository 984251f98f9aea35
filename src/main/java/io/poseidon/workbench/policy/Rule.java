package io.poseidon.workbench.policy;

import java.util.Comparator;

/// Why a question is refused. The order of the constants up to [#NESTED_EXPR] is the order in which the first reason
/// of an answer is chosen; the rest is chosen by its place in the text.
public enum Rule {
    SYNTAX,
    STATEMENT,
    LIMIT,
    RECURSION,
    SET_OP,
    GROUPING_SETS,
    PIVOT,
    SAMPLE,
    SUBQUERY,
    CATALOG,
    TABLE_FUNCTION,
    NOT_LICENSED,
    JOIN_TYPE,
    JOIN_CONDITION,
    JOIN_COLUMN,
    ERROR_CHANNEL,
    NONDETERMINISM,
    WINDOW,
    NESTED_EXPR,
    ROW_PROJECTION,
    IDENTITY_OUTPUT,
    IDENTITY_LITERAL,
    FUNCTION,
    MEASURE,
    LITERAL_COLUMN,
    COLUMN_COMPARISON,
    COLUMN,
    ROWID,
    COHORT,
    DOMINANCE,
    SPAN,
    BUDGET,
    EXPIRED,
    PURPOSE;

    /// Structural reasons first, in their order; then the others by place.
    public static final Comparator<Finding> ORDER = Comparator.<Finding>comparingInt(
                    finding -> finding.rule().rank())
            .thenComparingInt(finding -> finding.place().start())
            .thenComparing(Finding::rule);

    private int rank() {
        if (compareTo(NESTED_EXPR) <= 0) {
            return ordinal();
        }
        return compareTo(COHORT) < 0 ? COHORT.ordinal() : ordinal() + 1;
    }
}
