package io.poseidon.workbench.query.theatre.stage;

/// What a shard does that lacks the other defences. Each adds one thing to the minimum cohort, and runs the asker's own
/// text on the rows.
public enum Weakness {
    /// Groups of fewer than k people are missing; nothing else.
    COHORT_ALONE,
    /// And numbers are rounded to the next multiple of five.
    ROUNDED,
    /// And a question is refused when it differs from an earlier one by fewer than k people.
    PAIRS_COMPARED,
    /// And what could be computed from all answers together is refused: the audit, without noise.
    AUDIT_ALONE,
    /// And every number carries noise of the published size, fresh each time and without a budget.
    NOISE_ALONE
}
