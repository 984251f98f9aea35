package io.poseidon.workbench.ui;

import java.util.Locale;

/// The languages the screens speak.
public enum Language {
    ENGLISH(Locale.ENGLISH, "EN"),
    KOREAN(Locale.KOREAN, "한");

    private final Locale locale;
    private final String code;

    Language(Locale locale, String code) {
        this.locale = locale;
        this.code = code;
    }

    public Locale locale() {
        return locale;
    }

    /// As the top bar shows it.
    public String code() {
        return code;
    }

    public Language other() {
        return this == ENGLISH ? KOREAN : ENGLISH;
    }
}
