package io.poseidon.workbench.query.completion;

/// One thing that may stand at the caret. `text` replaces what was typed of it: `length` UTF-16 units from `from`,
/// which end at the caret. `detail` says what it is where the name does not: type, unit, bounds.
public record Suggestion(String text, Kind kind, String detail, int from, int length) {

    public enum Kind {
        COLUMN,
        VALUE,
        FUNCTION,
        TABLE,
        KEYWORD
    }

    /// The text of a question with this put in.
    public String in(String sql) {
        return sql.substring(0, from) + text + sql.substring(from + length);
    }
}
