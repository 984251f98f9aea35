package io.poseidon.workbench.query.view.editor;

import java.util.Locale;
import java.util.Set;

/// A statement on one line laid out for reading: every clause that stands in no brackets begins a line. Only spaces
/// change.
public final class SqlLayout {

    private static final Set<String> BEGIN =
            Set.of("from", "where", "group", "having", "order", "limit", "offset", "qualify", "union", "except");

    private SqlLayout() {}

    public static String of(String sql) {
        var laid = new StringBuilder();
        int depth = 0;
        for (var piece : SqlColours.of(sql)) {
            if (piece.kind() == SqlColours.Kind.PLAIN) {
                depth += count(piece.text(), '(') - count(piece.text(), ')');
            }
            boolean begins = piece.kind() == SqlColours.Kind.KEYWORD
                    && depth == 0
                    && BEGIN.contains(piece.text().toLowerCase(Locale.ROOT));
            if (begins && !laid.isEmpty() && laid.charAt(laid.length() - 1) == ' ') {
                laid.setCharAt(laid.length() - 1, '\n');
            }
            laid.append(piece.text());
        }
        return laid.toString();
    }

    private static int count(String text, char sought) {
        return (int) text.chars().filter(c -> c == sought).count();
    }
}
