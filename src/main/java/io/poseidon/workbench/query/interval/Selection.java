package io.poseidon.workbench.query.interval;

/// Whether noisy values decided what is shown: then the quantile must hold for all candidates at once.
enum Selection {
    NONE,
    /// Groups or rows were chosen (HAVING, LIMIT behind ORDER BY).
    GROUPS,
    /// Cells were chosen before anything was added up (WHERE).
    CELLS
}
