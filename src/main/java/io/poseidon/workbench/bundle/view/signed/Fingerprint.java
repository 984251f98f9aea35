package io.poseidon.workbench.bundle.view.signed;

import java.util.Locale;

/// A SHA-256 as people compare it: groups of four, its first half in two lines.
public final class Fingerprint {

    private static final int GROUP = 4;

    private Fingerprint() {}

    /// The first groups on one line.
    public static String groups(String hex, int from, int count) {
        var text = new StringBuilder();
        for (int i = from; i < from + count && (i + 1) * GROUP <= hex.length(); i++) {
            text.append(text.isEmpty() ? "" : " ").append(hex, i * GROUP, (i + 1) * GROUP);
        }
        return text.toString().toUpperCase(Locale.ROOT);
    }

    /// Eight groups on two lines.
    public static String twoLines(String hex) {
        return groups(hex, 0, 4) + "\n" + groups(hex, 4, 4);
    }

    /// `9f3c41d8…a1c6e07b`
    static String ends(String hex) {
        return hex.substring(0, 8) + "…" + hex.substring(hex.length() - 8);
    }
}
