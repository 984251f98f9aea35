package io.poseidon.workbench.query.view.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Cuts a line of SQL into coloured pieces. Only for the eye: what a text means is the parser's business.
final class SqlColours {

    enum Kind {
        PLAIN,
        KEYWORD,
        FUNCTION,
        TEXT,
        NUMBER,
        REMARK
    }

    record Piece(String text, Kind kind) {}

    static final Set<String> KEYWORDS = Set.of(
            ("select from where group by order having limit offset as and or not in is null between like ilike case"
                + " when then else end with distinct on join inner left right full cross using union all except"
                + " intersect asc desc nulls first last filter over partition qualify true false interval cast exists"
                + " values")
                    .split(" "));

    private static final Pattern PIECES =
            Pattern.compile("(--.*)|('(?:[^']|'')*'?)|(\"[^\"]*\"?)|(\\b\\d[\\d_.]*(?:[eE][+-]?\\d+)?)"
                    + "|([\\p{L}_][\\p{L}\\p{N}_]*)(\\s*\\()?");

    private SqlColours() {}

    static List<Piece> of(String line) {
        var pieces = new ArrayList<Piece>();
        var matcher = PIECES.matcher(line);
        int at = 0;
        while (matcher.find()) {
            add(pieces, line.substring(at, matcher.start()), Kind.PLAIN);
            if (matcher.group(5) != null) {
                add(pieces, matcher.group(5), word(matcher.group(5), matcher.group(6) != null));
                add(pieces, matcher.group(6) == null ? "" : matcher.group(6), Kind.PLAIN);
            } else {
                add(pieces, matcher.group(), kind(matcher.group()));
            }
            at = matcher.end();
        }
        add(pieces, line.substring(at), Kind.PLAIN);
        return pieces;
    }

    private static Kind kind(String piece) {
        return switch (piece.charAt(0)) {
            case '-' -> Kind.REMARK;
            case '\'' -> Kind.TEXT;
            case '"' -> Kind.PLAIN;
            default -> Kind.NUMBER;
        };
    }

    private static Kind word(String word, boolean called) {
        if (KEYWORDS.contains(word.toLowerCase(Locale.ROOT))) {
            return Kind.KEYWORD;
        }
        return called ? Kind.FUNCTION : Kind.PLAIN;
    }

    private static void add(List<Piece> pieces, String text, Kind kind) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, kind));
        }
    }
}
