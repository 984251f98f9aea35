package io.poseidon.workbench.query.interval;

/// A noisy quantity a result is built from: one cell's value, or its sum or mean over the cells of a group that pass
/// `filter` (SQL, empty where all do). `column` is the noisy column.
record Atom(Kind kind, String column, String filter) {

    enum Kind {
        CELL,
        SUM,
        MEAN
    }
}
