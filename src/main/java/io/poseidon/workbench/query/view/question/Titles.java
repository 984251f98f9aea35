package io.poseidon.workbench.query.view.question;

/// What a question is called where there is room for a line of it.
public final class Titles {

    private Titles() {}

    /// The first remark of a text, or its first line.
    public static String of(String sql) {
        var line = sql.strip().lines().findFirst().orElse("");
        return line.startsWith("--") ? line.substring(2).strip() : line;
    }
}
