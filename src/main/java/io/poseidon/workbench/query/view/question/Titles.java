package io.poseidon.workbench.query.view.question;

/// What a question is called where there is room for a line of it.
public final class Titles {

    private static final int SHOWN = 4;

    private Titles() {}

    /// The first remark of a text, or its first line.
    public static String of(String sql) {
        var line = sql.strip().lines().findFirst().orElse("");
        return line.startsWith("--") ? line.substring(2).strip() : line;
    }

    /// The first eight digits of a digest, in two groups: enough to compare by eye.
    public static String digest(String hexadecimal) {
        return hexadecimal.length() < 2 * SHOWN
                ? hexadecimal
                : hexadecimal.substring(0, SHOWN) + " " + hexadecimal.substring(SHOWN, 2 * SHOWN);
    }
}
