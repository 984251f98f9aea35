package io.poseidon.workbench.ui;

import java.util.Locale;

/// The named colours of a theme. The values stand in `tokens.css`; a style sheet writes `-c-success-tint`, a canvas
/// asks [Tokens#color].
public enum Token {
    BG,
    SUBTLE,
    SUNKEN,
    SELECTED,
    TEXT,
    MUTED,
    BORDER,
    DIVIDER,
    ACCENT,
    ON_ACCENT,
    ACCENT_LINE,
    SUCCESS,
    SUCCESS_TINT,
    SUCCESS_LINE,
    WARNING,
    WARNING_TINT,
    WARNING_LINE,
    DANGER,
    DANGER_TINT,
    DANGER_LINE,
    PRIVACY,
    PRIVACY_TINT,
    PRIVACY_LINE,
    GHOST,
    HATCH,
    SCRIM,
    SERIES_1,
    SERIES_2,
    SERIES_3,
    SERIES_4,
    SERIES_5,
    SERIES_6,
    KEYWORD,
    STRING,
    NUMBER,
    FUNCTION;

    /// As style sheets look it up.
    public String css() {
        return "-c-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
