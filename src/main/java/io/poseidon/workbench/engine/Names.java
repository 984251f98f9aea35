package io.poseidon.workbench.engine;

/// Names and texts as they stand in SQL.
public final class Names {

    private Names() {}

    /// `"name"`, with quotes inside doubled.
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// `'text'`, with quotes inside doubled.
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
