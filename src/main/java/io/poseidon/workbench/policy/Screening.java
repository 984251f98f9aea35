package io.poseidon.workbench.policy;

import io.poseidon.workbench.policy.tree.TextPlaces;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A careful look at a text by its tokens alone: strings, quoted names and comments are passed over.
final class Screening {

    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 100;
    private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "FROM", "PIVOT", "PIVOT_WIDER", "(");
    private static final Set<String> PIVOTS = Set.of("PIVOT", "PIVOT_WIDER");

    private final String sql;
    private int at;

    private Screening(String sql) {
        this.sql = sql;
    }

    static Optional<Finding> of(String sql) {
        if (sql.length() > LONGEST) {
            return Optional.of(new Finding(Rule.LIMIT, Place.WHOLE, "length"));
        }
        int bad = firstUnusable(sql);
        if (bad >= 0) {
            return Optional.of(new Finding(Rule.SYNTAX, new TextPlaces(sql).ofCharacters(bad, 1), ""));
        }
        return new Screening(sql).look();
    }

    /// NUL, or half of a character.
    private static int firstUnusable(String sql) {
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c) && i + 1 < sql.length() && Character.isLowSurrogate(sql.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }

    private Optional<Finding> look() {
        int depth = 0;
        boolean any = false;
        for (var token = next(); !token.isEmpty(); token = next()) {
            any |= !token.equals(";");
            switch (token) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                return Optional.of(new Finding(Rule.LIMIT, new TextPlaces(sql).ofCharacters(at - 1, 1), "depth"));
            }
        }
        return any ? Optional.empty() : Optional.of(new Finding(Rule.SYNTAX, Place.WHOLE, ""));
    }

    /// PIVOT without its values written out is known by its word; everything else is several statements or some other
    /// one.
    static Finding notSelect(String sql) {
        var screening = new Screening(sql);
        var first = screening.next();
        var start = screening.place(first);
        boolean query = QUERIES.contains(first.toUpperCase(Locale.ROOT));
        for (var token = first; !token.isEmpty(); token = screening.next()) {
            if (token.equals(";") && screening.hasMore()) {
                return new Finding(Rule.STATEMENT, screening.place(token), token);
            }
            if (query && PIVOTS.contains(token.toUpperCase(Locale.ROOT))) {
                return new Finding(Rule.PIVOT, screening.place(token), token);
            }
        }
        return new Finding(Rule.STATEMENT, start, first);
    }

    /// Some statements reach the tree without their place and under the engine's own names: both are put right by the
    /// word that the asker wrote.
    static Finding inTheAskersWords(Finding finding, String sql) {
        if (finding.rule() != Rule.STATEMENT || !finding.place().equals(Place.WHOLE)) {
            return finding;
        }
        var words = written(finding.subject());
        var screening = new Screening(sql);
        for (var token = screening.next(); !token.isEmpty(); token = screening.next()) {
            boolean last = token.equals(";") && !screening.hasMore();
            if (words.contains(token.toUpperCase(Locale.ROOT)) && !last) {
                return new Finding(Rule.STATEMENT, screening.place(token), token);
            }
        }
        return finding;
    }

    private static Set<String> written(String subject) {
        return switch (subject) {
            case "SUMMARY" -> Set.of("SUMMARIZE");
            case "SHOW", "SHOW_SPECIAL", "SHOW_FROM", "SHOW_UNQUALIFIED", "DESCRIBE" ->
                Set.of("SHOW", "DESCRIBE", "DESC");
            case "$" -> Set.of("$", "?");
            default -> Set.of(subject.replace("_query_node", "").toUpperCase(Locale.ROOT));
        };
    }

    /// Of the token that was read last.
    private Place place(String token) {
        return new TextPlaces(sql).ofCharacters(at - token.length(), token.length());
    }

    private boolean hasMore() {
        var rest = new Screening(sql);
        rest.at = at;
        var token = rest.next();
        while (token.equals(";")) {
            token = rest.next();
        }
        return !token.isEmpty();
    }

    /// The next word or sign; empty at the end.
    private String next() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (sql.startsWith("--", at)) {
                int end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end + 1;
            } else if (sql.startsWith("/*", at)) {
                skipComment();
            } else if (c == '\'' || c == '"' || c == '`') {
                return quoted(c);
            } else if (c == '$' && dollarQuote() > 0) {
                return dollarQuoted(dollarQuote());
            } else if (Character.isLetterOrDigit(sql.codePointAt(at)) || c == '_') {
                return word();
            } else {
                int start = at;
                at += Character.charCount(sql.codePointAt(at));
                return sql.substring(start, at);
            }
        }
        return "";
    }

    private void skipComment() {
        int end = sql.indexOf("*/", at + 2);
        at = end < 0 ? sql.length() : end + 2;
    }

    private String quoted(char quote) {
        int end = sql.indexOf(quote, at + 1);
        at = end < 0 ? sql.length() : end + 1;
        return String.valueOf(quote);
    }

    /// Length of `$tag$` here, or zero.
    private int dollarQuote() {
        int end = at + 1;
        while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
            end++;
        }
        return end < sql.length() && sql.charAt(end) == '$' ? end + 1 - at : 0;
    }

    private String dollarQuoted(int length) {
        int end = sql.indexOf(sql.substring(at, at + length), at + length);
        at = end < 0 ? sql.length() : end + length;
        return "$";
    }

    private String word() {
        int start = at;
        while (at < sql.length() && (Character.isLetterOrDigit(sql.codePointAt(at)) || sql.charAt(at) == '_')) {
            at += Character.charCount(sql.codePointAt(at));
        }
        return sql.substring(start, at);
    }
}
