package io.poseidon.workbench.model;

import java.util.regex.Pattern;

/// Keeps identities out of sentences: who types one where a file's name or an option belongs is answered without it.
final class Secrets {

    private static final Pattern IDENTITY = Pattern.compile("(?i)(AGE-SECRET-KEY-(?:PQ-)?1)[0-9A-Z]+");

    private Secrets() {}

    static String masked(String text) {
        return IDENTITY.matcher(text).replaceAll("$1…");
    }
}
