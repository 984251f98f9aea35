package io.poseidon.workbench.query.view.decision;

import io.poseidon.workbench.policy.Rule;

/// What a refused question would need, by the kind of rule that stopped it; names the sentence that says so.
enum Needs {
    /// Another text: nothing is kept back.
    SPELLING,
    /// One plain SELECT.
    STATEMENT,
    /// A table or column that the policy names.
    LICENCE,
    /// Another function or condition.
    EXPRESSION,
    /// Aggregates of groups instead of people.
    GROUPS,
    /// Larger groups.
    SIZE,
    /// Budget.
    BUDGET,
    /// Another time or purpose.
    TERMS;

    static Needs of(Rule rule) {
        return switch (rule) {
            case SYNTAX, LIMIT -> SPELLING;
            case STATEMENT, RECURSION, PIVOT, TABLE_FUNCTION, CATALOG, SAMPLE -> STATEMENT;
            case NOT_LICENSED, COLUMN, JOIN_COLUMN, JOIN_TYPE, JOIN_CONDITION -> LICENCE;
            case FUNCTION, NONDETERMINISM, ERROR_CHANNEL, LITERAL_COLUMN, COLUMN_COMPARISON, MEASURE, NESTED_EXPR ->
                EXPRESSION;
            case ROW_PROJECTION, IDENTITY_OUTPUT, IDENTITY_LITERAL, WINDOW, SET_OP, SUBQUERY, GROUPING_SETS, ROWID ->
                GROUPS;
            case COHORT, DOMINANCE, SPAN -> SIZE;
            case BUDGET -> BUDGET;
            case EXPIRED, PURPOSE -> TERMS;
        };
    }
}
