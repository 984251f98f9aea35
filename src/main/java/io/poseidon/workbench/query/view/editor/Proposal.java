package io.poseidon.workbench.query.view.editor;

/// Something that may stand at the caret: `text` replaces `length` UTF-16 units from `from`.
record Proposal(String text, Kind kind, String detail, int from, int length) {

    enum Kind {
        COLUMN,
        VALUE,
        FUNCTION,
        TABLE,
        KEYWORD
    }
}
