package io.poseidon.workbench.query.text;

import java.util.Locale;

/// A stretch of a text that belongs together; `start` counts from 0 in UTF-16 units. A quoted name or a text whose
/// closing quote is missing goes to the end and is not `closed`.
public record Token(Kind kind, String text, int start, boolean closed) {

    public enum Kind {
        WORD,
        NAME,
        STRING,
        NUMBER,
        SIGN,
        COMMENT
    }

    public int end() {
        return start + text.length();
    }

    /// A keyword or plain name in lower case, what a quoted name holds, a sign or text as it is written.
    public String meaning() {
        return switch (kind) {
            case WORD, NUMBER -> text.toLowerCase(Locale.ROOT);
            case NAME -> unquoted().toLowerCase(Locale.ROOT);
            case STRING, SIGN, COMMENT -> text;
        };
    }

    /// What stands between the quotes of a name or text; everything else as it is.
    public String unquoted() {
        if (kind != Kind.NAME && kind != Kind.STRING) {
            return text;
        }
        char quote = text.charAt(0);
        var inside = closed && text.length() > 1 ? text.substring(1, text.length() - 1) : text.substring(1);
        return inside.replace(String.valueOf(quote) + quote, String.valueOf(quote));
    }

    public boolean is(String word) {
        return kind != Kind.STRING && kind != Kind.COMMENT && meaning().equals(word);
    }

    /// A word or quoted name: what can name a column or table.
    public boolean canName() {
        return kind == Kind.WORD || kind == Kind.NAME;
    }
}
