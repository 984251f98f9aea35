package io.poseidon.workbench.policy;

/// A stretch of a question's text: `line` and `column` count from 1, `start` from 0; all in UTF-16 units.
public record Place(int start, int length, int line, int column) {

    /// Nowhere in particular: the question as a whole.
    public static final Place WHOLE = new Place(0, 0, 1, 1);
}
