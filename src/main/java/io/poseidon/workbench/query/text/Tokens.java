package io.poseidon.workbench.query.text;

import io.poseidon.workbench.query.text.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Cuts a text into tokens, in one pass and whatever it holds: nothing here fails on text that is not finished or is
/// no SQL. Used by one thread.
public final class Tokens {

    private static final List<String> LONG_SIGNS = List.of("<=", ">=", "<>", "!=", "||", "::", "//", "**", "==");

    private final String sql;
    private final List<Token> found = new ArrayList<>();
    private int at;

    private Tokens(String sql) {
        this.sql = sql;
    }

    /// Comments included.
    public static List<Token> all(String sql) {
        var tokens = new Tokens(sql);
        tokens.read();
        return List.copyOf(tokens.found);
    }

    public static List<Token> withoutComments(String sql) {
        return all(sql).stream().filter(token -> token.kind() != Kind.COMMENT).toList();
    }

    private void read() {
        while (at < sql.length()) {
            int point = sql.codePointAt(at);
            if (Character.isWhitespace(point)) {
                at += Character.charCount(point);
            } else if (sql.startsWith("--", at)) {
                int end = sql.indexOf('\n', at);
                take(Kind.COMMENT, end < 0 ? sql.length() : end, end >= 0);
            } else if (sql.startsWith("/*", at)) {
                int end = sql.indexOf("*/", at + 2);
                take(Kind.COMMENT, end < 0 ? sql.length() : end + 2, end >= 0);
            } else if (point == '\'') {
                quoted(Kind.STRING, '\'');
            } else if (point == '"' || point == '`') {
                quoted(Kind.NAME, (char) point);
            } else if (Character.isDigit(point)) {
                take(Kind.NUMBER, endOfNumber(), true);
            } else if (isWord(point)) {
                take(Kind.WORD, endOfWord(at), true);
            } else {
                take(Kind.SIGN, at + sign(point), true);
            }
        }
    }

    private void take(Kind kind, int end, boolean closed) {
        found.add(new Token(kind, sql.substring(at, end), at, closed));
        at = end;
    }

    /// A doubled quote stands for itself.
    private void quoted(Kind kind, char quote) {
        int end = at + 1;
        while (end < sql.length()) {
            if (sql.charAt(end) != quote) {
                end++;
            } else if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
                end += 2;
            } else {
                take(kind, end + 1, true);
                return;
            }
        }
        take(kind, sql.length(), false);
    }

    private int endOfNumber() {
        int end = at;
        while (end < sql.length() && (isWord(sql.charAt(end)) || sql.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < sql.length() && isWord(sql.codePointAt(end))) {
            end += Character.charCount(sql.codePointAt(end));
        }
        return end;
    }

    private static boolean isWord(int point) {
        return Character.isLetterOrDigit(point) || point == '_';
    }

    private int sign(int point) {
        return LONG_SIGNS.stream().anyMatch(sign -> sql.startsWith(sign, at)) ? 2 : Character.charCount(point);
    }
}
