package io.poseidon.workbench.sealing.intake;

import java.util.List;
import java.util.stream.Collectors;

/// Pieces of SQL text from names and values that people wrote.
final class Sql {

    private Sql() {}

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static String texts(List<String> values) {
        return values.stream().map(Sql::text).collect(Collectors.joining(", "));
    }

    /// The text of a column without surrounding blanks, NULL when nothing is left.
    static String clean(String column) {
        return "nullif(trim(CAST(" + name(column) + " AS VARCHAR)), '')";
    }

    /// A finite number, NULL when the text is none.
    static String number(String text) {
        return "CASE WHEN isfinite(TRY_CAST(" + text + " AS DOUBLE)) THEN TRY_CAST(" + text + " AS DOUBLE) END";
    }
}
